namespace Syndication.Structure;

/// <summary>Why a block may be a heading, the strongest reason first.</summary>
internal enum HeadingClass : byte
{
    /// <summary>It is called as sections of other issues are.</summary>
    Known,

    /// <summary>The markup says so.</summary>
    Markup,

    /// <summary>A picture that stands for itself and whose alternative text is a title.</summary>
    Picture,

    /// <summary>A short paragraph that is set larger or bolder than the text.</summary>
    Styled,

    /// <summary>A short line of plain text followed by longer ones.</summary>
    Line,

    /// <summary>A short list item that holds nothing but a list.</summary>
    ListGroup,

    /// <summary>A short paragraph right before a list.</summary>
    LeadIn,
}
