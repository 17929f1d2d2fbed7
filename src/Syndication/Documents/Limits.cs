namespace Syndication.Documents;

/// <summary>How much of an input is understood at the most.</summary>
/// <param name="MaxDepth">How deep elements may nest.</param>
/// <param name="MaxBlocks">How many blocks there may be.</param>
/// <param name="KeepPositions">Whether blocks of a page know where in its source they stand.</param>
/// <param name="Selectors">What a person pinned for pages of the publication.</param>
internal readonly record struct Limits(int MaxDepth, int MaxBlocks, bool KeepPositions = true, SelectorProfile? Selectors = null);
