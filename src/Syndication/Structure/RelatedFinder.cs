using Syndication.Documents;
using Syndication.Model;

namespace Syndication.Structure;

/// <summary>Finds the list of other issues: under a heading that says so, or lines that each carry the number of another issue.</summary>
internal static class RelatedFinder
{
    private const int FarthestIssue = 60;

    public static void Label(Reading reading)
    {
        List<(int Heading, int End)> pages = [];
        for (int i = 0; i < reading.Count; i++)
        {
            if (!reading.IsContent(i) || reading.Cues[i].Width > 40 || !reading.Vocabulary.Is(WordClass.Related, reading.TextOf(i))) continue;
            int end = End(reading, i);
            if (end == i + 1) continue;
            if (ListsIssues(reading, i, end))
            {
                reading.Label(i, BlockRole.Label, "names the list of other issues");
                for (int k = i + 1; k < end; k++) reading.LabelContent(k, BlockRole.Related, "listed among other issues");
            }
            else
            {
                pages.Add((i, end));
            }

            i = end - 1;
        }

        LabelPages(reading, pages);
        LabelNumbered(reading);
    }

    /// <summary>Other pages of the site stand below the content. Where a heading follows of a level that stood before, they are what the author found worth reading.</summary>
    private static void LabelPages(Reading reading, List<(int Heading, int End)> pages)
    {
        if (pages.Count == 0) return;
        var levels = new ContentLevels(reading, pages.Select(static page => page.Heading).ToHashSet());
        foreach ((int heading, int end) in pages)
        {
            if (levels.GoOn(heading, end)) continue;
            reading.Label(heading, BlockRole.Navigation, "names a list of other pages");
            for (int k = heading + 1; k < end; k++) reading.LabelContent(k, BlockRole.Navigation, "listed among other pages");
        }
    }

    /// <summary>Links whose titles count down from the issue's own number, each carrying the name of the newsletter or only its number: other issues, whatever stands over them.</summary>
    private static void LabelNumbered(Reading reading)
    {
        if (reading.TitleBlock < 0 || IssueNumberFinder.Best(reading.TextOf(reading.TitleBlock)) is not { } own) return;
        string? name = PublicationName.NameIn(reading.TextOf(reading.TitleBlock).ToString());
        for (int i = reading.TitleBlock + 1; i < reading.Count; i++)
        {
            int end = i, before = own.Value;
            while (end < reading.Count && reading.IsContent(end) && IsNeighbour(reading, end, name, ref before)) end++;
            if (end - i < 2) continue;
            int over = i - 1;
            while (over > reading.TitleBlock && reading.Blocks[over].Length == 0) over--;
            if (over > reading.TitleBlock && reading.IsContent(over) && reading.Cues[over] is { Width: <= 60, IsSentence: false, WebLinks: 0 }) reading.Label(over, BlockRole.Label, "names the list of other issues");
            for (int k = i; k < end; k++) reading.Label(k, BlockRole.Related, "counts down from the issue's own number");
            i = end - 1;
        }
    }

    private static bool IsNeighbour(Reading reading, int block, string? name, ref int before)
    {
        if (reading.Cues[block] is not { IsLinked: true, Width: <= 160 } || IssueNumberFinder.Best(reading.TextOf(block)) is not { } number || number.Value >= before || before - number.Value > FarthestIssue) return false;
        string? named = PublicationName.NameIn(reading.TextOf(block).ToString());
        if (number.Start > 2 && (name is null || named is null || !IssueTitle.Same(name, named))) return false;
        before = number.Value;
        return true;
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

    /// <summary>Whether a list is one of issues rather than of any pages: the heading says so, or nearly all of its lines carry numbers of issues.</summary>
    private static bool ListsIssues(Reading reading, int heading, int end)
    {
        if (reading.Vocabulary.Contains(WordClass.IssueSuffix, reading.TextOf(heading)) || reading.Vocabulary.Contains(WordClass.IssueMarker, reading.TextOf(heading))) return true;
        int lines = 0, numbered = 0;
        for (int i = heading + 1; i < end; i++)
        {
            if (reading.Blocks[i].Length == 0) continue;
            lines++;
            if (IssueNumberFinder.Best(reading.TextOf(i)) is not null) numbered++;
        }

        return numbered * 5 >= lines * 4;
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
        bool underHeadings = end < reading.Count && reading.Blocks[heading].Kind == BlockKind.Heading && reading.Blocks[end].Kind == BlockKind.Heading && reading.Cues[end].OwnWidth > 0;
        bool inList = end < reading.Count && reading.Blocks[end].Box.ListDepth > 0;
        Box? table = end < reading.Count ? reading.Blocks[end].Box.Nearest(BoxKind.Table) : null;
        while (end < reading.Count)
        {
            if (!reading.IsContent(end)) break;
            if (reading.Blocks[end].Kind == BlockKind.Heading && (!underHeadings || reading.Blocks[end].Level <= reading.Blocks[heading].Level)) break;
            if (underHeadings || (table is not null && reading.Blocks[end].Box.IsWithin(table)))
            {
                end++;
                continue;
            }

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
