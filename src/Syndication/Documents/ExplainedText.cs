namespace Syndication.Documents;

/// <summary>A text as it was read, for showing where in it the blocks stand that were made of it.</summary>
/// <param name="Text">The decoded text, which positions are offsets in.</param>
/// <param name="Format">What it was read as.</param>
internal sealed record ExplainedText(string Text, DocumentFormat Format);
