namespace Syndication.Documents;

/// <summary>Finds out what kind of text an input is: from the text where it is unmistakable, else from its media type and its name, else from cues.</summary>
internal static class FormatDetector
{
    private const int Window = 64 * 1024;
    private static readonly string[] Tags = ["<p", "<div", "<br", "<a ", "<table", "<td", "<span", "<h1", "<h2", "<h3", "<li", "<ul", "<img", "<body", "<head"];

    /// <summary>The format, and the flavour of a plain text.</summary>
    /// <param name="text">The decoded text.</param>
    /// <param name="fileName">A name, path or address that ends in one.</param>
    /// <param name="contentType">The media type it came with.</param>
    public static (DocumentFormat Format, TextFlavour Flavour) Detect(string text, string? fileName, string? contentType)
    {
        ReadOnlySpan<char> head = text.AsSpan(0, Math.Min(text.Length, Window));
        if (IsWholePage(head)) return (DocumentFormat.Html, TextFlavour.Plain);
        string extension = ExtensionOf(fileName);
        string type = (contentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
        return (type, extension) switch
        {
            ("text/html" or "application/xhtml+xml", _) when TagsIn(head) > 0 => (DocumentFormat.Html, TextFlavour.Plain),
            ("text/markdown" or "text/x-markdown", _) => (DocumentFormat.Markdown, TextFlavour.Plain),
            ("text/x-rst" or "text/prs.fallenstein.rst", _) => (DocumentFormat.PlainText, TextFlavour.Rst),
            ("text/org" or "text/x-org", _) => (DocumentFormat.PlainText, TextFlavour.Org),
            (_, "html" or "htm" or "xhtml" or "shtml") when TagsIn(head) > 0 => (DocumentFormat.Html, TextFlavour.Plain),
            (_, "md" or "markdown" or "mkd" or "mkdn" or "mdown" or "mdx" or "mdwn") => (DocumentFormat.Markdown, TextFlavour.Plain),
            (_, "rst" or "rest") => (DocumentFormat.PlainText, TextFlavour.Rst),
            ("text/asciidoc" or "text/x-asciidoc", _) or (_, "adoc" or "asciidoc") => (DocumentFormat.PlainText, TextFlavour.Plain),
            (_, "org") => (DocumentFormat.PlainText, TextFlavour.Org),
            _ => ByCues(head),
        };
    }

    private static string ExtensionOf(string? fileName)
    {
        if (fileName is null) return "";
        if (fileName.Contains("://", StringComparison.Ordinal) && fileName.AsSpan().IndexOfAny('?', '#') is > 0 and int end) fileName = fileName[..end];
        return Path.GetExtension(fileName).TrimStart('.').ToLowerInvariant();
    }

    /// <summary>Begins as only a page does, after white space, comments and an XML declaration.</summary>
    private static bool IsWholePage(ReadOnlySpan<char> head)
    {
        while (true)
        {
            head = head.TrimStart().TrimStart('\uFEFF');
            string? end = head.StartsWith("<!--", StringComparison.Ordinal) ? "-->" : head.StartsWith("<?", StringComparison.Ordinal) ? "?>" : null;
            if (end is null) break;
            int at = head.IndexOf(end, StringComparison.Ordinal);
            if (at < 0) return false;
            head = head[(at + end.Length)..];
        }

        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase) && head.Length > 5 && head[5] is '>' or ' ' or '\n' or '\r' or '\t';
    }

    private static (DocumentFormat Format, TextFlavour Flavour) ByCues(ReadOnlySpan<char> head)
    {
        int headings = 0, links = 0, fences = 0, strong = 0, org = 0, rst = 0;
        foreach (ReadOnlySpan<char> raw in head.EnumerateLines())
        {
            ReadOnlySpan<char> line = raw.Trim();
            if (line.IsEmpty) continue;
            int hashes = line.IndexOfAnyExcept('#');
            if (hashes is > 0 and < 7 && line[hashes] == ' ') headings++;
            if (line.Contains("](http", StringComparison.Ordinal) || line.Contains("](/", StringComparison.Ordinal)) links++;
            if (line.StartsWith("```", StringComparison.Ordinal)) fences++;
            if (line.StartsWith("**", StringComparison.Ordinal) && line[2..].Contains("**", StringComparison.Ordinal) && line.IndexOfAnyExcept('*', ' ') >= 0) strong++;
            if (line.StartsWith("#+", StringComparison.Ordinal) && line.Contains(':') || line.Contains("[[http", StringComparison.Ordinal) && line.Contains("][", StringComparison.Ordinal)) org++;
            if (line.StartsWith(".. ", StringComparison.Ordinal) && (line.StartsWith(".. _", StringComparison.Ordinal) && line.Contains(':') || line.Contains("::", StringComparison.Ordinal)) || line.Contains(">`_", StringComparison.Ordinal)) rst++;
        }

        if (org > 0 && links == 0) return (DocumentFormat.PlainText, TextFlavour.Org);
        if (rst > 0 && links == 0) return (DocumentFormat.PlainText, TextFlavour.Rst);
        int kinds = Math.Min(headings, 1) + Math.Min(links, 1) + Math.Min(fences / 2, 1) + Math.Min(strong, 1);
        int tags = TagsIn(head);
        if (tags >= 4 && (head.TrimStart().StartsWith("<", StringComparison.Ordinal) || tags * 400 > head.Length) && headings + links == 0) return (DocumentFormat.Html, TextFlavour.Plain);
        return kinds >= 2 || headings >= 2 || links >= 3 || fences >= 2 ? (DocumentFormat.Markdown, TextFlavour.Plain) : (DocumentFormat.PlainText, TextFlavour.Plain);
    }

    private static int TagsIn(ReadOnlySpan<char> head)
    {
        int count = 0;
        foreach (string tag in Tags)
        {
            for (int at = 0; ;)
            {
                int next = head[at..].IndexOf(tag, StringComparison.OrdinalIgnoreCase);
                if (next < 0) break;
                at += next + tag.Length;
                if (tag[^1] == ' ' || at < head.Length && head[at] is '>' or ' ' or '/' or '\r' or '\n' or '\t') count++;
            }
        }

        return count;
    }
}
