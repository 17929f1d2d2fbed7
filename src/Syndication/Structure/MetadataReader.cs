using System.Collections.Immutable;
using System.Globalization;
using Syndication.Documents;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>
/// Reads what is known of an issue as a whole. Evidence counts in this order: the profile, front matter, the envelope, JSON-LD, OpenGraph, microdata, <c>meta</c>, <c>time</c>,
/// <c>title</c>, what the page shows, file name and address. Where two sources disagree, a diagnostic has both values; where none says anything, the field is null.
/// </summary>
internal sealed class MetadataReader
{
    private const int LanguageSample = 8000;
    private const int IntroductionBlocks = 6;
    private const int TailBlocks = 4;

    private static readonly string[] authorPlaces = ["json-ld/author.name", "json-ld/author", "microdata/author", "meta/author", "meta/dc.creator", "og/article:author"];

    private readonly Reading reading;
    private readonly EvidenceTable evidence;
    private readonly IssueTitle title;
    private readonly PublicationProfile? profile;
    private readonly string? fileName;
    private readonly string? url;
    private readonly List<(string Field, string Source)> sources = [];
    private readonly List<Diagnostic> diagnostics = [];

    private MetadataReader(Reading reading, string? fileName, PublicationProfile? profile)
    {
        this.reading = reading;
        this.fileName = fileName;
        this.profile = profile;
        evidence = new EvidenceTable(reading.Document);
        title = IssueTitle.Choose(reading, evidence);
        url = FindUrl();
    }

    /// <summary>Reads the metadata of a document whose blocks have their roles.</summary>
    /// <param name="reading">The document.</param>
    /// <param name="fileName">Its file name or path, where known.</param>
    /// <param name="profile">What is known of the publication beside it.</param>
    public static IssueMetadata Read(Reading reading, string? fileName = null, PublicationProfile? profile = null) => new MetadataReader(reading, fileName, profile).Read();

    private IssueMetadata Read()
    {
        string? language = FindLanguage();
        (string Name, string Source)? name = Pinned(profile?.Title) ?? new PublicationName(reading, evidence, title).Find() ?? Learned(profile?.Title);
        int? number = FindNumber(name?.Name);
        Note("title", title.Source);
        var dates = new PublishedDate(reading, evidence, title, url, fileName, language);
        (PublicationDate? published, string? source, (DateOnly Day, string Source)? other) = dates.Find();
        bool isUsual = false;
        if (published is { } first && UsualPlace("published", source!) is { } place && dates.At(place) is { } usual && IsAnotherDay(first, usual.Date))
        {
            isUsual = true;
            other = (first.Date, source!);
            (published, source) = usual;
        }

        Note("published", source);
        if (other is { } second) Disagree("date", published!.Value.ToString(), source!, second.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), second.Source, isUsual);
        (PublicationDate Date, string Source)? updated = dates.Updated();
        Note("updated", updated?.Source);
        Note("language", language is null ? null : "language");
        Note("publication", name?.Source);
        string? home = FindHome(name?.Name);
        return new IssueMetadata
        {
            Number = number,
            Title = title.Text,
            Url = url,
            Published = published,
            Updated = updated?.Date,
            Language = language,
            Publication = name is null && home is null ? null : new Publication { Title = name?.Name, Url = home },
            StatedHome = Pinned(profile?.Url)?.Value,
            Authors = FindAuthors(language, name?.Name),
            Sources = [.. sources],
            Diagnostics = [.. diagnostics],
        };
    }

    /// <summary>What a person wrote into the profile; it wins over all that the issue says.</summary>
    private (string Value, string Source)? Pinned(string? value) => value is not null && profile!.LearnedFrom <= 0 ? (value, "profile") : null;

    /// <summary>What was learned from other issues: for an issue that does not say it. A publication may change its name.</summary>
    private (string Value, string Source)? Learned(string? value) => value is not null && profile!.LearnedFrom > 0 ? (value, "other issues") : null;

    /// <summary>The place where other issues say a field, where it may decide against another: never against what was said of this issue for good, unless a person wrote so.</summary>
    private string? UsualPlace(string field, string source)
    {
        if (profile is null || (profile.LearnedFrom > 0 && (source.StartsWith("front-matter ", StringComparison.Ordinal) || source.StartsWith("envelope ", StringComparison.Ordinal)))) return null;
        foreach (FieldPlace? place in profile.Places)
        {
            if (place?.Field == field) return place.Source == source ? null : place.Source;
        }

        return null;
    }

    private static bool IsAnotherDay(PublicationDate one, PublicationDate other)
    {
        int days = Math.Abs(one.Date.DayNumber - other.Date.DayNumber);
        bool isZone = days == 1 && (one.Moment is { Offset.Ticks: 0 } || other.Moment is { Offset.Ticks: 0 });
        return days > 0 && !isZone;
    }

    private int? FindNumber(string? publication)
    {
        List<(IssueNumber Number, string Source)> all = [.. Numbers(publication)];
        if (all.Count == 0) return null;
        (IssueNumber first, string firstSource) = all[0];

        // A number that is marked as the issue's does not yield to one that is not, unless a person wrote so.
        int usual = UsualPlace("number", firstSource) is { } place
            ? all.FindIndex(said => said.Source == place && said.Number.Value != first.Value && (profile!.LearnedFrom <= 0 || said.Number.Strength >= first.Strength)) : -1;
        (IssueNumber number, string source) = all[Math.Max(0, usual)];
        Note("number", source);
        if (number.Note is not null) diagnostics.Add(new Diagnostic(DiagnosticCodes.MetadataDisagrees, DiagnosticSeverity.Info, number.Note));
        int other = all.FindIndex(said => said.Number.Value != number.Value);
        if (other >= 0) Disagree("number", number.Value.ToString(CultureInfo.InvariantCulture), source, all[other].Number.Value.ToString(CultureInfo.InvariantCulture), all[other].Source, usual >= 0);
        return number.Value;
    }

    private IEnumerable<(IssueNumber Number, string Source)> Numbers(string? publication)
    {
        if (evidence.First("front-matter/number", "front-matter/issue", "front-matter/issue_number", "front-matter/issuenumber", "front-matter/vol", "front-matter/volume", "front-matter/episode", "json-ld/issuenumber") is { } said
            && IssueNumberFinder.Best(said.Value) is { } front) yield return (front, said.Source);
        if (title.Text is not null && IssueNumberFinder.Best(title.Text, publication) is { } inTitle) yield return (inTitle, "title");
        if (reading.TitleBlock >= 0 && IssueNumberFinder.Best(reading.TextOf(reading.TitleBlock), publication) is { } shown) yield return (shown, "heading");
        foreach (string place in (string[])["title/title", "og/og:title", "json-ld/headline", "front-matter/title", "envelope/title"])
        {
            if (evidence.First(place) is { } value && IssueNumberFinder.Best(value.Value, publication) is { } number) yield return (number, value.Source);
        }

        if (InMasthead(publication) is { } masthead) yield return (masthead, "masthead");
        else if (InIntroduction() is { } introduction) yield return (introduction, "text");
        if (url is not null && IssueNumberFinder.InAddress(url) is { } address) yield return (address, "address");
        if (fileName is not null && IssueNumberFinder.InAddress(fileName) is { } file) yield return (file, "file name");
    }

    private IssueNumber? InMasthead(string? publication)
    {
        for (int i = 0; i < reading.Count; i++)
        {
            if (reading.RoleOf(i) is not (BlockRole.Masthead or BlockRole.Byline) || reading.Cues[i].Width is 0 or > 80) continue;
            if (IssueNumberFinder.Best(reading.TextOf(i), publication) is { Strength: >= NumberStrength.Volume } number) return number;
        }

        return null;
    }

    /// <summary>The one number that the first lines speak of; with two of them, nobody knows which is meant.</summary>
    private IssueNumber? InIntroduction()
    {
        IssueNumber? only = null;
        int left = IntroductionBlocks;
        for (int i = 0; i < reading.Count && left > 0; i++)
        {
            if (!reading.IsContent(i) || reading.Blocks[i].Length == 0) continue;
            left--;
            if (reading.Blocks[i].Length > 1000) continue;
            foreach (IssueNumber number in IssueNumberFinder.All(reading.TextOf(i)))
            {
                if (number.Strength != NumberStrength.Marked) continue;
                if (only is { } known && known.Value != number.Value) return null;
                only ??= number;
            }
        }

        return only;
    }

    private string? FindUrl()
    {
        foreach (string place in (string[])["envelope/url", "link/canonical", "og/og:url", "meta/og:url", "json-ld/url", "json-ld/mainentityofpage.@id", "json-ld/mainentityofpage", "front-matter/url", "front-matter/permalink", "front-matter/canonical_url"])
        {
            if (evidence.First(place) is not { } said || WebAddress(said.Value) is not { } address) continue;
            Note("url", said.Source);
            return address;
        }

        Note("url", reading.Document.Address is null ? null : "address");
        return reading.Document.Address;
    }

    /// <summary>An absolute http(s) address as content may carry it; <see langword="null"/> where the value is none.</summary>
    private static string? WebAddress(string value) => IsWeb(value) ? new AddressResolver(null).Resolve(value) is { IsWeb: true, Url: { } address } ? address : null : null;

    private string? FindLanguage()
    {
        string? declared = Pinned(profile?.Language)?.Value
            ?? evidence.First("front-matter/lang", "front-matter/language", "front-matter/locale", "envelope/language", "json-ld/inlanguage", "html/lang", "meta/content-language", "meta/language", "og/og:locale")?.Value ?? Learned(profile?.Language)?.Value;
        ReadOnlySpan<char> text = ContentText();
        string? language = LanguageDetector.Decide(declared, text, out bool contradicted);
        if (!contradicted) return language;
        Disagree("language", language!, "text", declared!, "declared");
        return language;
    }

    private ReadOnlySpan<char> ContentText()
    {
        int start = -1, end = 0;
        for (int i = 0; i < reading.Count; i++)
        {
            if (reading.RoleOf(i) is not (BlockRole.Content or BlockRole.Related) || reading.Blocks[i].Length == 0) continue;
            if (start < 0) start = reading.Blocks[i].Start;
            end = reading.Blocks[i].End;
        }

        ReadOnlySpan<char> text = start < 0 ? reading.Document.Text : reading.Document.Text.AsSpan(start, end - start);
        return text.Length > LanguageSample ? text[..LanguageSample] : text;
    }

    /// <summary>The newsletter's home page: said by the page, or what its name links to.</summary>
    private string? FindHome(string? name)
    {
        if (Pinned(profile?.Url) is { } pinned && WebAddress(pinned.Value) is { } home) return home;
        if (evidence.First("json-ld/ispartof.url", "link/home", "link/index", "link/start", "envelope/home") is { } said && WebAddress(said.Value) is { } address) return address;
        if (name is null) return Learned(WebAddress(profile?.Url ?? ""))?.Value;
        for (int i = 0; i < reading.Count; i++)
        {
            if (reading.RoleOf(i) is not (BlockRole.Masthead or BlockRole.Title or BlockRole.Navigation) || reading.Cues[i].Width > 120) continue;
            foreach (Run run in reading.Document.RunsOf(reading.Blocks[i]))
            {
                if (run.Link >= 0 && reading.Document.Links[run.Link] is { Reach: LinkReach.Own, Url: { } named } && IssueTitle.Same(reading.Document.Text.Substring(run.Start, run.Length), name)) return named;
            }
        }

        return Learned(WebAddress(profile?.Url ?? ""))?.Value;
    }

    private ImmutableArray<Person> FindAuthors(string? language, string? publication)
    {
        var people = new List<Person>();
        foreach ((string key, PersonRole role) in (ReadOnlySpan<(string, PersonRole)>)[("author", PersonRole.Author), ("authors", PersonRole.Author), ("authors.name", PersonRole.Author), ("author.name", PersonRole.Author), ("editor", PersonRole.Editor), ("editors", PersonRole.Editor), ("translator", PersonRole.Translator)])
        {
            foreach ((string value, _) in evidence.All("front-matter/" + key))
            {
                // "Parens and Ponds editors" are those of Parens and Ponds.
                bool isTeam = publication is not null && value.Length > publication.Length && value.StartsWith(publication, StringComparison.OrdinalIgnoreCase) && value.IndexOfAny([',', '，', '、', ';']) < 0;
                AddAll(people, isTeam ? [new Person(value.Trim()) { Role = role }] : BylineReader.ReadNames(value, role, language));
            }
        }

        int seen = 0, last = LastContent();
        for (int i = 0; i < reading.Count; i++)
        {
            if (reading.Cues[i].Width is 0 or > 200) continue;
            BlockRole role = reading.RoleOf(i);
            bool isContent = role is BlockRole.Content or BlockRole.Furniture;
            if (isContent && reading.Blocks[i].Kind == BlockKind.Heading) seen = IntroductionBlocks;
            bool speaksOfIssue = role is BlockRole.Byline or BlockRole.Masthead
                || (isContent && seen < IntroductionBlocks && reading.Blocks[i].Box.ListDepth == 0)
                || (role is BlockRole.Footer or BlockRole.Sidebar && !reading.Vocabulary.Contains(WordClass.Copyright, reading.TextOf(i)));
            bool isTail = isContent && !speaksOfIssue && i > last - TailBlocks && reading.Blocks[i].Box.ListDepth == 0;
            if (isContent) seen++;
            if (!speaksOfIssue && !isTail) continue;
            List<Person> named = BylineReader.Read(reading.Document, reading.Blocks[i], language, announcedOnly: isContent);

            // The last item may end with its author; who edited is said of the issue.
            if (isTail) named.RemoveAll(person => person.Role != PersonRole.Editor);
            AddAll(people, named);
        }

        if (people.Count > 0)
        {
            Note("authors", "by-line");
        }
        else if (SaidAuthor() is { } said && !IsWeb(said.Value))
        {
            AddAll(people, BylineReader.ReadNames(said.Value, language: language));
            Note("authors", said.Source);
        }
        else
        {
            foreach ((string value, string source) in evidence.All("envelope/author").Concat(evidence.All("envelope/sender").Where(sender => !PublicationName.IsPublication(sender.Value, publication))))
            {
                AddAll(people, [new Person(value)]);
                Note("authors", source);
            }

            if (people.Count == 0 && publication is not null && EditorialName.Find(reading, publication) is { } team)
            {
                people.Add(team);
                Note("authors", "by-line");
            }
        }

        return [.. people];
    }

    /// <summary>What the page's data say of its author, for issues that name nobody themselves.</summary>
    private (string Value, string Source)? SaidAuthor()
    {
        if (evidence.First(authorPlaces) is not { } first || UsualPlace("authors", first.Source) is not { } usual) return evidence.First(authorPlaces);
        foreach (string place in authorPlaces)
        {
            if (evidence.First(place) is not { } said || said.Source != usual || said.Value == first.Value || IsWeb(said.Value)) continue;
            Disagree("author", said.Value, said.Source, first.Value, first.Source, true);
            return said;
        }

        return first;
    }

    private int LastContent()
    {
        int last = reading.Count - 1;
        while (last >= 0 && !reading.IsContent(last) && reading.RoleOf(last) != BlockRole.Furniture) last--;
        return last;
    }

    private static void AddAll(List<Person> people, List<Person> more)
    {
        foreach (Person person in more)
        {
            int known = people.FindIndex(other => other.Name == person.Name && other.Role == person.Role);
            if (known < 0) people.Add(person);
            else if (people[known].Url is null && person.Url is not null) people[known] = people[known] with { Url = person.Url };
        }
    }

    private static bool IsWeb(string value) => value.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    private void Note(string field, string? source)
    {
        if (source is not null) sources.Add((field, source));
    }

    private void Disagree(string field, string value, string source, string other, string otherSource, bool isUsual = false) =>
        diagnostics.Add(new Diagnostic(DiagnosticCodes.MetadataDisagrees, DiagnosticSeverity.Info, $"The {field} is {value} ({source}), but {other} ({otherSource}); {value} was taken{(isUsual ? ", for other issues have it there" : "")}."));
}
