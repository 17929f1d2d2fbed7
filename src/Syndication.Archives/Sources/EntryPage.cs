using System.Net;
using System.Text;

namespace Syndication.Archives.Sources;

/// <summary>A piece of HTML that a service or a feed keeps without the page around it, as a page.</summary>
internal static class EntryPage
{
    public static byte[] Of(string html, string? language) =>
        Encoding.UTF8.GetBytes($"<!DOCTYPE html><html{(string.IsNullOrEmpty(language) ? "" : $" lang=\"{WebUtility.HtmlEncode(language)}\"")}><head><meta charset=\"utf-8\"></head><body>\n{html}\n</body></html>\n");

    /// <summary>Plain text as paragraphs.</summary>
    public static string Paragraphs(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(p => $"<p>{WebUtility.HtmlEncode(p)}</p>\n"));
}
