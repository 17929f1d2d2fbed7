using System.Text;
using Syndication.Archives.Mail;
using Syndication.Archives.Sources;

namespace Syndication.Archives.Importing;

/// <summary>
/// Tells the newsletters of a mixed archive apart by what stands beside the issues: by the first folder under the source; where there is none, mails by their
/// list (RFC 2919), else by their sender, posts of an export and entries of a feed by its title, and all else by the archive that they stand in.
/// </summary>
internal sealed class NewsletterNames(IReadOnlyList<string> sources)
{
    private const int HeadBytes = 64 * 1024;

    private readonly string[] roots = [.. sources.Select(RootOf).OrderByDescending(r => r.Length).ThenBy(r => r, StringComparer.Ordinal)];

    /// <summary>The name of the newsletter that a document is of; made of the document alone, so that it is the same in every run.</summary>
    public string Of(ArchivedDocument document)
    {
        string root = roots.FirstOrDefault(r => document.Name.StartsWith(r, StringComparison.Ordinal)) ?? "";
        string[] parts = document.Name[root.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);

        // The folders of a Maildir part what was read from what was not.
        if (parts.Length > 1 && !parts[0].EndsWith('!') && parts[0] is not ("cur" or "new")) return parts[0];
        if (document.Kind == ArchivedKind.Mail && ListOf(document.Bytes.Span) is { } list) return list;
        if (document.Source.Metadata.FirstOrDefault(pair => pair.Key == "publication").Value is { Length: > 0 } title) return title;
        if (document.Path is null && Uri.TryCreate(document.Source.Address, UriKind.Absolute, out Uri? address) && address.Host.Length > 0) return address.Host;
        string folder = parts.Length > 1 ? parts[0].TrimEnd('!') : Path.GetFileName(root.TrimEnd('/', '!'));
        return Path.GetFileNameWithoutExtension(folder) is { Length: > 0 } name ? name : folder;
    }

    /// <summary>The list that a mail came over, else who sent it; <see langword="null"/> where the header says neither.</summary>
    public static string? ListOf(ReadOnlySpan<byte> mail)
    {
        string? list = null, from = null, field = null;
        ReadOnlySpan<byte> rest = HeaderSniffer.Body(mail[..Math.Min(mail.Length, HeadBytes)]);
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOf((byte)'\n');
            string line = Encoding.UTF8.GetString((end < 0 ? rest : rest[..end]).TrimEnd((byte)'\r'));
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (line.Length == 0) break;
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            bool isMore = line[0] is ' ' or '\t';
            if (!isMore) field = colon > 0 ? line[..colon].TrimEnd().ToLowerInvariant() : null;
            string value = isMore ? line.Trim() : colon > 0 ? line[(colon + 1)..].Trim() : "";
            if (field == "list-id") list = isMore ? list + value : value;
            else if (field == "from") from = isMore ? from + value : value;
        }

        return Bracketed(list)?.Trim() is { Length: > 0 } id ? id : Bracketed(from)?.Trim() is { Length: > 0 } address ? address : null;
    }

    /// <summary>What stands in the last angle brackets, else the whole.</summary>
    private static string? Bracketed(string? value)
    {
        if (value is null) return null;
        int open = value.LastIndexOf('<'), close = value.LastIndexOf('>');
        return (open >= 0 && close > open ? value[(open + 1)..close] : value).ToLowerInvariant();
    }

    private static string RootOf(string source)
    {
        source = source.Replace('\\', '/');
        if (Glob.IsGlob(source) && !Directory.Exists(source)) return Glob.RootOf(source);
        return Directory.Exists(source) ? source.TrimEnd('/') : $"{source}!";
    }
}
