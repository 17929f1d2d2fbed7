namespace Syndication.Archives;

/// <summary>How the bytes of an <see cref="ArchivedDocument"/> are to be read.</summary>
public enum ArchivedKind
{
    /// <summary>A page or a text: HTML, Markdown, Org, reStructuredText, plain text.</summary>
    Page,

    /// <summary>A mail (RFC 5322).</summary>
    Mail,

    /// <summary>The JSON of an issue, as <c>syndication extract</c> writes it: understood already.</summary>
    Issue,

    /// <summary>Anything else, such as a picture. Comes only where a reading asks for it, and is never read as an issue.</summary>
    File,
}
