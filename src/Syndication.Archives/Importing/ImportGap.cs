namespace Syndication.Archives.Importing;

/// <summary>Numbers that no issue has.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Last">The last of them.</param>
public sealed record ImportGap(int First, int Last);
