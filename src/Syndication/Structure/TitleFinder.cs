using Syndication.Documents;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>Finds the block that carries the issue's own title: by what the page says its title is, by a number, by rank and place.</summary>
internal static class TitleFinder
{
    private const int Enough = 4;

    public static void Find(Reading reading)
    {
        List<string> said = SaidTitles(reading.Document);
        int end = reading.Content.End.GetOffset(reading.Count);
        int firstText = reading.NextText(0);
        int best = -1, bestScore = 0;
        int headings = 0;
        for (int i = 0; i < end && headings < 12; i++)
        {
            Block block = reading.Blocks[i];
            if (block.Length == 0 || reading.RoleOf(i) is BlockRole.Hidden or BlockRole.Navigation or BlockRole.Form or BlockRole.Sidebar or BlockRole.Furniture || ProfileLabeler.IsPinnedTitle(block)) continue;
            if (block.Box.ListDepth > 0 || reading.Cues[i].Width > 200) continue;
            if (block.Kind == BlockKind.Heading) headings++;
            int score = Score(reading, i, said, i == firstText);
            if (score > bestScore)
            {
                best = i;
                bestScore = score;
            }
        }

        if (bestScore >= Enough && Agreement(Normalized(reading.TextOf(best)), SaidFor(reading.Document)) < 4) best = Numbered(reading, best);
        if (bestScore < Enough) return;
        reading.Label(best, BlockRole.Title, $"title: scores {bestScore} of {Enough} needed");
        for (int i = best + 1; i < end && reading.Blocks[i] is { AfterBreak: true, Kind: BlockKind.Heading }; i++) reading.Label(i, BlockRole.Masthead, "goes on from the title");
    }

    /// <summary>Where the title has no number but a line right below it has, the line is the issue's title and the other the publication's.</summary>
    private static int Numbered(Reading reading, int title)
    {
        if (IssueNumberFinder.Best(reading.TextOf(title)) is not null) return title;
        for (int i = title + 1, seen = 0; i < reading.Count && seen < 2; i++)
        {
            if (reading.Blocks[i].Length == 0) continue;
            seen++;
            if (reading.Blocks[i].Kind != BlockKind.Heading || reading.Cues[i].Width > 120) return title;
            if (IssueNumberFinder.Best(reading.TextOf(i)) is { Strength: NumberStrength.Marked, Start: 0 }) return i;
        }

        return title;
    }

    private static int Score(Reading reading, int index, List<string> said, bool isFirst)
    {
        Block block = reading.Blocks[index];
        BlockCues cues = reading.Cues[index];
        short size = reading.Document.Looks[cues.Look].Size;
        bool isFirstLine = isFirst && cues.Width <= 120 && !cues.EndsSentence && (reading.Document.Format == DocumentFormat.PlainText || NamesIssue(reading, index));
        int score = isFirstLine ? 2 : block.Kind == BlockKind.Heading ? Math.Max(4 - block.Level, 0) : size >= 18 || (cues.IsBold && !cues.IsSentence) ? 2 : 0;
        int agreement = Agreement(Normalized(reading.TextOf(index)), said);
        if (isFirstLine && StandsOverByline(reading, index)) score++;
        if (score == 0 && agreement < 4) return 0;
        score += agreement;
        if (block.Property is "headline" or "name") score += 2;
        if (IssueNumberFinder.Best(reading.TextOf(index)) is not null) score += 2;
        if (reading.RoleOf(index) == BlockRole.Content) score++;
        if (isFirst && block.Kind == BlockKind.Heading && block.Level == 1) score += 2;
        if (block.Box.Nearest(BoxKind.Header) is { } header && header.Nearest(BoxKind.Article) is null) score--;
        if (cues.OwnWidth * 2 > cues.Width && agreement < 4) score -= 2;
        if (agreement == 0 && block.Kind == BlockKind.Heading && (HasSiblings(reading, index) || (said.Count > 0 && NamesSection(reading, index)))) score -= 4;
        if (agreement < 4 && StandsBelowSibling(reading, index)) score -= 4;
        return score;
    }

    /// <summary>Whether a line says which newsletter it heads and which number it has.</summary>
    private static bool NamesIssue(Reading reading, int index) =>
        reading.Blocks[index].Kind == BlockKind.Paragraph && reading.Cues[index] is { WebLinks: 0, BoldLead: 0 } && reading.Vocabulary.Contains(WordClass.PublicationNoun, reading.TextOf(index)) && IssueNumberFinder.Best(reading.TextOf(index)) is not null;

    /// <summary>Whether the next line, with nothing between, says when or by whom.</summary>
    private static bool StandsOverByline(Reading reading, int index)
    {
        int next = index + 1;
        return next < reading.Count && !reading.Blocks[next].AfterGap && reading.Blocks[next].Box.ListDepth == 0 && BylineCues.IsByline(reading, next);
    }

    /// <summary>Whether other headings of the same level follow: then it is one of many, not the title.</summary>
    private static bool HasSiblings(Reading reading, int index)
    {
        for (int i = index + 1; i < reading.Count; i++)
        {
            if (reading.Blocks[i].Kind == BlockKind.Heading && reading.Blocks[i].Level == reading.Blocks[index].Level && reading.RoleOf(i) == BlockRole.Content) return true;
        }

        return false;
    }

    /// <summary>Whether a heading of the same level, or two of lower ones, stand above with entries below them: then it is the last of many.</summary>
    private static bool StandsBelowSibling(Reading reading, int index)
    {
        bool entries = false;
        int lower = 0;
        for (int i = index - 1; i >= 0; i--)
        {
            Block block = reading.Blocks[i];
            if (block.Length == 0 || reading.RoleOf(i) != BlockRole.Content) continue;
            if (block.Kind == BlockKind.Heading && reading.Blocks[index].Kind == BlockKind.Heading && block.Level == reading.Blocks[index].Level) return entries;
            if (block.Kind == BlockKind.Heading && entries && reading.Blocks[index].Kind == BlockKind.Heading && ++lower == 2) return true;
            entries |= reading.Cues[i].WebLinks > 0 || block.Box.ListDepth > 0;
        }

        return false;
    }

    /// <summary>Whether the words are those of a section where the page says what its title is, or the text's own head does.</summary>
    private static bool NamesSection(Reading reading, int index)
    {
        if (IssueNumberFinder.Best(reading.TextOf(index)) is not null) return false;
        return reading.Vocabulary.NamesSection(reading.TextOf(index)) || (reading.Document.Format == DocumentFormat.Markdown && reading.Document.Evidence.Any(static said => said is { Source: "front-matter", Name: "title" }));
    }

    /// <summary>4: what the page calls its title is this text; 2: the one contains the other.</summary>
    private static int Agreement(string text, List<string> said)
    {
        if (text.Length < 2) return 0;
        int best = 0;
        foreach (string title in said)
        {
            if (title == text) return 4;
            if (text.Length >= 4 && ((text.Length * 4 >= title.Length && title.Contains(text, StringComparison.Ordinal)) || (title.Length >= 6 && text.Contains(title, StringComparison.Ordinal)))) best = 2;
        }

        return best;
    }

    private static List<string> SaidTitles(FlatDocument document)
    {
        List<string> said = [];
        foreach (Evidence evidence in document.Evidence)
        {
            if (evidence is { Source: "title" } or { Source: "og", Name: "og:title" } or { Source: "meta", Name: "twitter:title" or "dc.title" }
                or { Source: "json-ld", Name: "headline" or "name" } or { Source: "front-matter", Name: "title" or "subject" } or { Source: "envelope", Name: "title" })
            {
                said.Add(Normalized(evidence.Value));
            }
        }

        return said;
    }

    /// <summary>What the page says of the issue alone: with the site's name left out of it.</summary>
    private static List<string> SaidFor(FlatDocument document) =>
        [.. document.Evidence.Where(static said => said is { Source: "og", Name: "og:title" } or { Source: "json-ld", Name: "headline" } or { Source: "front-matter", Name: "title" }).Select(static said => Normalized(said.Value))];

    private static string Normalized(ReadOnlySpan<char> text)
    {
        var buffer = new System.Text.StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (!Characters.IsInvisible(c)) buffer.Append(char.ToLowerInvariant(c));
        }

        return buffer.ToString();
    }
}
