using Syndication.Documents;
using Syndication.Model;

namespace Syndication.Structure;

/// <summary>Finds the list of other issues: under a heading that says so, or lines that each carry the number of another issue.</summary>
internal static class RelatedFinder
{
    public static void Label(Reading reading)
    {
        for (int i = 0; i < reading.Count; i++)
        {
            if (!reading.IsContent(i) || reading.Cues[i].Width > 40 || !reading.Vocabulary.Is(WordClass.Related, reading.TextOf(i))) continue;
            int end = End(reading, i);
            if (end == i + 1) continue;
            reading.Label(i, BlockRole.Label, "names the list of other issues");
            for (int k = i + 1; k < end; k++) reading.LabelContent(k, BlockRole.Related, "listed among other issues");
            i = end - 1;
        }
    }

    /// <summary>The related issues as labelled, in reading order.</summary>
    public static List<RelatedIssue> Read(Reading reading)
    {
        List<RelatedIssue> related = [];
        for (int i = 0; i < reading.Count; i++)
        {
            if (reading.RoleOf(i) != BlockRole.Related || reading.Blocks[i].Length == 0) continue;
            string title = reading.TextOf(i)[OrdinalLength(reading, i)..].Trim().ToString();
            related.Add(new RelatedIssue(title) { Number = IssueNumberFinder.Best(title)?.Value, Url = LinkOf(reading, i) });
        }

        return related;
    }

    private static int OrdinalLength(Reading reading, int block) => reading.Cues[block].Ordinal.Length;

    private static string? LinkOf(Reading reading, int block)
    {
        foreach (Run run in reading.Document.RunsOf(reading.Blocks[block]))
        {
            if (run.Link >= 0 && reading.Document.Links[run.Link] is { IsWeb: true } link) return link.Url;
        }

        return null;
    }

    /// <summary>One past the last line that belongs to the list: a heading, another kind of line or prose ends it.</summary>
    private static int End(Reading reading, int heading)
    {
        int end = heading + 1;
        bool inList = end < reading.Count && reading.Blocks[end].Box.ListDepth > 0;
        while (end < reading.Count)
        {
            if (!reading.IsContent(end) || reading.Blocks[end].Kind == BlockKind.Heading) break;
            BlockCues cues = reading.Cues[end];
            if (inList ? reading.Blocks[end].Box.ListDepth == 0 : cues.Width > 160 || !IsIssueLine(reading, end)) break;
            end++;
        }

        return end;
    }

    private static bool IsIssueLine(Reading reading, int block)
    {
        BlockCues cues = reading.Cues[block];
        if (cues.IsAllLinks) return true;
        return IssueNumberFinder.Best(reading.TextOf(block)) is not null;
    }
}
