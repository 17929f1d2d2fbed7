namespace Syndication.Documents;

/// <summary>What the selectors of a publication's profile say of a block: it stands within an element that they match.</summary>
[Flags]
internal enum BlockPins : byte
{
    None = 0,

    /// <summary>Within the element that holds the issue.</summary>
    Content = 1,

    /// <summary>Furniture.</summary>
    Ignore = 2,

    /// <summary>The title of a section.</summary>
    Section = 4,

    /// <summary>The title of an item.</summary>
    Item = 8,
}
