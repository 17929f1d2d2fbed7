namespace Syndication.SampleHost.Pages;

/// <summary>The beginning of a text, cut at a character that a reader sees as one.</summary>
internal static class Excerpt
{
    public static string Of(string text, int length)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var parts = new System.Globalization.StringInfo(line);
        return parts.LengthInTextElements <= length ? line : parts.SubstringByTextElements(0, length).TrimEnd() + "…";
    }
}
