using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Syndication.Model;

namespace Syndication.Archives.Stores;

/// <summary>
/// A store in a folder, made for version control: a folder for each newsletter, a readable JSON file for each issue (<c>cloud-native-weekly/18.json</c>).
/// Files are replaced as a whole, a change of several as one. Several processes of one machine may share it. The search reads every file; where it is asked
/// often, <see cref="SqliteIssueStore"/> is the better store.
/// </summary>
public sealed class FolderIssueStore : IIssueStore, IAsyncDisposable
{
    /// <summary>The folder for what is not for people: the revision, notes, the lock, changes under way.</summary>
    private const string Inner = ".syndication";

    private const string PublicationFile = "_publication.json";

    private readonly string root;
    private readonly FolderLock gate;

    /// <summary>A store in a folder.</summary>
    /// <param name="path">The folder; made with the first thing that is stored.</param>
    public FolderIssueStore(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        root = Path.GetFullPath(path);
        gate = new FolderLock(root, Path.Combine(root, Inner));
    }

    private string RevisionFile => Path.Combine(root, Inner, "revision");

    /// <summary>Whether a folder holds such a store.</summary>
    /// <param name="path">The folder.</param>
    public static bool Exists(string path) => Directory.Exists(Path.Combine(path, Inner));

    /// <inheritdoc/>
    public async Task<long> GetRevisionAsync(CancellationToken cancellationToken = default)
    {
        await gate.RecoverAsync(cancellationToken).ConfigureAwait(false);
        return await NumberAsync(RevisionFile, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredPublication> GetPublicationsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await gate.RecoverAsync(cancellationToken).ConfigureAwait(false);
        if (!Directory.Exists(root)) yield break;
        var publications = new List<StoredPublication>();
        foreach (string folder in Directory.EnumerateDirectories(root))
        {
            string file = Path.Combine(folder, PublicationFile);
            if (Path.GetFileName(folder) == Inner || !File.Exists(file)) continue;
            StoredIssue read = FolderFile.Read("", file, await File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false));
            publications.Add(new StoredPublication(read.Key == "_publication" ? Path.GetFileName(folder) : read.Key, read.Issue.Publication ?? new Publication())
            {
                Revision = await NumberAsync(Path.Combine(root, RevisionOf(Path.GetFileName(folder))), cancellationToken).ConfigureAwait(false),
            });
        }

        publications.Sort((a, b) => CompareUtf8(a.Key, b.Key));
        foreach (StoredPublication publication in publications) yield return publication;
    }

    /// <inheritdoc/>
    public Task<bool> PutPublicationAsync(StoredPublication publication, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(publication);
        StoreKey.Check(publication.Key, nameof(publication));
        return ChangeAsync(change => Task.FromResult(Put(change, PathOf(publication.Key), PublicationBytes(publication))), changed => changed, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> RemovePublicationAsync(string key, CancellationToken cancellationToken = default)
    {
        StoreKey.Check(key);
        return ChangeAsync(
            change =>
            {
                string folder = Path.Combine(root, FolderFileName.Of(key));
                if (!File.Exists(Path.Combine(folder, PublicationFile))) return Task.FromResult(false);
                foreach (string file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)) change.Add(Path.GetRelativePath(root, file), null);
                return Task.FromResult(true);
            },
            removed => removed,
            cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredIssue> GetIssuesAsync(string publication, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        StoreKey.Check(publication);
        await gate.RecoverAsync(cancellationToken).ConfigureAwait(false);
        var folder = new DirectoryInfo(Path.Combine(root, FolderFileName.Of(publication)));
        if (!folder.Exists) yield break;
        // The order is that of the keys, which a file's name tells but for those that were encoded: those are looked up.
        var files = new List<(string Key, string Path)>();
        foreach (FileInfo file in folder.EnumerateFiles("*.json"))
        {
            if (file.Name == PublicationFile) continue;
            string name = Path.GetFileNameWithoutExtension(file.Name);
            bool isPlain = name.AsSpan().IndexOfAny('%', '~') < 0;
            string key = isPlain ? name : FolderFile.Read(publication, file.FullName, await File.ReadAllBytesAsync(file.FullName, cancellationToken).ConfigureAwait(false)).Key;
            files.Add((key, file.FullName));
        }

        files.Sort((a, b) => CompareUtf8(a.Key, b.Key));
        foreach (var (_, path) in files)
        {
            if (await TryReadAsync(path, cancellationToken).ConfigureAwait(false) is { } bytes) yield return FolderFile.Read(publication, path, bytes);
        }
    }

    /// <inheritdoc/>
    public async Task<StoredIssue?> FindIssueAsync(string publication, string key, CancellationToken cancellationToken = default)
    {
        StoreKey.Check(publication);
        StoreKey.Check(key);
        await gate.RecoverAsync(cancellationToken).ConfigureAwait(false);
        string path = Path.Combine(root, PathOf(publication, key));
        return await TryReadAsync(path, cancellationToken).ConfigureAwait(false) is { } bytes ? FolderFile.Read(publication, path, bytes) : null;
    }

    /// <inheritdoc/>
    public Task<int> PutIssuesAsync(IReadOnlyCollection<StoredIssue> issues, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(issues);
        foreach (StoredIssue issue in issues)
        {
            StoreKey.Check(issue.PublicationKey, nameof(issues));
            StoreKey.Check(issue.Key, nameof(issues));
        }

        if (issues.Count == 0) return Task.FromResult(0);
        return ChangeAsync(
            change =>
            {
                int changed = 0;
                var known = new HashSet<string>(StringComparer.Ordinal);
                foreach (StoredIssue issue in issues)
                {
                    if (known.Add(issue.PublicationKey) && !File.Exists(Path.Combine(root, PathOf(issue.PublicationKey))))
                        change.Add(PathOf(issue.PublicationKey), PublicationBytes(new StoredPublication(issue.PublicationKey, issue.Issue.Publication ?? new Publication { Title = issue.PublicationKey })));
                    if (Put(change, PathOf(issue.PublicationKey, issue.Key), FolderFile.Of(issue))) changed++;
                }

                return Task.FromResult(changed);
            },
            changed => changed > 0,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> RemoveIssueAsync(string publication, string key, CancellationToken cancellationToken = default)
    {
        StoreKey.Check(publication);
        StoreKey.Check(key);
        return ChangeAsync(
            change =>
            {
                string path = PathOf(publication, key);
                if (!File.Exists(Path.Combine(root, path))) return Task.FromResult(false);
                change.Add(path, null);
                return Task.FromResult(true);
            },
            removed => removed,
            cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredIssue> SearchAsync(string words, string? publication = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (publication is not null) StoreKey.Check(publication);
        SearchQuery query = SearchQuery.Parse(words);
        if (query.Words.IsEmpty) yield break;
        var found = new List<(string Date, StoredIssue Issue)>();
        await foreach (StoredPublication each in GetPublicationsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (publication is not null && each.Key != publication) continue;
            await foreach (StoredIssue issue in GetIssuesAsync(each.Key, cancellationToken).ConfigureAwait(false))
            {
                string text = SearchText.Of(issue.Issue);
                HashSet<string> has = [.. SearchWords.OfText(text)];
                if (query.Words.All(has.Contains) && query.Phrases.All(phrase => text.Contains(phrase, StringComparison.Ordinal)))
                    found.Add((issue.Issue.Published?.ToDateTimeOffset().UtcDateTime.ToString("s", CultureInfo.InvariantCulture) ?? "", issue));
            }
        }

        found.Sort((a, b) => string.CompareOrdinal(b.Date, a.Date) is not 0 and int order ? order
            : CompareUtf8(a.Issue.PublicationKey, b.Issue.PublicationKey) is not 0 and int byPublication ? byPublication : CompareUtf8(b.Issue.Key, a.Issue.Key));
        foreach (var (_, issue) in found) yield return issue;
    }

    /// <inheritdoc/>
    public async Task<StoredNote?> FindNoteAsync(string name, CancellationToken cancellationToken = default)
    {
        StoreKey.CheckName(name);
        if (await TryReadAsync(NotePath(name), cancellationToken).ConfigureAwait(false) is not { } bytes) return null;
        int end = Array.IndexOf(bytes, (byte)'\n');
        return new StoredNote(bytes.AsMemory(end + 1), long.Parse(Encoding.ASCII.GetString(bytes, 0, end), CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public Task<bool> TryWriteNoteAsync(string name, ReadOnlyMemory<byte> content, long expectedVersion, CancellationToken cancellationToken = default)
    {
        StoreKey.CheckName(name);
        return gate.HoldAsync(
            async () =>
            {
                long version = (await FindNoteAsync(name, cancellationToken).ConfigureAwait(false))?.Version ?? 0;
                if (version != expectedVersion) return false;
                var change = gate.NewChange();
                change.Add(Path.GetRelativePath(root, NotePath(name)), [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{version + 1}\n")), .. content.Span]);
                change.Commit();
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        gate.Dispose();
        return ValueTask.CompletedTask;
    }

    private static int CompareUtf8(string a, string b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b));

    private static string PathOf(string publication) => $"{FolderFileName.Of(publication)}/{PublicationFile}";

    private static string PathOf(string publication, string key) => $"{FolderFileName.Of(publication)}/{FolderFileName.Of(key)}.json";

    private string NotePath(string name) => Path.Combine(root, Inner, "notes", FolderFileName.Of(name));

    private static byte[] PublicationBytes(StoredPublication publication) => FolderFile.Of(new StoredIssue("", publication.Key, new Issue { Publication = publication.Publication }));

    /// <summary>Adds a file to a change unless it is as it should be already.</summary>
    private bool Put(FolderChange change, string path, byte[] bytes)
    {
        var there = new FileInfo(Path.Combine(root, path));
        if (there.Exists && there.Length == bytes.Length && File.ReadAllBytes(there.FullName).AsSpan().SequenceEqual(bytes)) return false;
        change.Add(path, bytes);
        return true;
    }

    private async Task<T> ChangeAsync<T>(Func<FolderChange, Task<T>> work, Func<T, bool> hasChanged, CancellationToken cancellationToken) =>
        await gate.HoldAsync(
            async () =>
            {
                var change = gate.NewChange();
                T result = await work(change).ConfigureAwait(false);
                if (!hasChanged(result)) return result;
                long next = await NumberAsync(RevisionFile, cancellationToken).ConfigureAwait(false) + 1;
                byte[] revision = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{next}\n"));
                foreach (string folder in change.Folders) change.Add(RevisionOf(folder), revision);
                change.Add($"{Inner}/revision", revision);
                cancellationToken.ThrowIfCancellationRequested();
                change.Commit();
                return result;
            },
            cancellationToken).ConfigureAwait(false);

    private static string RevisionOf(string folder) => $"{Inner}/revisions/{folder}";

    private static async Task<long> NumberAsync(string path, CancellationToken cancellationToken) =>
        await TryReadAsync(path, cancellationToken).ConfigureAwait(false) is { } bytes ? long.Parse(Encoding.ASCII.GetString(bytes).Trim(), CultureInfo.InvariantCulture) : 0;

    private static async Task<byte[]?> TryReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
