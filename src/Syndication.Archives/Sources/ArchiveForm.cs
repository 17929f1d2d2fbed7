namespace Syndication.Archives.Sources;

/// <summary>What a file or entry is, as far as an import goes.</summary>
internal enum ArchiveForm
{
    /// <summary>Nothing to read: pictures, styles, programs.</summary>
    None,
    Page,
    Mail,
    Mbox,
    Mhtml,
    Zip,
    Tar,
    Gzip,
    Warc,
    Feed,
    WordPress,
    Json,
    JsonLines,
    Table,
}
