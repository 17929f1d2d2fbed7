using System.Security.Cryptography;

namespace Syndication.Tool;

/// <summary>A folder whose files are replaced as a whole or not at all, and only where their bytes change.</summary>
/// <param name="path">The folder.</param>
/// <param name="check">Whether to look only: what is not up to date is listed, and nothing is touched.</param>
internal sealed class OutputFolder(string path, bool check = false)
{
    private readonly SortedDictionary<string, string> written = new(StringComparer.Ordinal);
    private readonly List<string> stale = [];

    /// <summary>Whether it is only looked whether all is up to date.</summary>
    internal bool IsCheck => check;

    /// <summary>Every file written, or found to be up to date, with a hash of its bytes.</summary>
    internal IReadOnlyDictionary<string, string> Written => written;

    /// <summary>The files whose bytes were, or with <c>check</c> are, not those wanted.</summary>
    internal IReadOnlyList<string> Stale => stale;

    internal async Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken) =>
        File.Exists(Path.Combine(path, name)) ? await File.ReadAllBytesAsync(Path.Combine(path, name), cancellationToken) : null;

    internal async Task WriteAsync(string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var bytes = new MemoryStream();
        await write(bytes, cancellationToken);
        await WriteAsync(name, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), cancellationToken);
    }

    /// <summary>Writes a file beside its place, to the disk, and moves it there: whoever reads meanwhile, or after a crash, sees the old file or the new.</summary>
    internal async Task WriteAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        written[name] = Hash(bytes.Span);
        if (await ReadAsync(name, cancellationToken) is { } old && old.AsSpan().SequenceEqual(bytes.Span)) return;
        stale.Add(name);
        if (check) return;
        Directory.CreateDirectory(path);
        string beside = Path.Combine(path, $".{name}.tmp");
        try
        {
            await using (FileStream stream = File.Create(beside))
            {
                await stream.WriteAsync(bytes, cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, Path.Combine(path, name), overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>Removes a file that was written earlier and is not any more, unless somebody changed it since.</summary>
    /// <param name="name">The file.</param>
    /// <param name="hash">The hash of what was written.</param>
    internal async Task RemoveAsync(string name, string hash, CancellationToken cancellationToken)
    {
        // The names come from a file that anybody may edit.
        if (name != Path.GetFileName(name) || written.ContainsKey(name) || await ReadAsync(name, cancellationToken) is not { } bytes || Hash(bytes) != hash) return;
        stale.Add(name);
        if (!check) File.Delete(Path.Combine(path, name));
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12));
}
