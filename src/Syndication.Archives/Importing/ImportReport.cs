using System.Collections.Immutable;
using System.Globalization;

namespace Syndication.Archives.Importing;

/// <summary>What is in a store after an import, and what a person should look at. It says the same for the same archives, whenever and however often they were imported.</summary>
public sealed record ImportReport
{
    private const int Deciles = 10, MostExamples = 5, MostDeadLinks = 1000;

    private const double SureEnough = 0.7;

    /// <summary>The key of the newsletter.</summary>
    public required string Publication { get; init; }

    /// <summary>How many documents were looked at.</summary>
    public int Documents { get; init; }

    /// <summary>How many issues there are; fewer than documents where some are of the same issue.</summary>
    public int Issues { get; init; }

    /// <summary>How many documents are no issues.</summary>
    public int NotIssues { get; init; }

    /// <summary>How many documents could not be read.</summary>
    public int Refused { get; init; }

    /// <summary>The issues of each year; the year of those without a date is 0.</summary>
    public ImmutableArray<ImportYear> Years { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The numbers that no issue has, between the first and the last.</summary>
    public ImmutableArray<ImportGap> Gaps { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The sections, the most frequent first.</summary>
    public ImmutableArray<ImportSection> Sections { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How many issues have a confidence from 0 to 0.1, from 0.1 to 0.2 and so on.</summary>
    public ImmutableArray<int> Confidence { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How many issues have a coverage from 0 to 0.1, from 0.1 to 0.2 and so on.</summary>
    public ImmutableArray<int> Coverage { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What a person should look at, with the reasons.</summary>
    public ImmutableArray<ImportDoubt> LookAt { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What relative links lead to and the archives do not have, the most wanted first.</summary>
    public ImmutableArray<ImportDeadLink> DeadLinks { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Issues that several documents are of.</summary>
    public ImmutableArray<ImportDuplicate> Duplicates { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The character encodings of the documents.</summary>
    public ImmutableArray<ImportCount> Encodings { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What subscribers of existing feeds would see, were the issues published in their place.</summary>
    public ImmutableArray<ImportFeed> Feeds { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The templates: issues whose pages look alike, with the dates of the first and the last.</summary>
    public ImmutableArray<ImportTemplate> Templates { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The report as indented JSON in UTF-8.</summary>
    public byte[] ToJson() => [.. ImportJson.Serialize(this, isIndented: true), (byte)'\n'];

    /// <summary>Makes the report of what an import remembers.</summary>
    /// <param name="publication">The key of the newsletter.</param>
    /// <param name="entries">What became of each document.</param>
    /// <param name="isThere">Whether the archives have a file or entry of a name; by default whether a document has it.</param>
    public static ImportReport Of(string publication, IReadOnlyCollection<ImportEntry> entries, Func<string, bool>? isThere = null)
    {
        ArgumentNullException.ThrowIfNull(publication);
        ArgumentNullException.ThrowIfNull(entries);
        ILookup<string, ImportEntry> byKey = entries.Where(e => e is { Outcome: ImportOutcome.Issue, Key: not null }).OrderByDescending(e => e.Quality).ThenBy(e => e.Source, StringComparer.Ordinal).ToLookup(e => e.Key!, StringComparer.Ordinal);
        ImportEntry[] issues = [.. byKey.Select(group => group.First()).OrderBy(e => e.Date?.Date ?? DateOnly.MinValue).ThenBy(e => e.Number ?? 0).ThenBy(e => e.Key, StringComparer.Ordinal)];
        return new ImportReport
        {
            Publication = publication,
            Documents = entries.Count,
            Issues = issues.Length,
            NotIssues = entries.Count(e => e.Outcome == ImportOutcome.NotAnIssue),
            Refused = entries.Count(e => e.Outcome == ImportOutcome.Refused),
            Years = [.. issues.GroupBy(e => e.Date?.Date.Year ?? 0).OrderBy(g => g.Key).Select(g => new ImportYear(g.Key, g.Count()))],
            Gaps = Missing([.. issues.Select(e => e.Number).OfType<int>().Distinct().Order()]),
            Sections = SectionsOf(issues),
            Confidence = Histogram(issues.Select(e => e.Confidence)),
            Coverage = Histogram(issues.Select(e => e.Coverage)),
            LookAt = [.. Doubts(entries, issues)],
            DeadLinks = Dead(entries, isThere ?? entries.Select(e => e.Source).ToHashSet(StringComparer.Ordinal).Contains),
            Duplicates = [.. byKey.Where(g => g.Count() > 1).Select(g => new ImportDuplicate(g.Key, g.First().Source, [.. g.Skip(1).Select(e => e.Source)])).OrderBy(d => d.Key, StringComparer.Ordinal)],
            Encodings = [.. entries.Where(e => e.Encoding is not null).GroupBy(e => e.Encoding!).Select(g => new ImportCount(g.Key, g.Count())).OrderByDescending(c => c.Count).ThenBy(c => c.Name, StringComparer.Ordinal)],
            Templates = ImportTemplates.Of(issues),
        };
    }

    private static ImmutableArray<ImportGap> Missing(int[] numbers)
    {
        var gaps = ImmutableArray.CreateBuilder<ImportGap>();
        for (int i = 1; i < numbers.Length; i++)
        {
            if (numbers[i] > numbers[i - 1] + 1) gaps.Add(new ImportGap(numbers[i - 1] + 1, numbers[i] - 1));
        }

        return gaps.DrainToImmutable();
    }

    private static ImmutableArray<ImportSection> SectionsOf(ImportEntry[] issues) =>
        [.. issues.SelectMany(e => e.Sections.Distinct(StringComparer.Ordinal).Select(title => (Title: title, Day: e.Date?.Date))).GroupBy(s => s.Title, StringComparer.Ordinal)
            .Select(g => new ImportSection(
                g.Key, g.Count(), g.Min(s => s.Day), g.Max(s => s.Day),
                [.. g.GroupBy(s => s.Day?.Year ?? 0).OrderBy(y => y.Key).Select(y => new ImportYear(y.Key, y.Count()))]))
            .OrderByDescending(s => s.Issues).ThenBy(s => s.Title, StringComparer.Ordinal).Take(60)];

    private static ImmutableArray<ImportDeadLink> Dead(IReadOnlyCollection<ImportEntry> entries, Func<string, bool> isThere)
    {
        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        return [.. entries.SelectMany(e => e.Leads.Where(target => IsDead(target)).Select(target => (Target: target, e.Source))).GroupBy(dead => dead.Target, StringComparer.Ordinal)
            .Select(g => new ImportDeadLink(g.Key, g.Count(), [.. g.Take(MostExamples).Select(dead => dead.Source)]))
            .OrderByDescending(d => d.Documents).ThenBy(d => d.Target, StringComparer.Ordinal).Take(MostDeadLinks)];

        bool IsDead(string target)
        {
            if (!known.TryGetValue(target, out bool there)) known[target] = there = isThere(target);
            return !there;
        }
    }

    private static ImmutableArray<int> Histogram(IEnumerable<double> shares)
    {
        int[] counts = new int[Deciles];
        foreach (double share in shares) counts[Math.Clamp((int)(share * Deciles), 0, Deciles - 1)]++;
        return [.. counts];
    }

    private static IEnumerable<ImportDoubt> Doubts(IReadOnlyCollection<ImportEntry> entries, ImportEntry[] issues)
    {
        HashSet<int> twice = [.. issues.Select(e => e.Number).OfType<int>().GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key)];
        foreach (ImportEntry entry in entries)
        {
            ImmutableArray<string> reasons = [.. Reasons(entry, twice)];
            if (!reasons.IsEmpty) yield return new ImportDoubt(entry.Source, entry.Key, entry.Title, reasons);
        }
    }

    private static IEnumerable<string> Reasons(ImportEntry entry, HashSet<int> twice)
    {
        if (entry.Outcome != ImportOutcome.Issue)
        {
            string reason = entry.Diagnostics.Select(d => d.Message).FirstOrDefault() ?? "It does not look like an issue of a newsletter.";
            yield return entry.Outcome == ImportOutcome.Refused ? $"Not read: {reason}" : $"No issue: {reason}";
            yield break;
        }

        if (entry.Confidence < SureEnough) yield return string.Create(CultureInfo.InvariantCulture, $"The reader is only {entry.Confidence:P0} sure.");
        if (entry.Coverage < 0.999999) yield return string.Create(CultureInfo.InvariantCulture, $"Only {entry.Coverage:P1} of the text is accounted for.");
        if (entry.Published is null) yield return "It has no date.";
        if (entry.Number is { } number && twice.Contains(number)) yield return string.Create(CultureInfo.InvariantCulture, $"Another issue has the number {number} too.");
        foreach (var noticed in entry.Diagnostics) yield return noticed.ToString();
    }
}
