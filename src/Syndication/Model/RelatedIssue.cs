namespace Syndication.Model;

/// <summary>Another issue of the same publication that an issue points to. JSON form: <c>related</c>.</summary>
/// <param name="Title">The title as printed.</param>
public sealed record RelatedIssue(string Title)
{
    /// <summary>The number that the title or address gives; <see langword="null"/> where neither does.</summary>
    public int? Number { get; init; }

    /// <summary>The absolute address; <see langword="null"/> where the source gives none.</summary>
    public string? Url { get; init; }
}
