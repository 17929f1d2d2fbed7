using System.Collections.Immutable;

namespace Syndication.Archives.Importing;

/// <summary>A section over time.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Issues">How many issues have it.</param>
/// <param name="First">The date of the first.</param>
/// <param name="Last">The date of the last.</param>
/// <param name="Years">How many issues of each year have it.</param>
public sealed record ImportSection(string Title, int Issues, DateOnly? First, DateOnly? Last, ImmutableArray<ImportYear> Years);
