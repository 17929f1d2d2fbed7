namespace Syndication.Archives.Mail;

/// <summary>Tells by its first lines whether an input is a mail.</summary>
internal static class HeaderSniffer
{
    /// <summary>Fields that programs write and people do not: one of them among header fields is enough.</summary>
    private static readonly string[] Transport = ["received", "return-path", "message-id", "mime-version", "delivered-to", "dkim-signature", "authentication-results", "x-mailer", "list-unsubscribe", "list-id"];

    private static readonly string[] Common = ["from", "subject", "date", "to"];

    public static bool IsMail(ReadOnlySpan<byte> head)
    {
        head = Body(head);
        int common = 0, fields = 0;
        while (!head.IsEmpty)
        {
            int end = head.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = (end < 0 ? head : head[..end]).TrimEnd((byte)'\r');
            head = end < 0 ? [] : head[(end + 1)..];
            if (line.IsEmpty) break;
            if (line[0] is (byte)' ' or (byte)'\t' && fields > 0) continue;
            int colon = NameLength(line);
            if (colon <= 0) break;
            fields++;
            string name = System.Text.Encoding.ASCII.GetString(line[..colon]).ToLowerInvariant();
            if (Array.IndexOf(Transport, name) >= 0) return true;
            if (Array.IndexOf(Common, name) >= 0) common++;
        }

        return common >= 3;
    }

    /// <summary>The input without byte order mark, leading empty lines and the line that parts the messages of an mbox (RFC 4155).</summary>
    public static ReadOnlySpan<byte> Body(ReadOnlySpan<byte> input)
    {
        if (input.StartsWith("\uFEFF"u8)) input = input[3..];
        input = input.TrimStart("\r\n"u8);
        if (!input.StartsWith("From "u8)) return input;
        int end = input.IndexOf((byte)'\n');
        return end < 0 ? [] : input[(end + 1)..];
    }

    /// <summary>The length of a field's name (RFC 5322 §3.6.8: printable ASCII without a colon); 0 where the line is no field.</summary>
    private static int NameLength(ReadOnlySpan<byte> line)
    {
        int colon = line.IndexOf((byte)':');
        if (colon <= 0 || colon > 76) return 0;
        return line[..colon].TrimEnd((byte)' ').IndexOfAnyExceptInRange((byte)'!', (byte)'~') < 0 ? colon : 0;
    }
}
