using System.Globalization;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.Archives.Importing;

/// <summary>Makes the entry of a document out of its reading.</summary>
internal static class ImportEntries
{
    private const int MostSections = 40, MostDiagnostics = 12;

    public static ImportEntry Of(ImportedIssue imported)
    {
        ImportOutcome outcome = imported.IsIssue ? ImportOutcome.Issue : imported.Result is null || imported.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error) ? ImportOutcome.Refused : ImportOutcome.NotAnIssue;
        var entry = new ImportEntry(imported.Source, imported.Fingerprint, outcome)
        {
            Diagnostics = [.. imported.Diagnostics.Where(d => d.Severity != DiagnosticSeverity.Info && d.Code != DiagnosticCodes.LinkUnusable).Take(MostDiagnostics)],
        };
        if (imported.Result is not { } result) return entry;
        Issue issue = result.Issue;
        return entry with
        {
            Quality = ReadingQuality.Of(result),
            Confidence = Math.Round(result.Confidence, 3),
            Coverage = Math.Round(result.Coverage, 6),
            Number = issue.Number,
            Published = issue.Published?.ToString(),
            Url = issue.Url,
            Title = issue.Title,
            Encoding = result.Encoding,
            Template = outcome == ImportOutcome.Issue ? TemplateOf(result) : null,
            Sections = outcome == ImportOutcome.Issue ? [.. Titles(issue.Sections).Take(MostSections)] : [],
            Look = imported.Look,
            Leads = imported.Leads,
        };
    }

    private static IEnumerable<string> Titles(IEnumerable<Section> sections) => sections.SelectMany(section => section.Title is null ? Titles(section.Sections) : [section.Title]);

    /// <summary>The first words of why the sections are what they are: the style that leads them.</summary>
    private static string? TemplateOf(IssueResult result)
    {
        string? reason = result.Diagnostics.FirstOrDefault(d => d.Code == DiagnosticCodes.StructureChosen)?.Message;
        if (reason is null) return null;
        int end = reason.AsSpan().IndexOfAny(',', '.');
        string style = end < 0 ? reason : reason[..end];
        return style.Length > 120 ? string.Create(CultureInfo.InvariantCulture, $"{style.AsSpan(0, 119)}…") : style;
    }
}
