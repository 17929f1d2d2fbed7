using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>Finds paid content that stands in a box of its own between the news: a line that says so, with what follows it in its box.</summary>
internal static class SponsorBlocks
{
    private const int MaxBlocks = 8;
    private const double MaxShare = 0.25;

    /// <summary>For each line that marks paid content, one past its last block. Lines that are headings by their style are sections anyway.</summary>
    public static Dictionary<int, int> Find(Reading reading, Dictionary<int, HeadingStyle> headings)
    {
        Dictionary<int, int> found = [];
        int total = -1;
        for (int i = 0; i + 1 < reading.Count; i++)
        {
            if (!reading.IsContent(i) || headings.ContainsKey(i) || !Marks(reading, i)) continue;
            if (total < 0) total = Width(reading, 0, reading.Count);
            int end = End(reading, headings, i);
            if (end < 0 || Width(reading, i, end) > total * MaxShare) continue;
            found[i] = end;
            i = end - 1;
        }

        return found;
    }

    private static bool Marks(Reading reading, int block)
    {
        if (reading.Cues[block] is not { Width: > 0 and <= 60, IsSentence: false } || reading.Blocks[block].Box.ListDepth > 0) return false;
        ReadOnlySpan<char> text = reading.TextOf(block);
        return reading.Vocabulary.Is(WordClass.Sponsor, text) || (reading.Vocabulary.Starts(WordClass.Sponsor, text, out int length) && text[..length].Trim().Contains(' '));
    }

    /// <summary>The end of the smallest box around the line that holds more than it; -1 where headings or half the issue stand in it.</summary>
    private static int End(Reading reading, Dictionary<int, HeadingStyle> headings, int mark)
    {
        int next = reading.NextText(mark + 1);
        if (next < 0) return -1;
        Box? box = reading.Blocks[mark].Box;
        while (box is not null && !reading.Blocks[next].Box.IsWithin(box)) box = box.Parent;
        if (box?.Parent is null || (mark > 0 && reading.IsContent(mark - 1) && reading.Blocks[mark - 1].Length > 0 && reading.Blocks[mark - 1].Box.IsWithin(box))) return -1;
        int end = mark + 1;
        while (end < reading.Count && reading.Blocks[end].Box.IsWithin(box))
        {
            if (headings.ContainsKey(end) || reading.Blocks[end].Kind == BlockKind.Heading || end - mark > MaxBlocks) return -1;
            end++;
        }

        return end;
    }

    private static int Width(Reading reading, int from, int to)
    {
        int width = 0;
        for (int i = from; i < to; i++) width += reading.IsContent(i) ? reading.Cues[i].Width : 0;
        return width;
    }
}
