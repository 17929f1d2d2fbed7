namespace Syndication.Documents;

/// <summary>An image of the document.</summary>
/// <param name="Url">The absolute http(s) address; <see langword="null"/> where there is none that content may carry.</param>
/// <param name="Alt">The alternative text, white space collapsed; empty where there is none.</param>
/// <param name="Width">Width in CSS pixels as written; 0 where it is not.</param>
/// <param name="Height">Height in CSS pixels as written; 0 where it is not.</param>
internal readonly record struct ImageTarget(string? Url, string Alt, int Width, int Height);
