using System.Security.Cryptography;

namespace Syndication.Tool;

/// <summary>
/// The folder of a site, which a build changes as a whole: every file is first written beside its place, to the disk. Then the memory that knows old and new
/// files takes its place, then the files that are new, then those that change, and last those go that are not wanted any more. Whenever that is interrupted,
/// each file is the old one or the new, what was there before names nothing that is missing, and the next build goes on to the same end.
/// </summary>
internal sealed class SiteFolder : IDisposable
{
    private const string LockFile = ".syndication.lock";
    private const string BesideExtension = ".syndication-tmp";

    private readonly SortedDictionary<string, string> wanted = new(StringComparer.Ordinal);
    private readonly List<string> staged = [];
    private readonly List<string> stale = [];
    private readonly string path;
    private readonly FileStream? alone;

    private SiteFolder(string path, FileStream? alone) => (this.path, this.alone) = (path, alone);

    /// <summary>Whether it is only looked whether all is up to date.</summary>
    internal bool IsCheck => alone is null;

    /// <summary>The files that were, or in a check are, not as wanted.</summary>
    internal IReadOnlyList<string> Stale => stale;

    /// <summary>A folder that is only looked at.</summary>
    internal static SiteFolder ToCheck(string path) => new(path, null);

    /// <summary>Opens a folder to change it, waits for another build that does, and removes what one that was killed left beside its files.</summary>
    internal static async Task<SiteFolder> OpenAsync(string path, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(path);
        string file = Path.Combine(path, LockFile);
        for (bool told = false; ; told = true)
        {
            try
            {
                var opened = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
                foreach (string left in Directory.EnumerateFiles(path, ".*" + BesideExtension)) File.Delete(left);
                return new SiteFolder(path, opened);
            }
            catch (IOException) when (File.Exists(file))
            {
                if (!told) await Console.Error.WriteLineAsync($"{path}: another build is writing here; waiting for it");
                await Task.Delay(100, cancellationToken);
            }
        }
    }

    internal Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken) => ReadAsync(path, name, cancellationToken);

    internal static async Task<byte[]?> ReadAsync(string path, string name, CancellationToken cancellationToken) =>
        File.Exists(Path.Combine(path, name)) ? await File.ReadAllBytesAsync(Path.Combine(path, name), cancellationToken) : null;

    /// <summary>Writes a file beside its place, where its bytes are not there already. It takes its place after all that were staged before it.</summary>
    internal async Task StageAsync(string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var bytes = new MemoryStream();
        await write(bytes, cancellationToken);
        await StageAsync(name, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), cancellationToken);
    }

    /// <inheritdoc cref="StageAsync(string, Func{Stream, CancellationToken, Task}, CancellationToken)"/>
    internal async Task StageAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        wanted[name] = Hash(bytes.Span);
        if (await ReadAsync(name, cancellationToken) is { } old && old.AsSpan().SequenceEqual(bytes.Span)) return;
        stale.Add(name);
        if (IsCheck) return;
        staged.Add(name);
        await WriteBesideAsync(name, bytes, cancellationToken);
    }

    /// <summary>Puts everything in its place, and removes the files of earlier builds that are not wanted any more, unless somebody changed them since.</summary>
    /// <param name="before">The files that earlier builds wrote, each with a hash of its bytes, or, after an interruption, with both that it may have.</param>
    /// <param name="memory">The memory that has such a list.</param>
    /// <param name="cancellationToken">Stops it before the first file is changed; from then on it goes on to the end.</param>
    internal async Task PublishAsync(IReadOnlyDictionary<string, string> before, Func<IReadOnlyDictionary<string, string>, byte[]> memory, CancellationToken cancellationToken)
    {
        var gone = new List<string>();
        foreach ((string name, string hashes) in before)
        {
            // The names come from a file that anybody may edit.
            if (name != Path.GetFileName(name) || wanted.ContainsKey(name) || await ReadAsync(name, cancellationToken) is not { } bytes || !hashes.Split(' ').Contains(Hash(bytes))) continue;
            gone.Add(name);
            stale.Add(name);
        }

        cancellationToken.ThrowIfCancellationRequested();
        byte[] last = memory(wanted);
        if (IsCheck)
        {
            if (await ReadAsync(SiteMemory.FileName, cancellationToken) is not { } old || !old.AsSpan().SequenceEqual(last)) stale.Add(SiteMemory.FileName);
            return;
        }

        if (staged.Count > 0 || gone.Count > 0) await ReplaceAsync(SiteMemory.FileName, memory(Both(before)));
        ILookup<bool, string> isThere = staged.ToLookup(name => File.Exists(Path.Combine(path, name)));
        foreach (string name in isThere[false].Concat(isThere[true])) File.Move(Beside(name), Path.Combine(path, name), overwrite: true);
        foreach (string name in gone) File.Delete(Path.Combine(path, name));
        await ReplaceAsync(SiteMemory.FileName, last);
    }

    public void Dispose()
    {
        foreach (string name in staged) File.Delete(Beside(name));
        alone?.Dispose();
    }

    private SortedDictionary<string, string> Both(IReadOnlyDictionary<string, string> before)
    {
        var both = new SortedDictionary<string, string>(wanted, StringComparer.Ordinal);
        foreach ((string name, string hashes) in before) both[name] = both.TryGetValue(name, out string? hash) ? string.Join(' ', hashes.Split(' ').Append(hash).Distinct()) : hashes;
        return both;
    }

    private async Task ReplaceAsync(string name, byte[] bytes)
    {
        if (await ReadAsync(name, CancellationToken.None) is { } old && old.AsSpan().SequenceEqual(bytes)) return;
        await WriteBesideAsync(name, bytes, CancellationToken.None);
        File.Move(Beside(name), Path.Combine(path, name), overwrite: true);
    }

    private async Task WriteBesideAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await using FileStream stream = File.Create(Beside(name));
        await stream.WriteAsync(bytes, cancellationToken);
        stream.Flush(flushToDisk: true);
    }

    private string Beside(string name) => Path.Combine(path, $".{name}{BesideExtension}");

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12));
}
