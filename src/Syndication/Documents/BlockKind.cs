namespace Syndication.Documents;

/// <summary>What a <see cref="Block"/> is by its markup.</summary>
internal enum BlockKind : byte
{
    /// <summary>Running text: a paragraph, or the text of a list item or cell.</summary>
    Paragraph,

    /// <summary>A heading by markup; <see cref="Block.Level"/> says which.</summary>
    Heading,

    /// <summary>Preformatted text; line breaks are part of it.</summary>
    Code,

    /// <summary>Nothing but one or more images.</summary>
    Image,

    /// <summary>A rule; it has no text.</summary>
    Rule,
}
