namespace Syndication.Model;

/// <summary>A link of an item, as printed. JSON form: an element of <c>links</c>.</summary>
/// <param name="Url">The absolute http(s) address, verbatim but for being resolved and percent-encoded where a URI needs it (RFC 3986).</param>
/// <param name="Text">The words that carry the link; <see langword="null"/> where there are none (an image).</param>
public sealed record Link(string Url, string? Text = null);
