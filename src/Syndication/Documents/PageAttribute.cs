namespace Syndication.Documents;

/// <summary>An attribute of an element of a page.</summary>
/// <param name="Name">The name in lower case.</param>
/// <param name="Value">The value, its character references resolved.</param>
internal readonly record struct PageAttribute(ReadOnlyMemory<char> Name, ReadOnlyMemory<char> Value);
