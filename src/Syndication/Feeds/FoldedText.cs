using System.Text;

namespace Syndication.Feeds;

/// <summary>Text as it is compared: without the differences of case, width and compatibility forms (Unicode NFKC, lower case), white space as single spaces.</summary>
internal static class FoldedText
{
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        string folded = XmlCharacters.Repair(text, out _).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return string.Join(' ', folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
