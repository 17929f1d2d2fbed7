using System.Buffers;
using Syndication.Documents;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>Finds the name of the newsletter: what stands before the number in titles, in 《》, or what the site calls itself.</summary>
internal sealed class PublicationName(Reading reading, EvidenceTable evidence, IssueTitle title)
{
    private const int LongestName = 64;
    private const int IntroductionBlocks = 6;
    private static readonly SearchValues<char> Between = SearchValues.Create(" ,，–—-|");

    /// <summary>The name, verbatim, and where it stands; <see langword="null"/> where nothing names the newsletter.</summary>
    public (string Name, string Source)? Find()
    {
        if (evidence.First("front-matter/publication", "front-matter/newsletter", "front-matter/series", "json-ld/ispartof.name", "json-ld/ispartof.headline") is { } said) return said;
        List<string> sites = Sites();
        (string Name, string Source)? unnamed = null;
        foreach ((string text, string source) in Titles())
        {
            if (NameIn(text) is not { } name) continue;
            if (IsName(name) || sites.Exists(site => IssueTitle.Same(site, name))) return (name, source);
            unnamed ??= (name, source);
        }

        if (Recurring() is { } recurring) return recurring;
        if (Quoted() is { } quoted) return quoted;
        foreach (string site in sites)
        {
            if (IsName(site)) return (site, "site name");
        }

        foreach (int i in Masthead())
        {
            string text = reading.TextOf(i).ToString();
            if (sites.Count > 0 && !sites.Exists(site => IssueTitle.Same(site, text))) continue;
            if (reading.Cues[i].Width <= LongestName && IsName(text) && !IsWord(text) && !Vocabulary.Default.Contains(WordClass.Navigation, text)) return (NameIn(text) ?? text, "masthead");
        }

        if (unnamed is { } before && IsBeforeNumber(before.Name)) return before;
        return sites.Count > 0 && NameIn(sites[0]) is null ? (sites[0], "site name") : unnamed ?? AboveNumber() ?? (sites.Count > 0 ? (NameIn(sites[0]) ?? sites[0], "site name") : new ProseName(reading, title).Find() is { } spoken ? (spoken, "words of the text") : null);
    }

    /// <summary>Whether the title is this name and a number marked as an issue's: <c>The Ledger No. 4</c>.</summary>
    private bool IsBeforeNumber(string name)
    {
        if (title.Text is not { } text || !text.StartsWith(name, StringComparison.Ordinal)) return false;
        return IssueNumberFinder.Best(text) is { Strength: NumberStrength.Marked } number && number.Start >= name.Length && text.AsSpan(name.Length, number.Start - name.Length).IndexOfAnyExcept(Between) < 0;
    }

    /// <summary>The part of a title that names the newsletter: what stands before the number, else what is left without the date.</summary>
    internal static string? NameIn(string text)
    {
        string[] parts = Parts(text);
        for (int i = 0; i < parts.Length; i++)
        {
            string part = parts[i];
            if (IssueNumberFinder.Best(part) is not { } number) continue;
            string name = Trim(part[..EndOfNoun(part, number.Start)]);
            if (name.Length == 0) return BesideNumber(parts, i, number.End);
            if (IssueNumberFinder.Best(name) is { Strength: >= NumberStrength.Volume, Start: > 0 } volume) name = Trim(name[..volume.Start]);
            name = WithoutDate(name);
            return name.Length > 0 && Characters.Width(name) <= LongestName && name.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0 ? name : null;
        }

        foreach (string part in parts)
        {
            string name = WithoutDate(part);
            if (name.Length < part.Length && name.IndexOfAny([':', '：']) is > 0 and int colon && Trim(name[..colon]) is { } named && IsName(named) && !IsWord(named)) name = named;
            bool cut = name.Length < part.Length || part.Length < text.Length;
            if (cut && name.Length > 0 && Characters.Width(name) <= 36 && IsName(name) && !IsWord(name)) return name;
        }

        return null;
    }

    /// <summary>Where the number opens its part: the part that names a newsletter, what follows the number as a name does, the part before.</summary>
    private static string? BesideNumber(string[] parts, int numbered, int end)
    {
        foreach (string part in parts)
        {
            if (part != parts[numbered] && WithoutDate(part) is { Length: > 0 } other && IsName(other) && !IsWord(other)) return other;
        }

        string rest = parts[numbered][end..];
        if (rest.StartsWith(' ') && WithoutDate(rest) is { Length: > 0 } after && Characters.Width(after) <= 36 && IsName(after) && !IsWord(after)) return after;
        return numbered > 0 && WithoutDate(parts[numbered - 1]) is { Length: > 1 } before && Characters.Width(before) <= 36 && before.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0 ? before : null;
    }

    private static string WithoutDate(string text)
    {
        if (DateFinder.First(text) is not { } date) return WithoutDay(Trim(text));
        int end = date.Start + date.Length;
        int suffix = Vocabulary.Default.MatchAt(WordClass.IssueSuffix, text, end, wholeWords: false);
        string rest = text[(end + suffix)..];

        // "from 4 January to 10 January": the second day goes with the first.
        ReadOnlySpan<char> until = rest.AsSpan().TrimStart(" –—-〜~～");
        if (until.IndexOf(' ') is > 0 and <= 8 and int small && until[..small].IndexOfAnyExceptInRange('a', 'z') < 0) until = until[small..].TrimStart();
        if (DateFinder.First(until) is { Start: 0 } last) rest = until[last.Length..].ToString();
        string before = text[..date.Start].TrimEnd();
        int word = before.LastIndexOfAny([' ', '(']);

        // "The Post for May 3": a small word only leads to the date.
        bool ends = string.IsNullOrWhiteSpace(rest) || rest.TrimStart()[0] == ')';
        if (ends && word > 0 && before.Length - word is > 1 and <= 5 && before.AsSpan(word + 1).IndexOfAnyExceptInRange('a', 'z') < 0) before = before[..(before[word] == '(' ? word + 1 : word)];
        if (before is [.., '(' or '（' or '['] && rest.TrimStart() is [')' or '）' or ']', ..]) (before, rest) = (before[..^1], rest.TrimStart()[1..]);
        return Trim(before + rest);
    }

    /// <summary>Without a month at the end, with a day or a year but not both: <c>Sept 1</c>, <c>(June 2020)</c>, <c>: January 2021</c>.</summary>
    private static string WithoutDay(string text)
    {
        string name = text.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' ', ',', '.', ')', '）');
        int word = name.LastIndexOfAny([' ', '(', '（']) + 1;
        return word > 0 && Vocabulary.Default.MonthAt(name, word, out int length) > 0 && word + length == name.Length ? Trim(name[..word]) : text;
    }

    /// <summary>Behind the word that the number follows, where it is a part of the name: Packet Bulletin 204, not Some Weekly, letter 7.</summary>
    private static int EndOfNoun(string text, int at)
    {
        int end = at;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        bool isNoun = end > at && at > 1 && char.IsUpper(text[at]) && text[at - 1] == ' ' && char.IsLetter(text[at - 2]) && Vocabulary.Default.Is(WordClass.PublicationNoun, text.AsSpan(at, end - at));
        return isNoun ? end : at;
    }

    /// <summary>Whether a name that came with the issue is the publication's rather than a person's.</summary>
    internal static bool IsPublication(string name, string? publication) => IsName(name) || (publication is not null && Contains(publication, name));

    /// <summary>Whether a title of the page or one of its first lines carries the name: then it is not only the name of who sent it.</summary>
    private bool BearsName(string name)
    {
        foreach ((string text, _) in Titles())
        {
            if (Contains(text, name)) return true;
        }

        foreach (int i in Masthead())
        {
            if (reading.Cues[i].Width <= LongestName && Contains(reading.TextOf(i).ToString(), name)) return true;
        }

        return false;
    }

    private static bool Contains(string text, string name) => IssueTitle.Key(name) is { Length: > 1 } key && IssueTitle.Key(text).Contains(key, StringComparison.Ordinal);

    private static bool IsName(string text) => Characters.Width(text) <= LongestName && Vocabulary.Default.Contains(WordClass.PublicationNoun, text);

    /// <summary>A general word alone (Newsletter, 周报) names nothing.</summary>
    private static bool IsWord(string text) => Vocabulary.Default.Is(WordClass.PublicationNoun, text) || Vocabulary.Default.Is(WordClass.Navigation, text);

    private static string[] Parts(string text) => text.Split(["|", "｜", " :: ", " · ", " • ", " — ", " – "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Trim(string name)
    {
        if (name is ['[', ..] && name.IndexOf(']', StringComparison.Ordinal) is > 0 and < 20 and int tag && tag + 2 < name.TrimEnd().Length) name = name[(tag + 1)..];
        name = name.TrimStart();
        if (Characters.PicturesLength(name) is > 0 and int pictures && pictures < name.Length) name = name[pictures..];
        string trimmed = name.Trim().Trim(',', '，', '،', ':', '：', '-', '–', '—', '|', '｜', '·', '•', '#', '@', '/', '_', '、', '.', '□', '■', '◆', '◇', '○', '●', '★', '☆', '▲', '▼', '※', ' ', '\u00A0', '\u3000', '《', '【', '「', '[');
        if (trimmed.EndsWith('》') && !trimmed.Contains('《', StringComparison.Ordinal)) trimmed = trimmed[..^1];
        if (trimmed.Length > 2 && trimmed[0] is '[' or '［' && trimmed[^1] is ']' or '］') trimmed = trimmed[1..^1].Trim();
        if (trimmed.EndsWith('（') || trimmed.EndsWith('(') || trimmed.EndsWith('[')) trimmed = trimmed[..^1].TrimEnd();
        return trimmed;
    }

    private IEnumerable<(string Text, string Source)> Titles()
    {
        if (title.Text is not null) yield return (title.Text, "title");
        if (reading.TitleBlock >= 0) yield return (reading.TextOf(reading.TitleBlock).ToString(), "heading");
        foreach (string place in (string[])["title/title", "og/og:title", "json-ld/headline", "meta/twitter:title"])
        {
            if (evidence.First(place) is { } said) yield return said;
        }
    }

    /// <summary>What the site, its feed or the category of the post is called.</summary>
    private List<string> Sites()
    {
        var sites = new List<string>();
        if (evidence.First("og/og:site_name", "meta/og:site_name") is { } site) sites.Add(site.Value);
        if (title.Site is not null) sites.Add(NameIn(title.Site) ?? title.Site);
        foreach ((string value, _) in evidence.All("envelope/publication")) sites.Add(value);
        foreach ((string value, _) in evidence.All("envelope/sender"))
        {
            if (IsName(value) || BearsName(value)) sites.Add(value);
        }

        foreach (string place in (string[])["meta/application-name", "json-ld/publisher.name"])
        {
            if (evidence.First(place) is { } said) sites.Add(said.Value);
        }

        foreach (string place in (string[])["front-matter/category", "front-matter/categories", "front-matter/tags", "og/article:section"])
        {
            foreach ((string value, _) in evidence.All(place))
            {
                if (title.Text is not null && IssueTitle.Key(title.Text).Contains(IssueTitle.Key(value), StringComparison.Ordinal) && IsName(value)) sites.Add(value);
            }
        }

        // "by A - Some Weekly" in the head, "Some Weekly" in the page's data.
        if (sites.Count > 1 && sites.Find(site => sites[0].Length > site.Length + 2 && sites[0].EndsWith(site, StringComparison.Ordinal) && !char.IsLetterOrDigit(sites[0][^(site.Length + 1)])) is { } shorter) sites.Insert(0, shorter);
        return sites;
    }

    /// <summary>The name that the titles of several other issues have before their numbers, or the days of one before their dates.</summary>
    private (string Name, string Source)? Recurring()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < reading.Count; i++)
        {
            if ((reading.RoleOf(i) != BlockRole.Related && reading.Blocks[i].Kind != BlockKind.Heading) || NameIn(reading.TextOf(i).ToString()) is not { } name) continue;
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        KeyValuePair<string, int> best = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).FirstOrDefault();
        return best.Value >= 2 ? (best.Key, "titles of other issues") : null;
    }

    /// <summary>The short line right above the one that starts with the issue's number, unless other lines of the masthead stand above it.</summary>
    private (string Name, string Source)? AboveNumber()
    {
        int above = -1;
        for (int i = 0, seen = 0; i < reading.Count && seen < 12; i++)
        {
            BlockCues cues = reading.Cues[i];
            if (cues.Width == 0 || reading.RoleOf(i) is BlockRole.Hidden or BlockRole.Navigation or BlockRole.Form or BlockRole.Sidebar or BlockRole.Furniture) continue;
            seen++;
            if (above >= 0 && cues.Width <= 100 && IssueNumberFinder.All(reading.TextOf(i)) is [{ Strength: >= NumberStrength.Volume, Start: <= 2 }, ..])
            {
                return Trim(reading.TextOf(above).ToString()) is { Length: > 0 } name ? (name, "line above the number") : null;
            }

            bool names = cues is { Width: <= 48, EndsSentence: false, IsOpenEnded: false, EndsWithColon: false } && reading.Blocks[i].Box.ListDepth == 0 && DateFinder.First(reading.TextOf(i)) is null && !HasYear(reading.TextOf(i));
            above = names && seen <= 2 ? i : -1;
        }

        return null;
    }

    private static bool HasYear(ReadOnlySpan<char> text)
    {
        for (int i = 0; i + 4 <= text.Length; i++)
        {
            if (text.Slice(i, 4) is ['1', '9', >= '0' and <= '9', >= '0' and <= '9'] or ['2', '0', >= '0' and <= '9', >= '0' and <= '9']) return true;
        }

        return false;
    }

    private (string Name, string Source)? Quoted()
    {
        int left = IntroductionBlocks;
        for (int i = 0; i < reading.Count && left > 0; i++)
        {
            if (reading.RoleOf(i) is not (BlockRole.Content or BlockRole.Masthead or BlockRole.Title) || reading.Blocks[i].Length == 0) continue;
            left--;
            ReadOnlySpan<char> text = reading.TextOf(i);
            for (int open = text.IndexOf('《'); open >= 0;)
            {
                text = text[(open + 1)..];
                int close = text.IndexOf('》');
                if (close <= 0) break;
                string name = text[..close].ToString();
                if (Characters.Width(name) <= 40 && IsName(name) && !IsWord(name)) return (name, "name in 《》");
                open = text.IndexOf('《');
            }
        }

        return null;
    }

    private IEnumerable<int> Masthead()
    {
        for (int i = 0; i < reading.Count; i++)
        {
            if (reading.RoleOf(i) == BlockRole.Masthead && reading.Blocks[i].Length > 0) yield return i;
        }
    }
}
