using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>Orders the styles of headings from the highest to the lowest, once for the whole document; ranks have no gaps.</summary>
internal static class HeadingRanker
{
    public static void Rank(Reading reading, List<HeadingStyle> styles)
    {
        int[,] follows = Follows(reading, styles);
        List<int> order = [.. Enumerable.Range(0, styles.Count)];

        // Insertion by pairwise comparison: the relation need not be transitive, and ties keep the order of first appearance.
        for (int i = 1; i < order.Count; i++)
        {
            for (int k = i; k > 0 && IsHigher(styles, follows, order[k], order[k - 1]); k--) (order[k], order[k - 1]) = (order[k - 1], order[k]);
        }

        for (int i = 0; i < order.Count; i++) styles[order[i]].Rank = i + 1;
        foreach (HeadingStyle style in styles) LowerStray(reading, style, styles);
    }

    /// <summary>One heading of a level of its own amid headings of the next one, over text as they are: a slip of the pen, of their rank.</summary>
    private static void LowerStray(Reading reading, HeadingStyle stray, List<HeadingStyle> styles)
    {
        if (stray is not { Signature: { Class: HeadingClass.Markup, Pin: BlockPins.None }, Blocks: [int block] }) return;
        HeadingStyle? next = styles.Find(style => style.Signature is { Class: HeadingClass.Markup, Pin: BlockPins.None } && style.Rank == stray.Rank + 1);
        if (next is null || next.Blocks.FindAll(other => other < block).Count < 2 || next.Blocks[^1] < block) return;
        int below = reading.NextText(block + 1);
        if (below >= 0 && reading.Blocks[below].Kind != BlockKind.Heading) stray.Rank = next.Rank;
    }

    private static bool IsHigher(List<HeadingStyle> styles, int[,] follows, int a, int b)
    {
        HeadingSignature x = styles[a].Signature;
        HeadingSignature y = styles[b].Signature;
        if (x.Class is HeadingClass.Markup or HeadingClass.Line && x.Class == y.Class) return x.Level < y.Level;
        if (x.Class is HeadingClass.LeadIn or HeadingClass.ListGroup || y.Class is HeadingClass.LeadIn or HeadingClass.ListGroup) return x.Class < y.Class;
        if (follows[a, b] != follows[b, a] && (x.Class == y.Class || Math.Abs(follows[a, b] - follows[b, a]) > 1)) return follows[a, b] > follows[b, a];
        if (x.Class != y.Class) return x.Class < y.Class;
        if (x.Size != y.Size) return x.Size > y.Size;
        if (x.IsLinked != y.IsLinked) return !x.IsLinked;
        if (x.IsOnColor != y.IsOnColor) return x.IsOnColor;
        if (x.IsCentered != y.IsCentered) return x.IsCentered;
        if (x.IsBold != y.IsBold) return x.IsBold;
        return false;
    }

    /// <summary>How often a heading of one style stands directly over one of another, with no text between: the upper is the higher.</summary>
    private static int[,] Follows(Reading reading, List<HeadingStyle> styles)
    {
        int[,] follows = new int[styles.Count, styles.Count];
        Dictionary<int, int> styleOf = [];
        for (int s = 0; s < styles.Count; s++)
        {
            foreach (int block in styles[s].Blocks) styleOf[block] = s;
        }

        int above = -1;
        for (int i = 0; i < reading.Count; i++)
        {
            if (!reading.IsContent(i) || reading.Blocks[i].Length == 0) continue;
            int style = styleOf.GetValueOrDefault(i, -1);
            if (style >= 0 && above >= 0) follows[above, style]++;
            above = style;
        }

        return follows;
    }
}
