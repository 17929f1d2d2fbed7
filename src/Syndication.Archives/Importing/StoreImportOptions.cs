namespace Syndication.Archives.Importing;

/// <summary>How archives are imported into a store.</summary>
public sealed record StoreImportOptions
{
    /// <summary>How the archives are read.</summary>
    public ArchiveImporterOptions Import { get; init; } = new();

    /// <summary>The key of the newsletter; by default that of an earlier import of the same documents, else of the newsletter in the store with the same title, else one made from its name.</summary>
    public string? Publication { get; init; }

    /// <summary>Whether everything is done but the writing. Default: no.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether all is read again, and the newsletter learned anew, though nothing has changed: for a new version of this library. Ids are kept. Default: no.</summary>
    public bool Again { get; init; }
}
