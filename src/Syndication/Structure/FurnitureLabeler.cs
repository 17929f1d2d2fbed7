using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>Labels what is furniture inside the content region: what its head says of the issue, menus and licences at its end, comments, lists of contents.</summary>
internal static class FurnitureLabeler
{
    private const int AppealBlocks = 6;

    public static void Label(Reading reading)
    {
        LabelContents(reading);
        HeadLabeler.Label(reading);
        LabelShare(reading);
        LabelOverForms(reading);
        LabelAppeals(reading);
        OrnamentFinder.Label(reading);
        LabelComments(reading);
        FooterFinder.Label(reading);
        ColophonFinder.Label(reading);
        LabelTail(reading);
    }

    /// <summary>A list whose items lead to a place in the same page.</summary>
    private static void LabelContents(Reading reading)
    {
        for (int i = 0; i < reading.Count; i++)
        {
            if (!reading.IsContent(i) || reading.Blocks[i].Box.ListDepth == 0) continue;
            Box list = OutermostList(reading.Blocks[i].Box);
            int end = i;
            int anchors = 0;
            while (end < reading.Count && reading.Blocks[end].Box.IsWithin(list))
            {
                BlockCues cues = reading.Cues[end];
                if (cues.AnchorWidth > 0 && cues.AnchorWidth * 2 > cues.Width) anchors++;
                end++;
            }

            bool leads = anchors >= 2 && anchors * 5 >= (end - i) * 4;
            bool named = i > 0 && reading.IsContent(i - 1) && reading.Vocabulary.Is(WordClass.Contents, reading.TextOf(i - 1));
            if (leads || NamesWhatFollows(reading, i, end, named))
            {
                for (int k = i; k < end; k++) reading.Label(k, BlockRole.Contents, leads ? "its lines lead to places in the page" : "its lines stand again below");
                if (named || (!leads && i > 0 && reading.IsContent(i - 1) && reading.Cues[i - 1] is { EndsWithColon: true, Width: <= 40 })) reading.Label(i - 1, BlockRole.Contents, "names the list of contents below");
            }

            i = end - 1;
        }
    }

    /// <summary>Whether most lines of a list, which lead nowhere, stand again below it: as headings, unless the list is called so.</summary>
    private static bool NamesWhatFollows(Reading reading, int start, int end, bool named)
    {
        HashSet<string> lines = new(StringComparer.Ordinal);
        for (int i = start; i < end; i++)
        {
            if (reading.Cues[i].WebLinks > 0) return false;
        }

        for (int i = end; i < reading.Count; i++)
        {
            if ((named || reading.Blocks[i].Kind == BlockKind.Heading) && reading.Cues[i].Width is > 0 and <= 100) lines.Add(IssueTitle.Key(reading.TextOf(i)[reading.Cues[i].Ordinal.Length..].ToString()));
        }

        int again = 0;
        for (int i = start; i < end; i++) again += reading.Cues[i].Width is > 0 and <= 100 && lines.Contains(IssueTitle.Key(reading.TextOf(i)[reading.Cues[i].Ordinal.Length..].ToString())) ? 1 : 0;
        return again >= 2 && again * 3 >= (end - start) * 2;
    }

    /// <summary>A heading late in the page whose few words only lead to a form, such as one to subscribe by.</summary>
    private static void LabelOverForms(Reading reading)
    {
        for (int i = reading.Count / 2; i < reading.Count; i++)
        {
            if (!reading.IsContent(i) || reading.Blocks[i].Kind != BlockKind.Heading) continue;
            int end = i + 1;
            while (end < reading.Count && end <= i + 3 && reading.IsContent(end) && reading.Blocks[end] is { Kind: BlockKind.Paragraph, Box.ListDepth: 0 } && reading.Cues[end] is { Width: <= 160, WebLinks: 0 }) end++;
            if (end == reading.Count || reading.RoleOf(end) != BlockRole.Form || reading.Cues[end].WebLinks > 0) continue;
            for (int k = i; k < end; k++) reading.Label(k, BlockRole.Form, "stands over a form");
        }
    }

    /// <summary>A heading or line that names comments, with all that follows up to a heading of its rank.</summary>
    private static void LabelComments(Reading reading)
    {
        bool textFollows = false;
        for (int i = reading.Count - 1; i > 0; i--)
        {
            if (!MayBeComments(reading, i) || reading.Blocks[i].Length == 0) continue;
            bool isHeading = reading.Blocks[i].Kind == BlockKind.Heading;
            if (!isHeading && !reading.IsContent(i)) continue;
            bool named = reading.Cues[i].Width <= 30 && (!textFollows || isHeading) && reading.Vocabulary.Is(WordClass.Comments, reading.TextOf(i));
            if (!named && !(isHeading && QuotesTitle(reading, i)))
            {
                textFollows = true;
                continue;
            }

            reading.Label(i, BlockRole.Comments, "comments, or the place for them");
            if (!isHeading) continue;
            for (int k = i + 1; k < reading.Count && (reading.Blocks[k].Kind != BlockKind.Heading || reading.Blocks[k].Level > reading.Blocks[i].Level); k++)
            {
                if (reading.IsContent(k) || (MayBeComments(reading, k) && reading.Blocks[k].Box.IsWithin(reading.Blocks[i].Box))) reading.Label(k, BlockRole.Comments, "comments, or the place for them");
            }

            textFollows = reading.NextText(i + 1) >= 0;
        }
    }

    /// <summary>"2 replies to “Some Weekly 7: boats”".</summary>
    private static bool QuotesTitle(Reading reading, int heading)
    {
        if (reading.TitleBlock < 0 || heading <= reading.TitleBlock + 3) return false;
        ReadOnlySpan<char> title = reading.TextOf(reading.TitleBlock).Trim(), text = reading.TextOf(heading);
        int at = title.Length < 12 ? -1 : text.IndexOf(title, StringComparison.OrdinalIgnoreCase);
        return at > 0 && !char.IsLetterOrDigit(text[at - 1]) && !char.IsWhiteSpace(text[at - 1]);
    }

    /// <summary>Content, and what stands after it without the page or its words calling it a footer.</summary>
    private static bool MayBeComments(Reading reading, int block) =>
        reading.IsContent(block) || (reading.RoleOf(block) == BlockRole.Footer && reading.Blocks[block].Box.Nearest(BoxKind.Footer) is null && !reading.IsBoilerplate(block));

    /// <summary>A line that names sharing, with the list of places below it.</summary>
    private static void LabelShare(Reading reading)
    {
        for (int i = 0; i < reading.Count; i++)
        {
            if (!reading.IsContent(i) || reading.Cues[i].Width is 0 or > 40 || !reading.Vocabulary.Is(WordClass.Share, reading.TextOf(i))) continue;
            reading.Label(i, BlockRole.Share, "names sharing");
            for (int k = i + 1; k < reading.Count && reading.IsContent(k) && reading.Blocks[k].Box.ListDepth > 0 && reading.Cues[k].Width < 30; k++) reading.Label(k, BlockRole.Share, "a place to share at");
        }
    }

    /// <summary>Short lines near both ends that ask to follow or to press a button, or count who did.</summary>
    private static void LabelAppeals(Reading reading)
    {
        int seen = 0;
        for (int i = reading.NextText(0); i >= 0 && seen < AppealBlocks; i = reading.NextText(i + 1), seen++) LabelAppeal(reading, i);
        seen = 0;
        for (int i = reading.Count - 1; i > 0 && seen < AppealBlocks; i--)
        {
            if (!reading.IsContent(i) || reading.Blocks[i].Length == 0) continue;
            seen++;
            LabelAppeal(reading, i);
        }
    }

    private static void LabelAppeal(Reading reading, int block)
    {
        if (reading.Cues[block] is { Width: 0 or > 60 } or { ForeignWidth: > 0 } or { EndsSentence: true, Width: > 40 } || reading.Blocks[block].Kind == BlockKind.Heading) return;
        if (reading.Vocabulary.Contains(WordClass.Appeal, reading.TextOf(block))) reading.Label(block, BlockRole.Share, "asks to follow or to share");
        else if (IsCounter(reading.Vocabulary, reading.TextOf(block))) reading.Label(block, BlockRole.Share, "counts readers");
    }

    /// <summary>Nothing but numbers and what they count.</summary>
    private static bool IsCounter(Vocabulary vocabulary, ReadOnlySpan<char> text)
    {
        int numbers = 0, words = 0;
        for (int i = 0; i < text.Length;)
        {
            if (char.IsDigit(text[i])) numbers++;
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }

            int length = vocabulary.MatchAt(WordClass.Counter, text, i);
            if (length == 0) return false;
            words++;
            i += length;
        }

        return words > 0 && numbers > 0;
    }

    private static void LabelTail(Reading reading)
    {
        Box? menu = null;
        for (int i = reading.Count - 1; i > 0; i--)
        {
            if (reading.Blocks[i].Length == 0 || !reading.IsContent(i)) continue;
            if (reading.IsBoilerplate(i))
            {
                reading.Label(i, BlockRole.Footer, "licence, address or subscription");
                continue;
            }

            if (!IsMenuLine(reading, i)) break;
            if (reading.Blocks[i].Box.ListDepth > 0 && (menu is null || !reading.Blocks[i].Box.IsWithin(menu)))
            {
                menu = OutermostList(reading.Blocks[i].Box);
                if (IsUnderRelated(reading, menu, i)) break;
            }

            reading.Label(i, BlockRole.Navigation, "a line of links within the site");
        }
    }

    /// <summary>The list that a heading for other issues stands over: links within the site, but no menu.</summary>
    private static bool IsUnderRelated(Reading reading, Box list, int last)
    {
        int above = last;
        while (above >= 0 && reading.Blocks[above].Box.IsWithin(list)) above--;
        return above >= 0 && reading.Cues[above].Width <= 40 && reading.Vocabulary.Is(WordClass.Related, reading.TextOf(above));
    }

    /// <summary>Short, made of links within the site, or of words for going elsewhere in it.</summary>
    public static bool IsMenuLine(Reading reading, int block)
    {
        BlockCues cues = reading.Cues[block];
        if (reading.Blocks[block].Kind == BlockKind.Heading || cues.Width > 120 || cues.IsSentence) return false;
        if (cues.Width < 40 && reading.Vocabulary.Is(WordClass.Navigation, reading.TextOf(block))) return true;
        return cues.OwnWidth > 0 && cues.PlainWidth * 3 <= cues.Width && cues.ForeignWidth == 0
            && (reading.Blocks[block].Box.ListDepth > 0 || reading.Vocabulary.Contains(WordClass.Navigation, reading.TextOf(block)) || reading.Vocabulary.Contains(WordClass.Unsubscribe, reading.TextOf(block)));
    }

    private static Box OutermostList(Box box)
    {
        Box outer = box;
        for (Box? at = box; at is not null; at = at.Parent)
        {
            if (at.Kind is BoxKind.UnorderedList or BoxKind.OrderedList) outer = at;
        }

        return outer;
    }
}
