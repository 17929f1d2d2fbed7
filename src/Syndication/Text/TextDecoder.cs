using System.Collections.Immutable;
using System.Text;

namespace Syndication.Text;

/// <summary>
/// Turns the bytes of an input into text. The encoding is known by byte order mark, else by what was declared for the bytes, else by what they say
/// themselves, else from the bytes; a declaration that does not fit the bytes gives way to one that does. Never throws.
/// </summary>
internal static class TextDecoder
{
    /// <summary>Decodes an input.</summary>
    /// <param name="bytes">The whole input.</param>
    /// <param name="contentType">The media type that came with it, with its parameters.</param>
    /// <param name="maxBytes">How many bytes are read at the most.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? contentType = null, int maxBytes = int.MaxValue)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        if (bytes.IsEmpty) return Nothing(diagnostics, DiagnosticCodes.Empty, "The input is empty.");
        bool truncated = bytes.Length > maxBytes;
        if (truncated)
        {
            Report(diagnostics, DiagnosticCodes.InputTruncated, DiagnosticSeverity.Warning, $"The input has {bytes.Length} bytes; only the first {maxBytes} were read.");
            bytes = bytes[..Math.Max(0, maxBytes)];
        }

        int mark = BomLength(bytes, out string? encoding);
        EncodingEvidence how = EncodingEvidence.Bom;
        if (encoding is null && BinaryFormat(bytes) is { } format) return Nothing(diagnostics, DiagnosticCodes.NotText, $"The input is {format}, not text.");
        bytes = bytes[mark..];
        encoding ??= Declared(bytes, contentType, diagnostics, out how) ?? Silent(bytes, diagnostics, out how);
        if (encoding is null) return Nothing(diagnostics, DiagnosticCodes.NotText, "The input is binary data, not text.");

        string text = Text(bytes, encoding, flush: !truncated, out int replaced);
        if (replaced > 0)
        {
            Report(diagnostics, DiagnosticCodes.BytesReplaced, DiagnosticSeverity.Warning, $"{replaced} byte sequences are not {encoding} and were replaced by U+FFFD.");
        }

        if (text.Length == 0 && mark > 0) Report(diagnostics, DiagnosticCodes.Empty, DiagnosticSeverity.Error, "The input is empty but for a byte order mark.");
        return new DecodedText(text, encoding, how, diagnostics.ToImmutable());
    }

    private static int BomLength(ReadOnlySpan<byte> bytes, out string? encoding)
    {
        encoding = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => "utf-8",
            [0xFF, 0xFE, 0, 0, ..] => "utf-32le",
            [0, 0, 0xFE, 0xFF, ..] => "utf-32be",
            [0xFF, 0xFE, ..] => "utf-16le",
            [0xFE, 0xFF, ..] => "utf-16be",
            [0x84, 0x31, 0x95, 0x33, ..] => "gb18030",
            _ => null,
        };
        return encoding switch { null => 0, "utf-8" => 3, "utf-16le" or "utf-16be" => 2, _ => 4 };
    }

    /// <summary>The first declared encoding that the bytes bear out; <see langword="null"/> where none is declared or none fits.</summary>
    private static string? Declared(ReadOnlySpan<byte> bytes, string? contentType, ImmutableArray<Diagnostic>.Builder diagnostics, out EncodingEvidence how)
    {
        bool isUtf8 = Utf8Shape.Of(bytes).IsCertain;
        foreach (var (label, evidence) in (ReadOnlySpan<(string?, EncodingEvidence)>)
            [(DeclaredCharset.OfMediaType(contentType), EncodingEvidence.Declared), (DeclaredCharset.OfText(bytes), EncodingEvidence.Meta)])
        {
            if (label is null) continue;
            how = evidence;
            string? name = EncodingLabels.NameOf(label);
            if (name is null)
            {
                Report(diagnostics, DiagnosticCodes.EncodingContradicted, DiagnosticSeverity.Warning, $"The declared encoding \"{label}\" is unknown.");
            }
            else if (Fits(bytes, name, isUtf8))
            {
                NoteSuperset(bytes, label, name, diagnostics);
                return name;
            }
            else
            {
                Report(diagnostics, DiagnosticCodes.EncodingContradicted, DiagnosticSeverity.Warning, $"The declared encoding \"{label}\" does not fit the bytes.");
            }
        }

        how = EncodingEvidence.Detected;
        return null;
    }

    private static bool Fits(ReadOnlySpan<byte> bytes, string name, bool isUtf8)
    {
        if (name == "utf-8") return isUtf8 || Utf8Shape.Of(bytes).IsMostly || EncodingDetector.WideByZeros(bytes) is null && EncodingDetector.Detect(bytes) is null;
        if (name.StartsWith("utf-", StringComparison.Ordinal)) return EncodingDetector.WideByZeros(bytes) is { } wide ? wide == name : !isUtf8 && Broken(bytes, name) == 0;
        if (isUtf8 && Utf8Shape.Of(bytes).Sequences is > 0 and int sequences) return IsChance(bytes, name, sequences) || EncodingDetector.Fit(bytes, name) > 0.3;
        int broken = Broken(bytes, name);
        if (broken == 0) return true;
        return EncodingDetector.WideByZeros(bytes) is null && (EncodingDetector.Detect(bytes) is not { } other || other == name || Broken(bytes, other) >= broken);
    }

    /// <summary>
    /// One or two pairs of bytes that are characters of the declared East Asian encoding are sequences of UTF-8 by chance more often than a page declares
    /// such an encoding by mistake; three are not.
    /// </summary>
    private static bool IsChance(ReadOnlySpan<byte> bytes, string name, int sequences) =>
        sequences <= 2 && name is ("gb18030" or "gbk" or "big5" or "euc-kr" or "euc-jp" or "shift_jis")
        && bytes.IndexOfAnyInRange((byte)0xE0, (byte)0xFF) < 0 && Broken(bytes, name) == 0;

    /// <summary>The encoding of bytes that declare none, or none that fits; <see langword="null"/> where they are no text.</summary>
    private static string? Silent(ReadOnlySpan<byte> bytes, ImmutableArray<Diagnostic>.Builder diagnostics, out EncodingEvidence how)
    {
        how = EncodingEvidence.Detected;
        if (EncodingDetector.WideByZeros(bytes) is { } wide) return Guessed(wide, diagnostics);
        if (IsBinary(bytes)) return null;
        Utf8Shape shape = Utf8Shape.Of(bytes);
        if (shape.Sequences == 0 && shape.Broken == 0)
        {
            if (bytes.IndexOf("\u001B$B"u8) >= 0 || bytes.IndexOf("\u001B$@"u8) >= 0) return Guessed("iso-2022-jp", diagnostics);
            how = EncodingEvidence.Default;
            return "utf-8";
        }

        if (shape.IsCertain || shape.IsMostly) return "utf-8";
        if (EncodingDetector.Detect(bytes) is { } detected) return Guessed(detected, diagnostics);
        how = EncodingEvidence.Default;
        return Guessed(shape.Sequences > shape.Broken ? "utf-8" : "windows-1252", diagnostics);
    }

    private static string Guessed(string name, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        Report(diagnostics, DiagnosticCodes.EncodingGuessed, DiagnosticSeverity.Info, $"The encoding was not declared; the bytes look like {name}.");
        return name;
    }

    /// <summary>Pages declare gb2312 and mean its successors, which are read here anyway; worth a note.</summary>
    private static void NoteSuperset(ReadOnlySpan<byte> bytes, string label, string name, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        if (name != "gb18030" || !label.Contains("2312", StringComparison.Ordinal)) return;
        for (int i = 0; i < bytes.Length - 1; i++)
        {
            if (bytes[i] < 0x80) continue;
            if (bytes[i] < 0xA1 || bytes[i + 1] < 0xA1)
            {
                Report(diagnostics, DiagnosticCodes.EncodingContradicted, DiagnosticSeverity.Info, $"The declared encoding is \"{label}\", but the text has characters that only its superset gb18030 has; it was read as that.");
                return;
            }

            i++;
        }
    }

    private static string? BinaryFormat(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "a PNG image",
        [0xFF, 0xD8, 0xFF, ..] => "a JPEG image",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => "a GIF image",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "a PDF file",
        [(byte)'P', (byte)'K', 3 or 5, 4 or 6, ..] => "a ZIP archive",
        [0x1F, 0x8B, 8, ..] => "gzip-compressed",
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => "a program",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Office file",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, ..] when IsBinary(bytes) => "a RIFF file",
        _ => null,
    };

    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, 64 * 1024)];
        int controls = 0;
        foreach (byte b in head)
        {
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B or 0x1A)) controls++;
        }

        return controls > head.Length * 0.03;
    }

    private static int Broken(ReadOnlySpan<byte> bytes, string name)
    {
        Text(bytes, name, flush: false, out int replaced);
        return replaced;
    }

    private static string Text(ReadOnlySpan<byte> bytes, string name, bool flush, out int replaced)
    {
        var count = new ReplacementCount();
        Encoding encoding = EncodingLabels.Encoding(name, count);
        Decoder decoder = encoding.GetDecoder();
        char[] chars = new char[encoding.GetMaxCharCount(Math.Min(bytes.Length, 64 * 1024))];
        var text = new StringBuilder(bytes.Length);
        do
        {
            ReadOnlySpan<byte> part = bytes[..Math.Min(bytes.Length, 64 * 1024)];
            bytes = bytes[part.Length..];
            while (true)
            {
                decoder.Convert(part, chars, flush && bytes.IsEmpty, out int read, out int written, out bool completed);
                text.Append(chars, 0, written);
                part = part[read..];
                if (completed || read == 0 && written == 0) break;
            }
        }
        while (!bytes.IsEmpty);

        replaced = count.Count;
        return text.ToString();
    }

    private static DecodedText Nothing(ImmutableArray<Diagnostic>.Builder diagnostics, string code, string message)
    {
        Report(diagnostics, code, DiagnosticSeverity.Error, message);
        return new DecodedText("", "utf-8", EncodingEvidence.Default, diagnostics.ToImmutable());
    }

    private static void Report(ImmutableArray<Diagnostic>.Builder diagnostics, string code, DiagnosticSeverity severity, string message) =>
        diagnostics.Add(new Diagnostic(code, severity, message));
}
