namespace Syndication.Documents;

/// <summary>How much of an input is understood at the most.</summary>
internal readonly record struct Limits(int MaxDepth, int MaxBlocks);
