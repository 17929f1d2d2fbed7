namespace Syndication.Archives.Importing;

/// <summary>How many issues a year has.</summary>
/// <param name="Year">The year; 0 for no date.</param>
/// <param name="Issues">How many.</param>
public sealed record ImportYear(int Year, int Issues);
