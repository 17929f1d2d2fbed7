namespace Syndication.Documents;

/// <summary>The parser needs elements of its own type for this page: <c>template</c>, or what stands in a table but not in a cell.</summary>
internal sealed class PageNotBuiltException : Exception;
