namespace Syndication.Archives;

/// <summary>How much of an archive is read at the most. The defaults are safe for untrusted archives; what is beyond is refused with a diagnostic.</summary>
public sealed record ArchiveLimits
{
    /// <summary>How many bytes one document (a page, a mail, a record, an entry of an export) may have. Default 64 MiB.</summary>
    public int MaxDocumentBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How many bytes are read in all, after decompression; nothing is read beyond. Default 256 GiB.</summary>
    public long MaxTotalBytes { get; init; } = 256L * 1024 * 1024 * 1024;

    /// <summary>How many files, entries and records are looked at in all; nothing is read beyond. Default 10 million.</summary>
    public long MaxEntries { get; init; } = 10_000_000;

    /// <summary>How deep archives may stand in archives: a mail box in a zip in a tar.gz is 4. Default 6.</summary>
    public int MaxDepth { get; init; } = 6;

    /// <summary>How many times its packed size an entry may be when unpacked, beyond its first MiB. Newsletters pack to a tenth, deflate's best is a thousandth. Default 250.</summary>
    public int MaxRatio { get; init; } = 250;
}
