using System.Collections.Immutable;
using Syndication.Text;

namespace Syndication.Feeds;

/// <summary>What <see cref="FeedReader"/> made of a document.</summary>
/// <param name="Feed">The feed; <see langword="null"/> where the document is none.</param>
/// <param name="Format">The format that it is in; <see langword="null"/> where it is no feed. Older versions of RSS, Atom and JSON Feed count as these.</param>
/// <param name="Diagnostics">What could not be understood or had to be repaired.</param>
public sealed record FeedReadResult(Feed? Feed, FeedFormat? Format, ImmutableArray<Diagnostic> Diagnostics);
