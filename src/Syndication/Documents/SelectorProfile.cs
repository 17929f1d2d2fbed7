namespace Syndication.Documents;

/// <summary>CSS selectors that a person pins for the pages of a publication.</summary>
public sealed record SelectorProfile
{
    /// <summary>The element that holds the issue and nothing else.</summary>
    public string? Content { get; init; }

    /// <summary>Elements that are furniture wherever they stand.</summary>
    public string? Ignore { get; init; }

    /// <summary>Elements that are titles of sections.</summary>
    public string? Section { get; init; }

    /// <summary>Elements that are titles of items.</summary>
    public string? Item { get; init; }
}
