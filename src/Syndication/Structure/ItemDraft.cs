namespace Syndication.Structure;

/// <summary>The blocks of one item before it is written: which carry the title, which the text, and the items within.</summary>
internal sealed class ItemDraft
{
    /// <summary>The block that carries the title or starts the item.</summary>
    public required int First { get; init; }

    /// <summary>The first block is a heading: all of it is the title.</summary>
    public bool FirstIsHeading { get; init; }

    /// <summary>The blocks after the first, in reading order.</summary>
    public List<int> Rest { get; } = [];

    public List<ItemDraft> Items { get; } = [];

    /// <summary>How many links its blocks have, those of the items within included; counted for entries of lists only.</summary>
    public int Links { get; set; }

    /// <summary>What laid it out as an item.</summary>
    public required string Layout { get; init; }

    /// <summary>What the publication's profile says of the layout, where that decided.</summary>
    public KnownLayout? Known { get; set; }

    /// <summary>Where the title stands, where the layout knows better than the first block; the text keeps it.</summary>
    public TitleCut? Title { get; init; }

    /// <summary>The layout found no title to be printed: the first block is text.</summary>
    public bool IsUntitled { get; init; }
}
