namespace Syndication.Archives.Importing;

/// <summary>How far an import is.</summary>
/// <param name="Phase">What it is at.</param>
/// <param name="Done">How many documents it is done with in this phase.</param>
/// <param name="Total">How many there are; 0 while that is being found out.</param>
/// <param name="Current">The document that was last done.</param>
/// <param name="Entry">What became of it, while reading; else <see langword="null"/>.</param>
public readonly record struct ImportProgress(ImportPhase Phase, long Done, long Total, string Current, ImportEntry? Entry = null);
