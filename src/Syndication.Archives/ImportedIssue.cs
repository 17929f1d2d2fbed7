using System.Collections.Immutable;
using Syndication.Text;

namespace Syndication.Archives;

/// <summary>What became of one document of an archive.</summary>
/// <param name="Source">The name of the document, as <see cref="ArchivedDocument.Name"/>.</param>
public sealed record ImportedIssue(string Source)
{
    /// <summary>What was understood; <see langword="null"/> where the document was refused.</summary>
    public IssueResult? Result { get; init; }

    /// <summary>How the document was kept.</summary>
    public ArchivedKind Kind { get; init; }

    /// <summary>The address that the document was captured from or published at, where the archive says it.</summary>
    public string? Address { get; init; }

    /// <summary>The SHA-256 of the document's bytes and of what the archive says of it, in lower-case hexadecimal: equal where nothing has changed.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What was noticed, the archive's diagnostics first.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What the page looks like, as <see cref="Importing.PageLook"/> writes it.</summary>
    internal string? Look { get; init; }

    /// <summary>The names of what its relative links lead to.</summary>
    internal ImmutableArray<string> Leads { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether an issue was read.</summary>
    public bool IsIssue => Result is { IsIssue: true } && !Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);
}
