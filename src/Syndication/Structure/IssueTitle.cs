using System.Buffers;
using Syndication.Documents;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>Tells the issue's own title from the site's name that stands beside it in <c>title</c> (<c>Issue 20 :: Some Weekly</c>).</summary>
/// <param name="Text">The title, verbatim; <see langword="null"/> where none is printed.</param>
/// <param name="Site">The rest of the page's title; <see langword="null"/> where there is none.</param>
/// <param name="Source">Where the title stands, in words.</param>
internal sealed record IssueTitle(string? Text, string? Site, string? Source)
{
    private static readonly SearchValues<char> Separators = SearchValues.Create("|｜·•:：–—-«»‹›~_");

    /// <summary>The title without the pictures before it, as items have theirs.</summary>
    public static IssueTitle Of(Reading reading, EvidenceTable evidence)
    {
        IssueTitle title = Choose(reading, evidence);
        int pictures = Characters.PicturesLength(title.Text);
        return pictures > 0 && pictures < title.Text!.Length ? title with { Text = title.Text[pictures..] } : title;
    }

    /// <summary>Chooses the title: front matter, the envelope, then what the page shows and says alike, then what it shows, then what it says.</summary>
    private static IssueTitle Choose(Reading reading, EvidenceTable evidence)
    {
        string? shown = reading.TitleBlock < 0 ? null : WithoutDateBeside(reading.TextOf(reading.TitleBlock)).ToString();
        if (evidence.First("front-matter/title", "front-matter/subject", "envelope/title") is { } front)
        {
            bool bare = !front.Value.AsSpan().ContainsAnyExceptInRange('0', '9');
            return bare && shown is not null && IssueNumberFinder.Best(shown) is not null ? new IssueTitle(shown, null, "heading") : new IssueTitle(front.Source.EndsWith("subject", StringComparison.Ordinal) ? WithoutTag(front.Value) : front.Value, null, front.Source);
        }

        string? page = evidence.First("title/title")?.Value;
        string? site = evidence.First("og/og:site_name", "meta/og:site_name")?.Value;
        IssueTitle? split = page is null ? null : BestSplit(reading, page, shown, site);

        // "Some Post" in large type, "Some Post - No. 23 - November 2007" in the head: the first names the publication, the second the issue.
        if (split is { Text: { } name, Site: { } rest } && !Identifies(name) && Identifies(rest) && page!.StartsWith(name, StringComparison.OrdinalIgnoreCase)) return new IssueTitle(page, name, "<title>");
        if (shown is not null && site is not null && Same(shown, site)) shown = null;
        if (split is not null && (shown is null || Same(split.Text!, shown) || (Identifies(split.Text!) && !Identifies(shown)))) return split;
        if (shown is not null)
        {
            // "Some Weekly Issue #7 - May" in the head, "Issue #7 - May" under the logo: the fuller form is the title.
            if (page is not null && page.Length > shown.Length && page.EndsWith(shown, StringComparison.OrdinalIgnoreCase)
                && page[..^shown.Length] is { } lead && lead.EndsWith(' ') && lead.TrimEnd().AsSpan()[^1..].IndexOfAny(Separators) < 0)
            {
                return new IssueTitle(page, null, "<title>");
            }

            return new IssueTitle(shown, split?.Site, "heading");
        }

        if (evidence.First("json-ld/headline", "og/og:title", "meta/og:title", "meta/twitter:title", "microdata/headline", "meta/dc.title") is { } said
            && (site is null || !Same(said.Value, site)) && !(page is not null && Same(said.Value, page)))
        {
            return new IssueTitle(said.Value, page is null ? null : Cut(page, said.Value)?.Site, said.Source);
        }

        if (page is null) return BoldLead(reading) is { } lead ? new IssueTitle(lead, site, "bold words") : new IssueTitle(null, site, null);
        return site is not null && Same(page, site) ? new IssueTitle(null, site, null) : WithoutSite(page, site);
    }

    /// <summary>Whether two titles are the same to a reader.</summary>
    public static bool Same(string left, string right) => Key(left) == Key(right);

    /// <summary>The title for comparison: folded, without white space and the punctuation at its ends.</summary>
    public static string Key(string text) => Folding.Fold(Folding.TrimToWords(text).ToString()).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>In a fragment without any heading: the bold words before the date in one of its first lines, where they have the issue's number.</summary>
    private static string? BoldLead(Reading reading)
    {
        for (int i = 0, seen = 0; i < reading.Count && seen < 3; i++)
        {
            if (reading.Blocks[i].Length == 0) continue;
            seen++;
            if (reading.RoleOf(i) != BlockRole.Byline || reading.Cues[i] is not { IsBold: false, BoldLead: > 2 and < 120 } cues) continue;
            string lead = reading.TextOf(i)[..cues.BoldLead].Trim().ToString();
            if (IssueNumberFinder.Best(lead) is not null) return lead;
        }

        return null;
    }

    /// <summary>The title in a line where a hard space parts it from the day (<c>Issue 7&#160; May 3rd 2016</c>).</summary>
    private static ReadOnlySpan<char> WithoutDateBeside(ReadOnlySpan<char> line)
    {
        int space = line.LastIndexOf('\u00A0');
        return space > 3 && DateFinder.First(line[space..]) is { } date && line[space..][..date.Start].Trim().IsEmpty && line[space..][date.End..].Trim().IsEmpty && !line[..space].Trim().IsEmpty ? line[..space].TrimEnd() : line;
    }

    /// <summary>The subject of a mail without the tag that its list puts before it: <c>[weekly] Some Weekly 7</c>.</summary>
    private static string WithoutTag(string subject) =>
        subject is ['[', ..] && subject.IndexOf(']', StringComparison.Ordinal) is > 1 and < 20 and int end && subject[(end + 1)..].Trim() is { Length: > 3 } rest ? rest : subject;

    private static bool Identifies(string text) => IssueNumberFinder.Best(text) is not null || DateFinder.First(text) is not null;

    /// <summary>The split of the page's title at one of the headings that the page shows, best at the one that identifies the issue.</summary>
    private static IssueTitle? BestSplit(Reading reading, string page, string? shown, string? site)
    {
        IssueTitle? best = shown is null ? null : Cut(page, shown);
        if (best is not null && (Identifies(best.Text!) || best.Site is null || !Identifies(best.Site))) return best;
        int headings = 0;
        for (int i = 0; i < reading.Count && headings < 15; i++)
        {
            if (reading.Blocks[i].Kind != BlockKind.Heading && reading.RoleOf(i) is not (BlockRole.Title or BlockRole.Masthead)) continue;
            headings++;
            if (Cut(page, reading.TextOf(i).ToString()) is not { } cut || (site is not null && Same(cut.Text!, site))) continue;
            if (Identifies(cut.Text!)) return cut;
            if (best is null && (cut.Site is null || !Identifies(cut.Site))) best = cut;
            else if (best is null && cut.Site is not null) best = new IssueTitle(cut.Site, cut.Text, "<title>");
        }

        return best;
    }

    private static IssueTitle? Cut(string page, string heading)
    {
        heading = heading.Trim();
        if (heading.Length == 0 || heading.Length >= page.Length) return null;
        if (page.StartsWith(heading, StringComparison.OrdinalIgnoreCase))
        {
            string rest = page[heading.Length..].TrimStart();
            if (rest.AsSpan().IndexOfAny(Separators) == 0 && TrimSeparators(rest) is { Length: > 0 } site) return new IssueTitle(page[..heading.Length], site, "<title>");
        }

        if (page.EndsWith(heading, StringComparison.OrdinalIgnoreCase))
        {
            string rest = page[..^heading.Length].TrimEnd();
            if (rest.Length > 0 && Separators.Contains(rest[^1]) && TrimSeparators(rest) is { Length: > 0 } site) return new IssueTitle(page[^heading.Length..], site, "<title>");
        }

        return null;
    }

    /// <summary>Cuts the site's name off one end, known or told by a bar; what stands at the other end is the title.</summary>
    private static IssueTitle WithoutSite(string page, string? site)
    {
        if (site is not null && Cut(page, site) is { } known) return new IssueTitle(known.Site, known.Text, "<title>");
        foreach (string separator in (ReadOnlySpan<string>)[" :: ", " | ", "｜", "|", " · ", " • ", " — ", " – ", " - "])
        {
            int at = page.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0 || at + separator.Length >= page.Length) continue;
            string left = page[..at].Trim(), right = page[(at + separator.Length)..].Trim();
            if (left.Length == 0 || right.Length == 0) continue;
            bool leftNamed = Names(left), rightNamed = Names(right);
            if (Identifies(right) && !Identifies(left) && leftNamed) return new IssueTitle(right, left, "<title>");
            if (rightNamed && !Identifies(right)) return new IssueTitle(left, right, "<title>");
        }

        return new IssueTitle(page, null, "<title>");
    }

    private static bool Names(string text) => Characters.Width(text) <= 60 && Vocabulary.Default.Contains(WordClass.PublicationNoun, text);

    private static string TrimSeparators(string text) => text.Trim().Trim('|', '｜', '·', '•', ':', '：', '–', '—', '-', '«', '»', '‹', '›', '~', '_', ' ', '\u00A0');
}
