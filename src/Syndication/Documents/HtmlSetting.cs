namespace Syndication.Documents;

/// <summary>What an element hands down to what stands in it.</summary>
/// <param name="Style">How its text is set.</param>
/// <param name="Link">The link that it stands in; -1 for none.</param>
/// <param name="Look">How it looks.</param>
/// <param name="Kind">The kind of its blocks.</param>
/// <param name="Level">The level of a heading.</param>
/// <param name="Property">The microdata property that its text is the value of.</param>
/// <param name="Pins">What a person's selectors say of it.</param>
internal readonly record struct HtmlSetting(RunStyle Style, int Link, short Look, BlockKind Kind, int Level, string? Property, BlockPins Pins = BlockPins.None);
