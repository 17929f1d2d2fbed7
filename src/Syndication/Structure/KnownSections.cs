using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>
/// Finds lines that are called as sections of other issues and that nothing else makes a heading. Where the issue sets its other sections in a style
/// they are taken as set in it too; else they are a style of their own.
/// </summary>
internal static class KnownSections
{
    private static readonly HeadingSignature Own = new(HeadingClass.Known, 0, 0, false, false, false, null, false, 0);

    public static void AddTo(Reading reading, List<HeadingStyle> styles)
    {
        HashSet<int> headings = [.. styles.SelectMany(style => style.Blocks)];
        List<int> lines = [];
        HashSet<string> titles = new(StringComparer.Ordinal);
        HashSet<string> twice = new(StringComparer.Ordinal);
        for (int i = 0; i < reading.Count; i++)
        {
            if (!reading.IsContent(i) || !reading.IsKnownSection(i)) continue;
            string title = ProfileCues.Key(reading.TextOf(i)) ?? "";
            if (!titles.Add(title)) twice.Add(title);
            if (!headings.Contains(i) && MayHead(reading, i)) lines.Add(i);
        }

        // A section comes once; what recurs within an issue is a label of something smaller.
        lines.RemoveAll(line => twice.Contains(ProfileCues.Key(reading.TextOf(line)) ?? ""));
        if (lines.Count == 0) return;
        HeadingStyle? style = styles.Find(other => IsOfSections(reading, other));
        if (style is null) styles.Add(style = new HeadingStyle(Own));
        style.Blocks.AddRange(lines);
        style.Blocks.Sort();
    }

    /// <summary>A short line outside of lists with text below it, that is no running text itself.</summary>
    private static bool MayHead(Reading reading, int block)
    {
        Block line = reading.Blocks[block];
        return line is { Kind: BlockKind.Paragraph, AfterBreak: false, Box.ListDepth: 0 } && reading.Cues[block].WebLinks == 0 && reading.NextText(block + 1) >= 0
            && line.Box.Nearest(BoxKind.Quote) is null && line.Box.Nearest(BoxKind.Table) is null && line.Box.Nearest(BoxKind.Figure) is null;
    }

    private static bool IsOfSections(Reading reading, HeadingStyle style) =>
        style.Signature.Class is HeadingClass.Markup or HeadingClass.Styled or HeadingClass.Line && style.Blocks.FindAll(reading.IsKnownSection).Count * 2 >= style.Blocks.Count;
}
