namespace Syndication.Model;

/// <summary>Text of an issue in two forms with the same words: safe HTML and plain text. JSON form: <c>content</c>.</summary>
/// <param name="Html">
/// Well-formed HTML that can also be read as XHTML: written by an allow-list writer from the understood blocks, so that no script, style,
/// event handler, form or foreign scheme has a way in; all addresses are absolute where the source's own address is known.
/// </param>
/// <param name="Text">The same as plain text: paragraphs are separated by a blank line, list items by a line break.</param>
public sealed record Content(string Html, string Text);
