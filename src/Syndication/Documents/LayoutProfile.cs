namespace Syndication.Documents;

/// <summary>How the items of a publication's sections are laid out, issue after issue.</summary>
/// <param name="Items">The layout as <c>inspect</c> names it: <c>heading</c>, <c>list entry</c>, <c>definition</c>, <c>table row</c>, <c>numbered paragraph</c>, <c>paragraph with a typed bullet</c>, <c>line that ends with a semicolon</c>, <c>linked line over its text</c>, <c>paragraph that starts bold</c>, <c>paragraph that starts with a link</c>, <c>bare paragraph</c>; <c>prose</c> where the section is one text.</param>
/// <param name="Section">The section's title; left out, it is said of every section of which nothing else is, and of issues without sections.</param>
/// <param name="Issues">How many issues it was learned from: then it decides only where an issue leaves it open. 0 where a person wrote it: then it wins over what the page shows, but for a section where nothing is laid out so.</param>
/// <param name="Among">The looks of all headings of the template that this is said of, parted by <c>|</c>: it counts for issues that have no others. For every issue where left out.</param>
public sealed record LayoutProfile(string Items, string? Section = null, int Issues = 0, string? Among = null);
