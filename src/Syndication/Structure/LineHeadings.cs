using Syndication.Documents;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>
/// Finds headings in text without any markup and tells their ranks: short lines without a closing mark, that stand over longer ones. What a line is
/// called by, what follows it, and whether the text below keeps to its subject take the place of size and colour.
/// </summary>
internal sealed class LineHeadings
{
    /// <summary>Ranks of lines: a section, a group within it, a group within a group, an item, a part of an item.</summary>
    public const int Section = 1, Group = 2, Subgroup = 3, Entry = 4, Part = 5;

    private readonly Reading reading;
    private readonly bool[] isHeading;
    private readonly bool hasHan;

    private LineHeadings(Reading reading)
    {
        this.reading = reading;
        hasHan = Array.Exists(reading.Cues, static cues => cues.Ordinal.Kind == OrdinalKind.Han);
        isHeading = new bool[reading.Count];
        for (int i = reading.Count - 1; i >= 0; i--) isHeading[i] = IsHeading(i);
    }

    /// <summary>The rank of each block; 0 where it is no heading.</summary>
    public static int[] Rank(Reading reading)
    {
        var lines = new LineHeadings(reading);
        int[] ranks = new int[reading.Count];
        if (HasMarkup(reading)) return ranks;
        for (int i = 0; i < ranks.Length; i++)
        {
            if (lines.isHeading[i]) ranks[i] = lines.IsSection(i) ? Section : lines.IsGroup(i) ? Group : Entry;
        }

        lines.RaiseEquals(ranks);
        lines.FindSubgroups(ranks);
        lines.FindParts(ranks);
        return ranks;
    }

    private static bool HasMarkup(Reading reading)
    {
        for (int i = 0; i < reading.Count; i++)
        {
            if (reading.IsContent(i) && reading.Blocks[i].Kind == BlockKind.Heading) return true;
        }

        return false;
    }

    private bool IsHeading(int index)
    {
        if (!reading.IsContent(index) || reading.Blocks[index].Kind != BlockKind.Paragraph || reading.Blocks[index].Box.ListDepth > 0) return false;
        BlockCues cues = reading.Cues[index];
        if (reading.IsKnownSection(index) && reading.NextText(index + 1) >= 0) return true;
        if (cues.Width is 0 or > 100 || cues.IsOpenEnded || EndsLikeText(reading.TextOf(index)) || IsAddress(index)) return false;
        if (reading.TextOf(index).Contains('。') || (cues.EndsSentence && reading.TextOf(index).IndexOfAny(',', '，') >= 0)) return false;
        int next = reading.NextText(index + 1);
        if (next < 0) return false;
        if (reading.Blocks[next].Box.ListDepth > 0) return cues.Width <= 60;
        if (isHeading[next]) return cues.Width <= 60;

        // A colon announces the lines below; what announces is text unless it is as short as a label.
        if (cues.EndsWithColon) return cues.Width <= 24;
        return reading.Cues[next].Width > cues.Width || reading.Cues[next].EndsSentence || reading.Cues[next].EndsWithSemicolon;
    }

    private bool IsSection(int index)
    {
        BlockCues cues = reading.Cues[index];
        if (cues.Ordinal.Kind == OrdinalKind.Arabic) return false;
        ReadOnlySpan<char> text = reading.TextOf(index);
        double score = 0;
        if (reading.Vocabulary.NamesSection(text)) score += 3;
        if (reading.IsKnownSection(index)) score += Weights.KnownLine;
        if (cues.Ordinal.Kind is OrdinalKind.Han or OrdinalKind.Roman) score += 3;
        if (cues.Ordinal.Kind == OrdinalKind.BracketedHan) score += hasHan ? -3 : 3;
        if (IsFramed(text)) score += 3;
        if (IsUpper(text)) score += 1.5;
        if (reading.Blocks[index].AfterGap && !AllHaveGaps()) score += 1;
        if (cues.Width <= 16) score += 1;
        if (text.ContainsAnyInRange('0', '9')) score -= 1;
        if (text.IndexOfAny(Clause) >= 0) score -= 1;
        int next = reading.NextText(index + 1);
        if (next >= 0 && isHeading[next]) score += 1;
        return score >= 3;
    }

    private static readonly System.Buffers.SearchValues<char> Clause = System.Buffers.SearchValues.Create(",，:：;；");

    /// <summary>Has nothing of its own to say: a heading or a list follows at once.</summary>
    private bool IsGroup(int index)
    {
        BlockCues cues = reading.Cues[index];
        if (cues.Ordinal.Length > 0 || cues.Width > 40) return false;
        int next = reading.NextText(index + 1);
        if (next < 0) return false;
        return (isHeading[next] && (reading.Cues[next].Ordinal.Length > 0 || (StandsAlone(index) && !StandsAlone(next)))) || reading.Blocks[next].Box.ListDepth > 0 || IsSemicolonList(next);
    }

    /// <summary>Has a gap above and below.</summary>
    private bool StandsAlone(int index)
    {
        int next = reading.NextText(index + 1);
        return reading.Blocks[index].AfterGap && next >= 0 && reading.Blocks[next].AfterGap;
    }

    /// <summary>Groups that are written as sections are become sections, unless such a line stands right over another: then the form tells nothing.</summary>
    private void RaiseEquals(int[] ranks)
    {
        foreach (bool upper in (ReadOnlySpan<bool>)[true, false])
        {
            List<int> equals = [];
            bool sections = false, nested = false;
            for (int i = 0; i < ranks.Length; i++)
            {
                if (ranks[i] is not (Section or Group) || !StandsAlone(i) || reading.Cues[i].Ordinal.Length > 0 || IsUpper(reading.TextOf(i)) != upper) continue;
                sections |= ranks[i] == Section;
                nested |= equals.Count > 0 && reading.NextText(equals[^1] + 1) == i;
                equals.Add(i);
            }

            if (!sections || nested) continue;
            foreach (int line in equals) ranks[line] = Section;
        }
    }

    private bool IsSemicolonList(int index)
    {
        int next = reading.NextText(index + 1);
        return reading.Cues[index].EndsWithSemicolon && next >= 0 && !isHeading[next];
    }

    /// <summary>A group that comes again under other groups ("bugfix" after each project) is a part of each.</summary>
    private void FindSubgroups(int[] ranks)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        for (int i = 0; i < ranks.Length; i++)
        {
            if (ranks[i] == Group) counts[reading.NameOf(i)] = counts.GetValueOrDefault(reading.NameOf(i)) + 1;
        }

        bool hasGroup = false;
        for (int i = 0; i < ranks.Length; i++)
        {
            if (ranks[i] == Section) hasGroup = false;
            if (ranks[i] != Group) continue;
            if (hasGroup && counts[reading.NameOf(i)] > 1) ranks[i] = Subgroup;
            else hasGroup = true;
        }
    }

    /// <summary>An item whose subject the text under the following headings keeps naming is told in parts; so is a release that headings of a word or two follow.</summary>
    private void FindParts(int[] ranks)
    {
        for (int i = 0; i < ranks.Length; i++)
        {
            if (ranks[i] != Entry || Subject(reading.TextOf(i)) is not { } subject) continue;
            for (int k = i + 1; k < ranks.Length && ranks[k] is 0 or Entry; k++)
            {
                if (ranks[k] != Entry) continue;
                if (reading.Cues[k].Ordinal.Length > 0 || Subject(reading.TextOf(k)) is not null || !(BodyNames(k, subject, ranks) || (HasVersion(reading.TextOf(i)) && IsBareWord(k)))) break;
                ranks[k] = Part;
            }
        }
    }

    /// <summary>Too short to say what happened to whom, and no date or number in it: it names a side of what was said before.</summary>
    private bool IsBareWord(int index) => reading.Cues[index].Width <= 14 && !reading.TextOf(index).ContainsAnyInRange('0', '9') && Characters.IsEastAsian(reading.TextOf(index).TrimStart()[0]);

    private static bool HasVersion(ReadOnlySpan<char> title)
    {
        for (int dot = title.IndexOf('.'); dot > 0 && dot + 1 < title.Length; )
        {
            if (char.IsAsciiDigit(title[dot - 1]) && char.IsAsciiDigit(title[dot + 1])) return true;
            int next = title[(dot + 1)..].IndexOf('.');
            if (next < 0) return false;
            dot += next + 1;
        }

        return false;
    }

    private bool BodyNames(int heading, string subject, int[] ranks)
    {
        for (int i = heading; i < ranks.Length && (i == heading || ranks[i] == 0); i++)
        {
            if (reading.IsContent(i) && reading.TextOf(i).Contains(subject, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>The name that a title starts with: Latin letters before other script, or a capitalised word that is not the only one.</summary>
    private static string? Subject(ReadOnlySpan<char> title)
    {
        int end = 0;
        while (end < title.Length && (char.IsAsciiLetterOrDigit(title[end]) || title[end] is '-' or '_' or '.' or '/')) end++;
        if (end < 3 || end == title.Length || !char.IsAsciiLetter(title[0])) return null;
        bool beforeOtherScript = title[end..].IndexOfAnyExceptInRange('\0', '\u024F') >= 0;
        return beforeOtherScript ? title[..end].ToString() : null;
    }

    private bool AllHaveGaps()
    {
        for (int i = 0; i < isHeading.Length; i++)
        {
            if (isHeading[i] && !reading.Blocks[i].AfterGap) return false;
        }

        return true;
    }

    /// <summary>An address alone, or with a label before it.</summary>
    private bool IsAddress(int index)
    {
        if (reading.Cues[index].WebLinks == 0) return false;
        ReadOnlySpan<char> text = reading.TextOf(index);
        int at = text.IndexOf("http", StringComparison.OrdinalIgnoreCase);
        return at == 0 ? reading.Cues[index].IsAllLinks : at > 0 && text[..at].TrimEnd() is [.., ':' or '：'] && text[at..].IndexOf(' ') < 0;
    }

    /// <summary>The same signs before and behind: <c>+++ News +++</c>, <c>*** News ***</c>.</summary>
    private static bool IsFramed(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        int end = 0;
        while (end < text.Length && text[end] == text[0] && !char.IsLetterOrDigit(text[0])) end++;
        return end is > 0 and < 12 && text.Length > 2 * end + 2 && text[^end..].SequenceEqual(text[..end]) && text[0] is not ('"' or '\'' or '“' or '「' or '『');
    }

    private static bool IsUpper(ReadOnlySpan<char> text)
    {
        int letters = 0;
        foreach (char c in text)
        {
            if (char.IsLower(c) || Characters.IsEastAsian(c)) return false;
            if (char.IsUpper(c)) letters++;
        }

        return letters > 2;
    }

    private static bool EndsLikeText(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        return text.IsEmpty || text[^1] is '.' or '。' or '．' or '…';
    }
}
