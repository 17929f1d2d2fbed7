namespace Syndication.Documents;

/// <summary>What a reStructuredText shows in place of <c>|name|</c>.</summary>
/// <param name="IsImage">Whether it is an image rather than text.</param>
/// <param name="Value">The text, or the image's address.</param>
/// <param name="Alt">The image's alternative text.</param>
/// <param name="Target">Where the image leads; empty where nowhere.</param>
internal sealed record RstSubstitution(bool IsImage, string Value, string Alt, string Target);
