using System.Globalization;
using System.Runtime.CompilerServices;

namespace Syndication.Archives.Sources;

/// <summary>Reads mail boxes in one file (RFC 4155, mboxo and mboxrd): messages parted by lines that begin with <c>From </c> and end in a date.</summary>
internal static class MboxSource
{
    private const int LongestLine = 1 << 20;

    public static async IAsyncEnumerable<ArchivedDocument> ReadAsync(ArchiveWalk walk, ArchiveEntry entry, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        int number = 0;
        bool isTooLarge = false, afterBlank = true, afterEnd = true;
        await foreach (ReadOnlyMemory<byte> line in ByteLines.ReadAsync(stream, LongestLine, (byte)'\n', cancellationToken).ConfigureAwait(false))
        {
            if (afterBlank && afterEnd && IsSeparator(line.Span))
            {
                if (message.Length > 0) yield return Message(walk, entry, number, message, isTooLarge);
                if (walk.IsExhausted) yield break;
                walk.CountEntry();
                (isTooLarge, afterBlank) = (false, false);
                message.SetLength(0);
                number++;
                continue;
            }

            bool startsLine = afterEnd;
            afterEnd = line.Span[^1] == '\n';
            afterBlank = startsLine && line.Span.TrimEnd("\r\n"u8).IsEmpty;
            if (number == 0 && message.Length == 0) number = 1;
            ReadOnlyMemory<byte> text = startsLine && IsQuoted(line.Span) ? line[1..] : line;
            if (message.Length + text.Length > walk.Limits.MaxDocumentBytes) isTooLarge = true;
            else if (!isTooLarge) message.Write(text.Span);
        }

        if (message.Length > 0) yield return Message(walk, entry, number, message, isTooLarge);
    }

    /// <summary>
    /// Whether a line parts two messages: <c>From</c>, an address, a date with a time and a year. "From the editors" at the start of a paragraph, which careless
    /// programs leave unquoted, parts nothing.
    /// </summary>
    public static bool IsSeparator(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("From "u8)) return false;
        ReadOnlySpan<byte> rest = line[5..].TrimEnd("\r\n "u8);
        bool hasTime = false, hasYear = false;
        foreach (Range range in rest.Split((byte)' '))
        {
            ReadOnlySpan<byte> word = rest[range];
            hasTime |= word.Length >= 4 && word.IndexOf((byte)':') is 1 or 2 && char.IsAsciiDigit((char)word[0]);
            hasYear |= word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is > 1970 and < 2200;
        }

        return hasTime && hasYear;
    }

    /// <summary><c>&gt;From</c>, and with mboxrd any number of <c>&gt;</c> before it.</summary>
    private static bool IsQuoted(ReadOnlySpan<byte> line) => line.Length > 0 && line[0] == '>' && line.TrimStart((byte)'>').StartsWith("From "u8);

    private static ArchivedDocument Message(ArchiveWalk walk, ArchiveEntry entry, int number, MemoryStream message, bool isTooLarge)
    {
        string name = entry.InnerName(number.ToString(CultureInfo.InvariantCulture));
        return isTooLarge
            ? ArchiveWalk.Refuse(name, Text.DiagnosticCodes.ArchiveLimited, walk.TooLarge().Message)
            : new ArchivedDocument(name, message.ToArray()) { Kind = ArchivedKind.Mail, Source = entry.Known };
    }
}
