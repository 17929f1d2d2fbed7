using System.Text;
using System.Text.RegularExpressions;

namespace Syndication.Archives.Sources;

/// <summary>The text of a WordPress post as HTML: the classic editor leaves paragraphs as blank lines, which WordPress makes into elements when it shows them; and so here.</summary>
internal static partial class WordPressText
{
    public static string ToHtml(string text)
    {
        // The block editor writes its paragraphs out.
        if (text.Contains("<!-- wp:", StringComparison.Ordinal) || text.Contains("<p", StringComparison.OrdinalIgnoreCase)) return text;
        var html = new StringBuilder(text.Length + 256);
        foreach (string piece in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            string trimmed = piece.Trim();
            if (trimmed.Length == 0) continue;
            if (BlockStart().IsMatch(trimmed)) html.Append(trimmed).Append('\n');
            else html.Append("<p>").Append(trimmed.Replace("\n", "<br>\n", StringComparison.Ordinal)).Append("</p>\n");
        }

        return html.ToString();
    }

    [GeneratedRegex(@"^</?(?:h[1-6]|ul|ol|li|table|thead|tbody|tr|td|th|blockquote|pre|div|section|article|figure|hr|dl|dt|dd|address|details)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BlockStart();
}
