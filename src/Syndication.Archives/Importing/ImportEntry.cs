using System.Collections.Immutable;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.Archives.Importing;

/// <summary>What an import remembers of a document: enough to tell whether it has changed, to weigh it against another of the same issue, and to report on it.</summary>
/// <param name="Source">The document's name.</param>
/// <param name="Digest">Its fingerprint; <see langword="null"/> where it has to be read again.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record ImportEntry(string Source, string? Digest, ImportOutcome Outcome)
{
    /// <summary>The key of the issue in the store.</summary>
    public string? Key { get; init; }

    /// <summary>How good the reading is; the best of several is kept.</summary>
    public double Quality { get; init; }

    /// <summary>How sure the reader is, from 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>The share of the text that is accounted for, from 0 to 1.</summary>
    public double Coverage { get; init; }

    /// <summary>The number that the document gives.</summary>
    public int? Number { get; init; }

    /// <summary>The date that the document gives, as <see cref="PublicationDate"/> writes it.</summary>
    public string? Published { get; init; }

    /// <summary>The same date to reckon with.</summary>
    internal PublicationDate? Date => PublicationDate.TryParse(Published, out PublicationDate date) ? date : null;

    /// <summary>The address that the document gives.</summary>
    public string? Url { get; init; }

    /// <summary>The title that the document gives.</summary>
    public string? Title { get; init; }

    /// <summary>The character encoding of its bytes.</summary>
    public string? Encoding { get; init; }

    /// <summary>What told its sections, in words: issues of one template say the same.</summary>
    public string? Template { get; init; }

    /// <summary>The titles of its sections.</summary>
    public ImmutableArray<string> Sections { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What the page looks like: pages of one template have more than half of these numbers in common.</summary>
    public string? Look { get; init; }

    /// <summary>The names of what its relative links lead to in the archive, whether it is there or not.</summary>
    public ImmutableArray<string> Leads { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What was noticed and matters.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public bool Equals(ImportEntry? other) =>
        other is not null && Source == other.Source && Digest == other.Digest && Outcome == other.Outcome && Key == other.Key && Quality.Equals(other.Quality) && Confidence.Equals(other.Confidence)
        && Coverage.Equals(other.Coverage) && Number == other.Number && Published == other.Published && Url == other.Url && Title == other.Title && Encoding == other.Encoding && Template == other.Template
        && Sections.AsSpan().SequenceEqual(other.Sections.AsSpan()) && Look == other.Look && Leads.AsSpan().SequenceEqual(other.Leads.AsSpan()) && Diagnostics.AsSpan().SequenceEqual(other.Diagnostics.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Source, Digest, Outcome, Key);
}
