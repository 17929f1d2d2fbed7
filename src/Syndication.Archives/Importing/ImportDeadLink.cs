using System.Collections.Immutable;

namespace Syndication.Archives.Importing;

/// <summary>Something that relative links lead to and the archives do not have.</summary>
/// <param name="Target">The name that it would have.</param>
/// <param name="Documents">How many documents link to it.</param>
/// <param name="From">Some of them.</param>
public sealed record ImportDeadLink(string Target, int Documents, ImmutableArray<string> From);
