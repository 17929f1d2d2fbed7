using System.Collections.Immutable;

namespace Syndication.Archives.Importing;

/// <summary>A document that a person should look at.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Key">The key of its issue; <see langword="null"/> where it is none.</param>
/// <param name="Title">The title of its issue.</param>
/// <param name="Reasons">Why.</param>
public sealed record ImportDoubt(string Source, string? Key, string? Title, ImmutableArray<string> Reasons);
