using System.Collections.Immutable;

namespace Syndication.Archives.Importing;

/// <summary>An issue that several documents are of.</summary>
/// <param name="Key">The key of the issue.</param>
/// <param name="Kept">The document whose reading is kept.</param>
/// <param name="Others">The others.</param>
public sealed record ImportDuplicate(string Key, string Kept, ImmutableArray<string> Others);
