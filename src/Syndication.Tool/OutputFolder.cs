namespace Syndication.Tool;

/// <summary>A folder whose files are replaced as a whole or not at all, and only where their bytes change.</summary>
/// <param name="path">The folder.</param>
internal sealed class OutputFolder(string path)
{
    internal async Task WriteAsync(string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var bytes = new MemoryStream();
        await write(bytes, cancellationToken);
        await WriteAsync(name, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), cancellationToken);
    }

    /// <summary>Writes a file beside its place, to the disk, and moves it there: whoever reads meanwhile, or after a crash, sees the old file or the new.</summary>
    internal async Task WriteAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        string place = Path.Combine(path, name);
        if (File.Exists(place) && (await File.ReadAllBytesAsync(place, cancellationToken)).AsSpan().SequenceEqual(bytes.Span)) return;
        Directory.CreateDirectory(path);
        // A name of its own: another process may be writing the same file.
        string beside = Path.Combine(path, $".{name}.{Path.GetRandomFileName()}.tmp");
        try
        {
            await using (FileStream stream = File.Create(beside))
            {
                await stream.WriteAsync(bytes, cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, place, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
