using System.Text;

namespace Syndication.Feeds;

/// <summary>
/// How large an entry is, about, in the largest of the formats. An estimate on purpose: it must be the same in every format, so that archive documents
/// hold the same entries in all, and must not change when a writer learns to write more.
/// </summary>
internal static class EntrySize
{
    private const int Frame = 1500;

    public static int Of(FeedEntry entry)
    {
        long size = Frame + (2 * Of(entry.Title)) + Of(entry.Summary) + Of(entry.Markdown) + (2 * Of(entry.Id)) + (2 * Of(entry.Url));
        size += string.IsNullOrEmpty(entry.Content?.Html) ? Of(entry.Content?.Text) : Of(entry.Content.Html);
        foreach (FeedLink link in entry.Links) size += 80 + Of(link.Url) + Of(link.Title);
        foreach (FeedCategory category in entry.Categories) size += 120 + Of(category.Term) + Of(category.Label) + Of(category.Scheme);
        foreach (FeedEnclosure enclosure in entry.Enclosures) size += 120 + Of(enclosure.Url) + Of(enclosure.Title);
        size += 200L * (entry.Authors.Length + entry.Contributors.Length);
        return (int)Math.Min(size, int.MaxValue);
    }

    // What JSON escapes takes a byte more; XML holds markup in CDATA sections as it is.
    private static long Of(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text) + text.AsSpan().Count('"') + text.AsSpan().Count('\n') + text.AsSpan().Count('\\');
}
