namespace Syndication.Documents;

/// <summary>Something that the document says about itself outside its visible text.</summary>
/// <param name="Source">Where it stands: <c>json-ld</c>, <c>og</c>, <c>meta</c>, <c>microdata</c>, <c>time</c>, <c>title</c>, <c>link</c>, <c>html</c>, <c>front-matter</c>, or <c>envelope</c> for what came with the document.</param>
/// <param name="Name">What is said, in the source's own name, lower case (<c>og:title</c>, <c>datepublished</c>, <c>date</c>).</param>
/// <param name="Value">The value, trimmed; never empty.</param>
internal readonly record struct Evidence(string Source, string Name, string Value);
