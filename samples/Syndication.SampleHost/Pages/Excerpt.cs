using System.Globalization;

namespace Syndication.SampleHost.Pages;

/// <summary>The beginning of a text, cut between words where there are spaces, else between characters as a reader counts them.</summary>
internal static class Excerpt
{
    public static string Of(string text, int length)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var characters = new StringInfo(line);
        if (characters.LengthInTextElements <= length) return line;
        string beginning = characters.SubstringByTextElements(0, length);
        bool withinWord = beginning[^1] != ' ' && line[beginning.Length] != ' ';
        int space = beginning.LastIndexOf(' ');
        if (withinWord && space > beginning.Length * 3 / 4) beginning = beginning[..space];
        return beginning.TrimEnd(' ', ',', ';', ':', '，', '；', '：', '、') + "…";
    }
}
