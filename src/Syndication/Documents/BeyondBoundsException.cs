namespace Syndication.Documents;

/// <summary>The tree of a page would be deeper or larger than is good.</summary>
internal sealed class BeyondBoundsException : Exception;
