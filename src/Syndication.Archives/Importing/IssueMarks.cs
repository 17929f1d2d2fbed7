using System.Collections.Immutable;
using System.Text;
using Syndication.Model;

namespace Syndication.Archives.Importing;

/// <summary>What an issue is recognised by, in the memory of a few numbers: two readings of the same issue have most of their items' titles or links in common.</summary>
internal sealed record IssueMarks(string Key, string? Id, int? Number, string? Address, DateOnly? Date, string? Title, ImmutableArray<long> Links, ImmutableArray<long> Titles)
{
    private const int Most = 256, ShortestTitle = 6, StartOfText = 40;

    public static IssueMarks Of(string key, Issue issue)
    {
        var links = new SortedSet<long>();
        var titles = new SortedSet<long>();
        foreach (PlacedItem placed in issue.AllItems())
        {
            if (links.Count < Most && !placed.Item.Links.IsEmpty) links.Add(Hash(WithoutNoise(placed.Item.Links[0].Url)));
            string text = Letters(placed.Item.Title ?? placed.Item.Content?.Text ?? "");
            if (text.Length >= ShortestTitle && titles.Count < Most) titles.Add(Hash(text.Length > StartOfText ? text[..StartOfText] : text));
        }

        string title = Letters(issue.Title ?? "");
        return new IssueMarks(key, issue.Id, issue.Number, issue.Url is null ? null : WithoutNoise(issue.Url), issue.Published?.Date, title.Length == 0 ? null : title, [.. links], [.. titles]);
    }

    /// <summary>How much of the smaller of two issues is in the other, from 0 to 1; <see langword="null"/> where one has too little to tell by.</summary>
    public static double? Overlap(IssueMarks a, IssueMarks b)
    {
        double? links = Shared(a.Links, b.Links), titles = Shared(a.Titles, b.Titles);
        return links is null ? titles : titles is null ? links : Math.Max(links.Value, titles.Value);
    }

    /// <summary>An address without what changes while it leads to the same page.</summary>
    public static string WithoutNoise(string url)
    {
        string rest = url.Split('#')[0];
        int scheme = rest.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0) rest = rest[(scheme + 3)..];
        if (rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) rest = rest[4..];
        int query = rest.IndexOf('?', StringComparison.Ordinal);
        if (query >= 0)
        {
            string kept = string.Join('&', rest[(query + 1)..].Split('&').Where(p => !p.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) && !p.StartsWith("mc_", StringComparison.Ordinal)));
            rest = kept.Length == 0 ? rest[..query] : $"{rest[..query]}?{kept}";
        }

        return rest.TrimEnd('/').ToLowerInvariant();
    }

    private static double? Shared(ImmutableArray<long> a, ImmutableArray<long> b)
    {
        int least = Math.Min(a.Length, b.Length);
        if (least < 2) return null;
        int i = 0, j = 0, shared = 0;
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
            {
                shared++;
                i++;
                j++;
            }
            else if (a[i] < b[j]) i++;
            else j++;
        }

        return (double)shared / least;
    }

    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) letters.Append(Rune.ToLowerInvariant(rune));
        }

        return letters.ToString();
    }

    private static long Hash(string text) => BitConverter.ToInt64(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
