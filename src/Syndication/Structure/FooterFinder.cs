using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>Finds the foot of an issue: the box around a licence or "unsubscribe" that stands at the end and holds little of the text.</summary>
internal static class FooterFinder
{
    private const double MaxShare = 0.3;

    public static void Label(Reading reading)
    {
        int total = 0;
        int[] widths = new int[reading.Document.Boxes.Count];
        for (int i = 0; i < reading.Count; i++)
        {
            if (!reading.IsContent(i)) continue;
            total += reading.Cues[i].Width;
            widths[reading.Blocks[i].Box.Index] += reading.Cues[i].Width;
        }

        for (int i = widths.Length - 1; i > 0; i--) widths[reading.Document.Boxes[i].Parent!.Index] += widths[i];
        ContentLevels? levels = null;
        for (int i = reading.Count - 1, seen = 0; i > 0 && seen < 30; i--)
        {
            if (!reading.IsContent(i) || reading.Blocks[i].Length == 0) continue;
            seen++;
            if (!reading.IsBoilerplate(i)) continue;

            // A heading as there were before follows: the words stand in a story.
            levels ??= new ContentLevels(reading, new HashSet<int>());
            if (levels.GoOn(i, i) || (reading.Blocks[i].Box.ListDepth > 0 && reading.Cues[i].ForeignWidth > 0) || Foot(reading, reading.Blocks[i].Box, widths, total) is not { } foot) continue;
            LabelFrom(reading, foot, i);
            break;
        }
    }

    /// <summary>The largest box around a block that holds little of the content, and no heading or list of links of it.</summary>
    private static Box? Foot(Reading reading, Box box, int[] widths, int total)
    {
        Box? foot = null;
        for (Box? at = box; at is { Parent: not null } && widths[at.Index] <= total * MaxShare && !HoldsNews(reading, at); at = at.Parent) foot = at;
        return foot;
    }

    private static bool HoldsNews(Reading reading, Box box)
    {
        int entries = 0;
        for (int i = reading.Count - 1; i >= 0; i--)
        {
            if (!reading.IsContent(i) || !reading.Blocks[i].Box.IsWithin(box)) continue;
            if (reading.Blocks[i].Kind == BlockKind.Heading) return true;
            if (reading.Cues[i] is { IsBold: true, WebLinks: 0, Width: > 4 and < 60 } || reading.Cues[i].Ordinal.Kind is OrdinalKind.Bullet or OrdinalKind.Arabic) return true;
            if (reading.Blocks[i].Box.ListDepth > 0 && reading.Cues[i].ForeignWidth > 0 && reading.Cues[i].Width > 24 && ++entries >= 3) return true;
        }

        return false;
    }

    private static void LabelFrom(Reading reading, Box foot, int boilerplate)
    {
        int first = boilerplate;
        while (first > 0 && reading.Blocks[first - 1].Box.IsWithin(foot)) first--;
        for (int i = first; i < reading.Count; i++) reading.LabelContent(i, BlockRole.Footer, "stands around or after the licence or the way out");
    }
}
