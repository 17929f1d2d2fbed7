namespace Syndication.Structure;

/// <summary>Finds numbers that are set apart before each section as ornaments (<c>01</c> in large type over its title): they count, and say nothing.</summary>
internal static class OrnamentFinder
{
    public static void Label(Reading reading)
    {
        List<int> numbers = [];
        for (int i = 0; i + 1 < reading.Count; i++)
        {
            if (!reading.IsContent(i) || reading.Blocks[i].Box.ListDepth > 0 || reading.Blocks[i].Box.Nearest(Documents.BoxKind.Table) is not null || ValueOf(reading.TextOf(i)) is not { } value) continue;
            bool overTitle = reading.IsContent(i + 1) && reading.Cues[i + 1] is { Width: > 0 and <= 40, IsSentence: false } && ValueOf(reading.TextOf(i + 1)) is null;
            if (value == numbers.Count + 1 && overTitle) numbers.Add(i);
        }

        if (numbers.Count < 2) return;
        foreach (int number in numbers) reading.Label(number, BlockRole.Label, "counts what follows");
    }

    /// <summary>The value of a text that is a number of one or two digits and nothing else: a mark behind it would count what follows in the same text.</summary>
    private static int? ValueOf(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.Length is 1 or 2 && !text.ContainsAnyExceptInRange('0', '9') ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;
    }
}
