namespace Syndication.Documents;

/// <summary>Where the issues of a publication say a field. It decides where an issue has several values in several places; it never gives a value itself.</summary>
/// <param name="Field">The field: <c>number</c>, <c>published</c> or <c>authors</c>.</param>
/// <param name="Source">The place as diagnostics name it: <c>heading</c>, <c>masthead</c>, <c>by-line</c>, <c>text of &lt;time&gt;</c>, <c>meta author</c>.</param>
public sealed record FieldPlace(string Field, string Source);
