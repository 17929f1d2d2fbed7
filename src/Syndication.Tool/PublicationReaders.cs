using System.Runtime.InteropServices;
using Syndication.Documents;
using Syndication.Model;
using Syndication.Structure;

namespace Syndication.Tool;

/// <summary>
/// The reader of each file: one that knows what the issues of the file's publication have in common. Files belong together that name the same publication,
/// else that come from the same host; those that name none belong to the one publication that others in their folder name, else together by their folder.
/// Each file is read once for that; only counts are kept.
/// </summary>
internal sealed class PublicationReaders
{
    private readonly Dictionary<string, Group> groupOf = new(StringComparer.Ordinal);
    private readonly IssueReader otherwise;

    private readonly IssueReaderOptions options;

    private PublicationReaders(PublicationProfile? pinned, string? home, bool explains) =>
        otherwise = new IssueReader(options = new IssueReaderOptions { Profile = pinned, Home = home, Explain = explains });

    /// <summary>The reader of a file; where nothing was learned of its publication, the one that knows the pinned profile or none.</summary>
    internal IssueReader Of(string path) => groupOf.TryGetValue(path, out Group? group) ? group.Whole.Reader ?? otherwise : otherwise;

    /// <summary>The readers of several files.</summary>
    /// <param name="files">The files.</param>
    /// <param name="pinned">What a person says of their publication; nothing is learned then.</param>
    /// <param name="learns">Whether to learn from the files.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <param name="home">The address of the one publication that all files are of, where a person states it.</param>
    /// <param name="explains">Whether results say what decided.</param>
    internal static async Task<PublicationReaders> ForAsync(IReadOnlyList<string> files, PublicationProfile? pinned, bool learns, CancellationToken cancellationToken, string? home = null, bool explains = false)
    {
        var readers = new PublicationReaders(pinned, home, explains);
        if (pinned is null && learns && files.Count > 1) await readers.LearnAsync(files, cancellationToken);
        return readers;
    }

    private async Task LearnAsync(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        Dictionary<(string Name, string Folder), Group> parts = [];
        await foreach (FileReading reading in InOrder.SelectAsync(files.Distinct(StringComparer.Ordinal), FileReading.OfAsync, cancellationToken))
        {
            if (reading.Result is not { IsIssue: true } result) continue;
            ref Group? part = ref CollectionsMarshal.GetValueRefOrAddDefault(parts, (NameOf(result.Issue), Path.GetDirectoryName(reading.Path) ?? ""), out _);
            part ??= new Group();
            part.Learner.Add(result);
            groupOf[reading.Path] = part;
        }

        foreach (Group whole in Join(parts)) whole.Learn(options);
    }

    private static string NameOf(Issue issue)
    {
        if (issue.Publication?.Title is { Length: > 0 } title) return "name " + title.ToUpperInvariant();
        return Uri.TryCreate(issue.Url, UriKind.Absolute, out Uri? address) ? "host " + address.Host : "";
    }

    private static Dictionary<string, Group>.ValueCollection Join(Dictionary<(string Name, string Folder), Group> parts)
    {
        ILookup<string, string> namesIn = parts.Keys.Where(key => key.Name.Length > 0).ToLookup(key => key.Folder, key => key.Name, StringComparer.Ordinal);
        Dictionary<string, Group> wholes = new(StringComparer.Ordinal);
        foreach (((string name, string folder), Group part) in parts)
        {
            string belongs = name.Length > 0 ? name : namesIn[folder].Count() == 1 ? namesIn[folder].First() : "folder " + folder;
            ref Group? whole = ref CollectionsMarshal.GetValueRefOrAddDefault(wholes, belongs, out _);
            if (whole is null)
            {
                whole = part;
                continue;
            }

            whole.Learner.Add(part.Learner);
            part.Whole = whole;
        }

        return wholes.Values;
    }

    /// <summary>Files of one publication, or a part of them that was joined to the whole.</summary>
    private sealed class Group
    {
        internal Group() => Whole = this;

        internal ProfileLearner Learner { get; } = new();

        internal Group Whole { get; set; }

        internal IssueReader? Reader { get; private set; }

        /// <summary>Of one issue nothing is learned.</summary>
        internal void Learn(IssueReaderOptions options)
        {
            if (Learner.Issues > 1) Reader = new IssueReader(options with { Profile = Learner.Learn() });
        }
    }
}
