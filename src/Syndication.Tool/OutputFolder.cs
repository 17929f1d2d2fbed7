namespace Syndication.Tool;

/// <summary>A folder whose files are replaced as a whole or not at all, and only where their bytes change.</summary>
internal sealed class OutputFolder(string path)
{
    /// <summary>Writes a file beside its place and moves it there: whoever reads meanwhile, or after a crash, sees the old file or the new.</summary>
    internal async Task WriteAsync(string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(path);
        string place = Path.Combine(path, name);
        string beside = Path.Combine(path, $".{name}.{Environment.ProcessId}.tmp");
        try
        {
            await using (FileStream stream = File.Create(beside))
            {
                await write(stream, cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            if (!await AreEqualAsync(place, beside, cancellationToken)) File.Move(beside, place, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static async Task<bool> AreEqualAsync(string place, string beside, CancellationToken cancellationToken)
    {
        if (!File.Exists(place) || new FileInfo(place).Length != new FileInfo(beside).Length) return false;
        await using FileStream old = File.OpenRead(place), fresh = File.OpenRead(beside);
        byte[] oldBytes = new byte[1 << 16], freshBytes = new byte[1 << 16];
        while (true)
        {
            int read = await old.ReadAtLeastAsync(oldBytes, oldBytes.Length, throwOnEndOfStream: false, cancellationToken);
            int readFresh = await fresh.ReadAtLeastAsync(freshBytes, freshBytes.Length, throwOnEndOfStream: false, cancellationToken);
            if (!oldBytes.AsSpan(0, read).SequenceEqual(freshBytes.AsSpan(0, readFresh))) return false;
            if (read < oldBytes.Length) return true;
        }
    }
}
