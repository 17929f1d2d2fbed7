namespace Syndication.Structure;

/// <summary>A link within the text of a block.</summary>
/// <param name="Start">First character of the link in the block's text.</param>
/// <param name="Length">Number of characters that are the link.</param>
/// <param name="Url">The absolute address: http, https or mailto.</param>
public readonly record struct BlockLink(int Start, int Length, string Url);
