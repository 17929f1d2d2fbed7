namespace Syndication.Structure;

/// <summary>What can be seen of one block without knowing what it means.</summary>
internal readonly record struct BlockCues
{
    /// <summary>Width in Latin letters.</summary>
    public int Width { get; init; }

    /// <summary>Width of what carries no link.</summary>
    public int PlainWidth { get; init; }

    /// <summary>Width of what leads to other sites.</summary>
    public int ForeignWidth { get; init; }

    /// <summary>Width of what leads within the site or to nowhere.</summary>
    public int OwnWidth { get; init; }

    public int AnchorWidth { get; init; }

    /// <summary>Number of links that lead to the web.</summary>
    public int WebLinks { get; init; }

    /// <summary>All visible characters are bold.</summary>
    public bool IsBold { get; init; }

    /// <summary>How many characters at the start are bold; 0 where it does not start bold.</summary>
    public int BoldLead { get; init; }

    /// <summary>How many characters at the start belong to one link or to links that follow each other without other text.</summary>
    public int LinkLead { get; init; }

    /// <summary>The link it starts with; -1 where it starts with none.</summary>
    public int LeadLink { get; init; }

    /// <summary>The look that all its characters share, else that of most of them.</summary>
    public short Look { get; init; }

    public bool EndsSentence { get; init; }

    public bool EndsWithColon { get; init; }

    /// <summary>Ends with a comma or semicolon: goes on in the next block.</summary>
    public bool IsOpenEnded { get; init; }

    public bool EndsWithSemicolon { get; init; }

    /// <summary>The ordinal it starts with.</summary>
    public Ordinal Ordinal { get; init; }

    /// <summary>Nearly all of it carries links to the web.</summary>
    public bool IsLinked => WebLinks > 0 && PlainWidth * 6 <= Width;

    /// <summary>Every word carries a link.</summary>
    public bool IsAllLinks => Width > 0 && PlainWidth * 8 <= Width;

    /// <summary>Reads like running text rather than a label.</summary>
    public bool IsSentence => (EndsSentence && Width >= 20) || Width >= 100;
}
