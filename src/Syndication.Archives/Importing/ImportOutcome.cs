namespace Syndication.Archives.Importing;

/// <summary>What became of a document in an import.</summary>
public enum ImportOutcome
{
    /// <summary>It is an issue, and in the store.</summary>
    Issue,

    /// <summary>It was read, and is no issue of a newsletter.</summary>
    NotAnIssue,

    /// <summary>It could not be read.</summary>
    Refused,
}
