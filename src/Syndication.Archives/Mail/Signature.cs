namespace Syndication.Archives.Mail;

/// <summary>The signature at the end of a text mail: what stands after the last line of two hyphens and a space (RFC 3676 §4.3).</summary>
internal static class Signature
{
    private const int MostLines = 12;

    /// <summary>Where the signature starts, its delimiter included; the text's length where it has none.</summary>
    public static int Start(ReadOnlySpan<byte> text)
    {
        int at = text.LastIndexOf("\n-- \n"u8);
        if (at < 0) at = text.LastIndexOf("\n-- \r\n"u8);
        return at < 0 || text[(at + 1)..].Count((byte)'\n') > MostLines ? text.Length : at + 1;
    }
}
