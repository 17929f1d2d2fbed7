using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Syndication.Archives;
using Syndication.Model;

namespace Syndication.Tool;

/// <summary>What stands beside exported issues: other issues, and the pictures and files that were copied from the archive; with the addresses that lead to them.</summary>
/// <param name="folder">The newsletter's folder.</param>
internal sealed partial class ExportedFiles(string folder)
{
    private const string Folder = "files";

    private const int LongestName = 80;

    private readonly HashSet<string> wanted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> paths = new(StringComparer.Ordinal);

    /// <summary>Adds an issue: where it stands, and what it links to.</summary>
    internal void Add(Issue issue, string file)
    {
        if (issue.Url is { } url) paths.TryAdd(Key(url), Uri.EscapeDataString(file));
        foreach (string? html in issue.AllItems().Select(i => i.Item.Content?.Html).Append(issue.Preface?.Html).Append(issue.Closing?.Html).Concat(Contents(issue.Sections)))
        {
            foreach (Match match in Address().Matches(html ?? "")) wanted.Add(Key(System.Net.WebUtility.HtmlDecode(match.Groups["url"].Value)));
        }

        foreach (Link link in issue.AllItems().SelectMany(i => i.Item.Links)) wanted.Add(Key(link.Url));
    }

    /// <summary>Copies those files of an archive that issues link to.</summary>
    internal async Task CopyAsync(IAsyncEnumerable<ArchivedDocument> files, CancellationToken cancellationToken)
    {
        var output = new OutputFolder(Path.Combine(folder, Folder));
        await foreach (ArchivedDocument file in files.WithCancellation(cancellationToken))
        {
            if (file.IsRefused || file.Source.Address is not { } address || !wanted.Contains(Key(address)) || paths.ContainsKey(Key(address))) continue;
            string name = NameOf(address);
            await output.WriteAsync(name, file.Bytes, cancellationToken);
            paths[Key(address)] = $"{Folder}/{Uri.EscapeDataString(name)}";
        }
    }

    /// <summary>The path to what an address leads to, from the newsletter's folder; <see langword="null"/> where it was not exported.</summary>
    internal string? PathOf(string address)
    {
        return paths.TryGetValue(Key(address), out string? path) ? path + address[WithoutFragment(address).Length..] : null;
    }

    private static IEnumerable<string?> Contents(IEnumerable<Section> sections) => sections.SelectMany(s => Contents(s.Sections).Prepend(s.Content?.Html));

    /// <summary>An address as it is compared: not all write the same characters with percent signs.</summary>
    private static string Key(string address) => Uri.UnescapeDataString(WithoutFragment(address));

    private static string WithoutFragment(string address) => address.IndexOf('#', StringComparison.Ordinal) is >= 0 and int hash ? address[..hash] : address;

    /// <summary>The end of the address, safe in every file system, behind what tells it from others of the same end.</summary>
    private static string NameOf(string address)
    {
        string end = Uri.UnescapeDataString(address.Split('?')[0].TrimEnd('/').Split('/')[^1]);
        string safe = string.Concat(end.Where(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_')).TrimEnd('.');
        if (safe.Length > LongestName) safe = safe[^LongestName..];
        return $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)).AsSpan(0, 4))}-{safe}";
    }

    [GeneratedRegex(@"(?:href|src)=""(?<url>[^""]*)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Address();
}
