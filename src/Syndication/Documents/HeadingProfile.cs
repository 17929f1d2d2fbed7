namespace Syndication.Documents;

/// <summary>What headings of one look are in a publication.</summary>
/// <param name="Style">The look as <c>inspect</c> names it: <c>h2</c>, <c>18px bold linked</c>.</param>
/// <param name="Leads">What they lead: <c>sections</c> or <c>items</c>.</param>
/// <param name="Weight">How strongly it speaks, in the units of the weights of understanding; 10 or more settles it.</param>
/// <param name="Among">The looks of all headings of the template that this is said of, parted by <c>|</c>: it counts for issues that have no others. For every issue where left out.</param>
public sealed record HeadingProfile(string Style, string Leads, double Weight = 10, string? Among = null);
