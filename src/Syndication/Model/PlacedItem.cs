namespace Syndication.Model;

/// <summary>An item together with where it stands in its issue.</summary>
/// <param name="Item">The item.</param>
/// <param name="Section">The innermost section that holds it.</param>
/// <param name="Parent">The item that it is nested in; <see langword="null"/> at the top of its section.</param>
public readonly record struct PlacedItem(Item Item, Section Section, Item? Parent);
