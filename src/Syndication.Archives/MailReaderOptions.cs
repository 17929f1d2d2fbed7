namespace Syndication.Archives;

/// <summary>How mails are read. The defaults are safe for untrusted input.</summary>
public sealed record MailReaderOptions
{
    /// <summary>How many bytes of one message are read at the most; the rest is left with a diagnostic. Default 64 MiB.</summary>
    public int MaxMessageBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How many MIME parts of one message are looked at, those of attached messages included; the rest is left with a diagnostic. Default 1000.</summary>
    public int MaxParts { get; init; } = 1000;

    /// <summary>How deep multiparts and attached messages may nest; what is deeper is left with a diagnostic. Default 32.</summary>
    public int MaxDepth { get; init; } = 32;
}
