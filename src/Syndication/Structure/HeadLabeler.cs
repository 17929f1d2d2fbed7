using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>Labels what stands at the head of an issue and speaks of it: masthead, subtitle, by-lines, where else to read it, the name of a foreword.</summary>
internal static class HeadLabeler
{
    public static void Label(Reading reading)
    {
        LabelAboveTitle(reading);
        LabelHead(reading);
        LabelPrefaceHeading(reading);
    }

    /// <summary>What stands over the title and is no prose belongs to the site.</summary>
    private static void LabelAboveTitle(Reading reading)
    {
        for (int i = 0; i < reading.TitleBlock; i++)
        {
            if (reading.IsContent(i) && !reading.Cues[i].IsSentence) reading.Label(i, BlockRole.Masthead, "stands over the title");
        }
    }

    private static void LabelHead(Reading reading)
    {
        int start = reading.TitleBlock >= 0 ? Math.Min(reading.TitleBlock, reading.Content.Start.GetOffset(reading.Count)) : reading.Content.Start.GetOffset(reading.Count);
        int seen = 0;
        for (int i = start; i < reading.Count && seen < 8; i++)
        {
            if (reading.Blocks[i].Length == 0 || reading.RoleOf(i) is not (BlockRole.Content or BlockRole.Masthead)) continue;
            seen++;
            if (IsOneOfDated(reading, i)) break;
            if (reading.Blocks[i].Kind == BlockKind.Heading && i != reading.TitleBlock && reading.IsContent(i) && !BylineCues.IsByline(reading, i))
            {
                if (!IsSubtitle(reading, i)) break;
                reading.Label(i, BlockRole.Masthead, "goes on from the title");
                LabelUnderSubtitle(reading, i);
                continue;
            }

            if (BylineCues.IsByline(reading, i)) reading.Label(i, BlockRole.Byline, "says who, when or how long");
            else if (FurnitureLabeler.IsMenuLine(reading, i)) reading.Label(i, BlockRole.Navigation, "a line of links within the site");
            else if (reading.Cues[i] is { Width: <= 120, WebLinks: > 0 } && reading.Vocabulary.Contains(WordClass.Unsubscribe, reading.TextOf(i))) reading.Label(i, BlockRole.Navigation, "says where else to read it, or the way out");
        }
    }

    /// <summary>A heading with a date, and others of its level with dates of their own: each day is a section.</summary>
    private static bool IsOneOfDated(Reading reading, int block)
    {
        if (reading.Blocks[block].Kind != BlockKind.Heading || block == reading.TitleBlock || DateFinder.First(reading.TextOf(block).ToString()) is null) return false;
        for (int i = block + 1; i < reading.Count; i++)
        {
            if (reading.Blocks[i].Kind == BlockKind.Heading && reading.Blocks[i].Level == reading.Blocks[block].Level && reading.IsContent(i) && DateFinder.First(reading.TextOf(i).ToString()) is not null) return true;
        }

        return false;
    }

    /// <summary>A heading right under the title, the only one of its level, that a by-line follows before any prose.</summary>
    private static bool IsSubtitle(Reading reading, int block)
    {
        if (reading.TitleBlock < 0 || reading.NextText(reading.TitleBlock + 1) != block || reading.Blocks[block].Level <= reading.Blocks[reading.TitleBlock].Level) return false;
        int seen = 0;
        for (int i = reading.NextText(block + 1); i >= 0 && seen < 3; i = reading.NextText(i + 1), seen++)
        {
            if (BylineCues.IsByline(reading, i)) return !HasSiblings(reading, block) || (reading.Blocks[block].Level > reading.Blocks[reading.TitleBlock].Level + 1 && DateFinder.First(reading.TextOf(i)) is not null);
            if (reading.Blocks[i].Kind == BlockKind.Heading || reading.Cues[i].IsSentence || reading.Cues[i].Width > 40) return false;
        }

        return false;
    }

    private static bool HasSiblings(Reading reading, int block)
    {
        for (int i = block + 1; i < reading.Count; i++)
        {
            if (reading.IsContent(i) && reading.Blocks[i].Kind == BlockKind.Heading && reading.Blocks[i].Level == reading.Blocks[block].Level) return true;
        }

        return false;
    }

    /// <summary>Between the subtitle and the prose stand who, when, and how many liked it.</summary>
    private static void LabelUnderSubtitle(Reading reading, int subtitle)
    {
        for (int i = reading.NextText(subtitle + 1), seen = 0; i >= 0 && seen < 6; i = reading.NextText(i + 1), seen++)
        {
            if (reading.Blocks[i].Kind == BlockKind.Heading || reading.Cues[i].IsSentence || reading.Cues[i].Width > 40) return;
            if (!reading.TextOf(i).ContainsAnyExceptInRange('0', '9')) reading.Label(i, BlockRole.Share, "counts readers");
            else if (!reading.Vocabulary.Is(WordClass.Share, reading.TextOf(i))) reading.Label(i, BlockRole.Byline, "stands between subtitle and text");
        }
    }

    /// <summary>A line near the head that only says that a foreword follows.</summary>
    private static void LabelPrefaceHeading(Reading reading)
    {
        int seen = 0;
        for (int i = reading.NextText(0); i >= 0 && seen < 8; i = reading.NextText(i + 1), seen++)
        {
            if (reading.Cues[i].Width <= 40 && reading.Vocabulary.Is(WordClass.Preface, reading.TextOf(i)))
            {
                reading.Label(i, BlockRole.Label, "names the preface");
                return;
            }

            if (reading.Blocks[i].Kind == BlockKind.Heading) return;
        }
    }
}
