namespace Syndication.Archives.Importing;

/// <summary>How often something is there.</summary>
/// <param name="Name">What.</param>
/// <param name="Count">How often.</param>
public sealed record ImportCount(string Name, int Count);
