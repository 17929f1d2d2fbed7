using AngleSharp.Dom;

namespace Syndication.Documents;

/// <summary>What the name of an element means: to the parser that builds the tree, and for reading order and layout.</summary>
internal sealed class ElementKind(string name)
{
    public string Name { get; } = name;

    /// <summary>What the tree builder asks of an element (HTML Living Standard §13.2.4.2): special, formatting, scopes, implied end tags.</summary>
    public NodeFlags Flags { get; init; } = NodeFlags.HtmlMember;

    /// <summary>The box that it makes; <see langword="null"/> where it makes none.</summary>
    public BoxKind? Box { get; init; }

    /// <summary>Ends the line before and after it without being a box.</summary>
    public bool IsLine { get; init; }

    /// <summary>Neither it nor what is in it is shown.</summary>
    public bool IsInvisible { get; init; }

    /// <summary>Never has content.</summary>
    public bool IsVoid { get; init; }

    /// <summary>Holds rows or cells only: white space in it is not text.</summary>
    public bool IsTableFrame { get; init; }

    public RunStyle Style { get; init; }

    /// <summary>1 to 6 for a heading; 0 else.</summary>
    public int HeadingLevel { get; init; }
}
