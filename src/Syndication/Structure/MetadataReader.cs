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
    private const int LongestLead = 12;

    private readonly Reading reading;
    private readonly EvidenceTable evidence;
    private readonly IssueTitle title;
    private readonly ProfileAuthority profile;
    private readonly string? fileName;
    private readonly string? url;
    private readonly MetadataNotes notes = new();

    private MetadataReader(Reading reading, string? fileName, PublicationProfile? profile)
    {
        this.reading = reading;
        this.fileName = fileName;
        this.profile = new ProfileAuthority(profile);
        evidence = new EvidenceTable(reading.Document);
        title = IssueTitle.Of(reading, evidence);
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
        (string Name, string Source)? name = profile.Written(profile.Of?.Title) ?? new PublicationName(reading, evidence, title).Find() ?? profile.Learned(profile.Of?.Title);
        IssueNumber? number = FindNumber(name?.Name);
        notes.Note("title", title.Source);
        var dates = new PublishedDate(reading, evidence, title, url, fileName, language);
        (PublicationDate? published, string? source, (DateOnly Day, string Source)? other) = dates.Find();
        bool isUsual = false;
        if (published is { } first && profile.UsualPlace("published", source!) is { } place && dates.At(place) is { } usual && IsAnotherDay(first, usual.Date))
        {
            isUsual = true;
            other = (first.Date, source!);
            (published, source) = usual;
        }

        notes.Note("published", source);
        if (other is { } second) notes.Disagree("date", published!.Value.ToString(), source!, second.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), second.Source, isUsual);
        (PublicationDate Date, string Source)? updated = dates.Updated();
        notes.Note("updated", updated?.Source);
        notes.Note("language", language is null ? null : "language");
        notes.Note("publication", name?.Source);
        string? home = FindHome(name?.Name);
        return new IssueMetadata
        {
            Number = number?.Value,
            PrintedNumber = number?.Printed,
            Title = title.Text,
            Url = url,
            Published = published,
            Updated = updated?.Date,
            Language = language,
            Publication = name is null && home is null ? null : new Publication { Title = name?.Name, Url = home },
            StatedId = evidence.First("front-matter/id") is { } id && StableIds.IsTag(id.Value) ? id.Value : null,
            StatedHome = profile.Written(profile.Of?.Url)?.Value,
            Authors = new AuthorFinder(reading, evidence, profile, notes).Find(language, name?.Name),
            Sources = [.. notes.Sources],
            Diagnostics = [.. notes.Diagnostics],
        };
    }

    private static bool IsAnotherDay(PublicationDate one, PublicationDate other)
    {
        int days = Math.Abs(one.Date.DayNumber - other.Date.DayNumber);
        bool isZone = days == 1 && (one.Moment is { Offset.Ticks: 0 } || other.Moment is { Offset.Ticks: 0 });
        return days > 0 && !isZone;
    }

    private IssueNumber? FindNumber(string? publication)
    {
        List<(IssueNumber Number, string Source)> all = [.. Numbers(publication)];
        if (all.Count == 0) return null;
        (IssueNumber first, string firstSource) = all[0];

        // A number that is marked as the issue's does not yield to one that is not, unless a person wrote so.
        int usual = profile.UsualPlace("number", firstSource) is { } place
            ? all.FindIndex(said => said.Source == place && said.Number.Value != first.Value && (profile.IsWritten || said.Number.Strength >= first.Strength)) : -1;
        (IssueNumber number, string source) = all[Math.Max(0, usual)];
        notes.Note("number", source);
        if (number.Printed is { } printed) notes.Add(new Diagnostic(DiagnosticCodes.MetadataDisagrees, DiagnosticSeverity.Info, $"Printed as {printed}; the number is {number.Value}."));
        int other = all.FindIndex(said => said.Number.Value != number.Value);
        if (other >= 0) notes.Disagree("number", number.Value.ToString(CultureInfo.InvariantCulture), source, all[other].Number.Value.ToString(CultureInfo.InvariantCulture), all[other].Source, usual >= 0);
        return number;
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
            if (reading.RoleOf(i) is not (BlockRole.Masthead or BlockRole.Byline) || reading.Cues[i].Width is 0 or > 200) continue;
            if (IssueNumberFinder.Best(reading.TextOf(i), publication) is { Strength: >= NumberStrength.Volume } number && (reading.Cues[i].Width <= 80 || number.Start <= LongestLead)) return number;
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
            notes.Note("url", said.Source);
            return address;
        }

        notes.Note("url", reading.Document.Address is null ? null : "address");
        return reading.Document.Address;
    }

    /// <summary>An absolute http(s) address as content may carry it; <see langword="null"/> where the value is none.</summary>
    private static string? WebAddress(string value) => IsWeb(value) ? new AddressResolver(null).Resolve(value) is { IsWeb: true, Url: { } address } ? address : null : null;

    private string? FindLanguage()
    {
        string? declared = profile.Written(profile.Of?.Language)?.Value
            ?? evidence.First("front-matter/lang", "front-matter/language", "front-matter/locale", "envelope/language", "json-ld/inlanguage", "html/lang", "meta/content-language", "meta/language", "og/og:locale")?.Value ?? profile.Learned(profile.Of?.Language)?.Value;
        ReadOnlySpan<char> text = ContentText();
        string? language = LanguageDetector.Decide(declared, text, out bool contradicted);
        if (!contradicted) return language;
        notes.Disagree("language", language!, "text", declared!, "declared");
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
        if (profile.Written(profile.Of?.Url) is { } pinned && WebAddress(pinned.Value) is { } home) return home;
        if (evidence.First("json-ld/ispartof.url", "link/home", "link/index", "link/start", "envelope/home") is { } said && WebAddress(said.Value) is { } address) return address;
        if (name is null) return profile.Learned(WebAddress(profile.Of?.Url ?? ""))?.Value;
        for (int i = 0; i < reading.Count; i++)
        {
            if (reading.RoleOf(i) is not (BlockRole.Masthead or BlockRole.Title or BlockRole.Navigation) || reading.Cues[i].Width > 120) continue;
            foreach (Run run in reading.Document.RunsOf(reading.Blocks[i]))
            {
                if (run.Link >= 0 && reading.Document.Links[run.Link] is { Reach: LinkReach.Own, Url: { } named } && IssueTitle.Same(reading.Document.Text.Substring(run.Start, run.Length), name)) return named;
            }
        }

        return profile.Learned(WebAddress(profile.Of?.Url ?? ""))?.Value;
    }

    /// <summary>Whether a value is an address of the web.</summary>
    public static bool IsWeb(string value) => value.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
}
