using System.Text;

namespace Syndication.Archives.Sources;

/// <summary>Tells what an entry is by its first bytes, and by its name where the bytes leave it open.</summary>
internal static class FormSniffer
{
    /// <summary>How many bytes are looked at.</summary>
    public const int HeadBytes = 4096;

    private static readonly HashSet<string> pages = new(StringComparer.OrdinalIgnoreCase)
    {
        ".html", ".htm", ".xhtml", ".shtml", ".md", ".markdown", ".mkd", ".mkdn", ".mdown", ".mdx", ".mdwn", ".txt", ".text", ".org", ".rst", ".rest", ".adoc", ".asciidoc",
    };

    /// <summary>Names whose bytes are never looked at: most of what lies about in the copy of a web site.</summary>
    private static readonly HashSet<string> others = new(StringComparer.OrdinalIgnoreCase)
    {
        ".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico", ".bmp", ".tif", ".tiff", ".woff", ".woff2", ".ttf", ".otf", ".eot",
        ".mp3", ".mp4", ".m4a", ".ogg", ".wav", ".webm", ".mov", ".avi", ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".epub", ".exe", ".dll", ".so",
        ".bz2", ".xz", ".7z", ".rar", ".zst", ".db", ".sqlite", ".cdx", ".cdxj", ".lock", ".pyc", ".class", ".jar",
    };

    /// <summary>Whether an entry of this name may be worth a look.</summary>
    public static bool MayBeRead(string path) => !others.Contains(ExtensionOf(path));

    /// <summary>Whether a file is called an archive: one with nothing in it is damaged.</summary>
    public static bool IsArchive(string path) => ExtensionOf(path).ToLowerInvariant() is ".zip" or ".tar" or ".tgz" or ".gz" or ".warc" or ".mbox" or ".mbx";

    public static ArchiveForm FormOf(string path, ReadOnlySpan<byte> head)
    {
        string extension = ExtensionOf(path);
        if (head.Length > 1 && head[0] == 0x1F && head[1] == 0x8B) return ArchiveForm.Gzip;
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8)) return ArchiveForm.Zip;
        if (head.Length > 262 && head[257..262].SequenceEqual("ustar"u8)) return ArchiveForm.Tar;
        if (head.StartsWith("WARC/"u8)) return ArchiveForm.Warc;
        switch (extension.ToLowerInvariant())
        {
            case ".eml": return ArchiveForm.Mail;
            case ".mbox" or ".mbx": return ArchiveForm.Mbox;
            case ".mht" or ".mhtml": return ArchiveForm.Mhtml;
            case ".jsonl" or ".ndjson": return ArchiveForm.JsonLines;
            case ".csv": return ArchiveForm.Table;
            case ".json": return ArchiveForm.Json;
            case ".tar" when head.Length > 0: return ArchiveForm.Tar;
            case ".warc": return ArchiveForm.Warc;
            case ".xml" or ".rss" or ".atom" or ".rdf": return XmlForm(head);
        }

        if (head.StartsWith("From "u8) && MboxSource.IsSeparator(FirstLine(head)) && MailReader.IsMail(head)) return ArchiveForm.Mbox;
        if (pages.Contains(extension)) return extension is ".txt" or ".text" && MailReader.IsMail(head) ? ArchiveForm.Mail : ArchiveForm.Page;
        if (MailReader.IsMail(head)) return ArchiveForm.Mail;
        ReadOnlySpan<byte> text = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        text = text.TrimStart(" \t\r\n"u8);
        if (StartsWithIgnoringCase(text, "<!doctype html"u8) || StartsWithIgnoringCase(text, "<html"u8)) return ArchiveForm.Page;
        return StartsWithIgnoringCase(text, "<?xml"u8) ? XmlForm(head) : ArchiveForm.None;
    }

    /// <summary>The extension of a path's last part. The flags at the end of a Maildir's file names (<c>…:2,S</c>) are none.</summary>
    public static string ExtensionOf(string path)
    {
        string name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        int dot = name.LastIndexOf('.');
        return dot < 0 || name.Contains(":2,", StringComparison.Ordinal) ? "" : name[dot..];
    }

    private static ArchiveForm XmlForm(ReadOnlySpan<byte> head)
    {
        string text = Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal);
        if (text.Contains("wordpress.org/export/", StringComparison.OrdinalIgnoreCase)) return ArchiveForm.WordPress;
        if (text.Contains("<rss", StringComparison.OrdinalIgnoreCase) || text.Contains("<feed", StringComparison.OrdinalIgnoreCase) || text.Contains("<rdf:RDF", StringComparison.OrdinalIgnoreCase)) return ArchiveForm.Feed;
        return text.Contains("<html", StringComparison.OrdinalIgnoreCase) ? ArchiveForm.Page : ArchiveForm.None;
    }

    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> head) => head.IndexOf((byte)'\n') is >= 0 and int end ? head[..end] : head;

    private static bool StartsWithIgnoringCase(ReadOnlySpan<byte> text, ReadOnlySpan<byte> start) => text.Length >= start.Length && Ascii.EqualsIgnoreCase(text[..start.Length], start);
}
