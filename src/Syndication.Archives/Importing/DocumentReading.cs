using System.Text.Json;
using Syndication.Archives.Mail;
using Syndication.Archives.Sources;
using Syndication.Documents;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.Archives.Importing;

/// <summary>Reads single documents of an archive, whatever they are. Thread-safe.</summary>
internal sealed class DocumentReading
{
    private readonly IssueReader pages;
    private readonly MailReader mails;

    public DocumentReading(ArchiveImporterOptions options, PublicationProfile? profile)
    {
        pages = new IssueReader(options.Reading with { Profile = profile });
        mails = new MailReader(pages, options.Mail);
    }

    public ImportedIssue Read(ArchivedDocument document, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var imported = new ImportedIssue(document.Name) { Fingerprint = Fingerprints.Of(document), Kind = document.Kind, Address = document.Source.Address, Diagnostics = document.Diagnostics };
        if (document.IsRefused || document.Kind == ArchivedKind.File) return imported;
        IssueResult? result = document.Kind switch
        {
            ArchivedKind.Mail => mails.Read(document.Bytes, document.Source, cancellationToken),
            ArchivedKind.Issue => Parse(document, out imported, imported),
            _ => pages.Read(document.Bytes.Span, document.Source),
        };
        imported = imported with { Result = result, Diagnostics = [.. imported.Diagnostics, .. result?.Diagnostics ?? []] };
        return document.Kind == ArchivedKind.Page && imported.IsIssue ? WithTags(imported, document) : imported;
    }

    /// <summary>What the tags tell that no issue keeps: where relative links lead in the archive, and which template the page has.</summary>
    private static ImportedIssue WithTags(ImportedIssue imported, ArchivedDocument document)
    {
        string text = MailText.EncodingOf(imported.Result!.Encoding).GetString(document.Bytes.Span);
        bool isHtml = text.AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith('<');
        PageTags tags = isHtml ? PageTags.Of(text) : PageTags.OfMarkdown(text);
        return imported with { Look = isHtml ? PageLook.Of(tags.Tokens) : null, Leads = [.. LinkTargets.Of(document, tags.Links).Distinct(StringComparer.Ordinal)] };
    }

    /// <summary>An issue that was understood before. Its HTML comes from unknown hands: where it could do harm, its text stands instead.</summary>
    private static IssueResult? Parse(ArchivedDocument document, out ImportedIssue noted, ImportedIssue imported)
    {
        noted = imported;
        try
        {
            Issue issue = IssueJson.Deserialize(System.Text.Encoding.UTF8.GetString(document.Bytes.Span).TrimStart('\uFEFF'));
            using JsonDocument json = JsonDocument.Parse(document.Bytes, new JsonDocumentOptions { MaxDepth = 4096 });
            bool isIssue = !json.RootElement.TryGetProperty("isIssue", out JsonElement said) || said.ValueKind != JsonValueKind.False;
            double coverage = Share(json.RootElement, "coverage"), confidence = Share(json.RootElement, "confidence");
            Issue safe = SafeIssue.Of(issue, out int unsafeContents);
            if (unsafeContents > 0) noted = imported with { Diagnostics = [.. imported.Diagnostics, new Diagnostic(DiagnosticCodes.ArchiveContentUnsafe, DiagnosticSeverity.Warning, $"{unsafeContents} contents hold HTML that a reader should not be shown; their plain text was kept.")] };
            return new IssueResult { Issue = safe, IsIssue = isIssue, Coverage = coverage, Confidence = confidence };
        }
        catch (JsonException e)
        {
            noted = imported with { Diagnostics = [.. imported.Diagnostics, new Diagnostic(DiagnosticCodes.ArchiveBroken, DiagnosticSeverity.Error, $"It is not the JSON of an issue. {e.Message}")] };
            return null;
        }
    }

    private static double Share(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement share) && share.ValueKind == JsonValueKind.Number ? Math.Clamp(share.GetDouble(), 0, 1) : 1;
}
