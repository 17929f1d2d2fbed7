using System.Collections.Immutable;
using Syndication.Text;

namespace Syndication.Archives;

/// <summary>One document of an archive: the bytes of what may be an issue, and what the archive says of it.</summary>
/// <param name="Name">
/// Where it stands: the path, and within archives <c>!/</c> and the path or number there (<c>letters.zip!/2019/18.html</c>, <c>list.mbox!/12</c>). Unlike
/// that of any other document of the same reading, and the same when the archive is read again.
/// </param>
/// <param name="Bytes">The bytes; empty where the document was refused.</param>
public sealed record ArchivedDocument(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>What the archive says of the document: address, media type, file name, title, date.</summary>
    public IssueSource Source { get; init; } = new();

    /// <summary>What kind of document it is.</summary>
    public ArchivedKind Kind { get; init; }

    /// <summary>What was noticed before the document was read. One of severity error means that it was refused and has no bytes.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The path in the innermost folder or archive; <see langword="null"/> for what has none, such as a mail in a mail box.</summary>
    internal string? Path { get; init; }

    /// <summary>Whether there is nothing to read, for the reason that <see cref="Diagnostics"/> gives.</summary>
    public bool IsRefused => Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public bool Equals(ArchivedDocument? other) =>
        other is not null && Name == other.Name && Kind == other.Kind && Source == other.Source && Bytes.Span.SequenceEqual(other.Bytes.Span) && Diagnostics.AsSpan().SequenceEqual(other.Diagnostics.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Kind, Bytes.Length);
}
