namespace Syndication.Model;

/// <summary>Text of an issue in two forms with the same words: safe HTML and plain text. JSON form: <c>content</c>.</summary>
/// <param name="Html">
/// Well-formed HTML that can also be read as XHTML: written by an allow-list writer from the understood blocks, so that no script, style,
/// event handler, form or foreign scheme has a way in; all addresses are absolute where the source's own address is known.
/// </param>
/// <param name="Text">The same as plain text: paragraphs are separated by a blank line, list items by a line break.</param>
public sealed record Content(string Html, string Text)
{
    /// <summary>
    /// The content as Markdown (CommonMark 0.31) that reads back to the same text and links, without a line break at its end. What CommonMark has no words
    /// for (tables, definitions, underlined words) stays HTML, as it allows.
    /// </summary>
    /// <returns>The Markdown; <see langword="null"/> where <see cref="Html"/> is empty, not well-formed, or nested more than 200 deep.</returns>
    public string? ToMarkdown() => HtmlMarkdown.Of(Html);
}
