namespace Syndication.Archives.Stores;

/// <summary>
/// Lets one change of a folder at a time be made, among threads and among the processes of a machine: the operating system lets the lock go when its holder
/// dies, and whoever takes it next finishes what the dead one had begun.
/// </summary>
/// <param name="root">The folder.</param>
/// <param name="inner">The folder in it that is not for people: of the lock, and of changes under way.</param>
internal sealed class FolderLock(string root, string inner) : IDisposable
{
    private readonly SemaphoreSlim writing = new(1, 1);

    private string Aside => Path.Combine(inner, "change");

    /// <summary>A change to be made while the lock is held.</summary>
    public FolderChange NewChange() => new(root, Aside);

    /// <summary>Finishes what a process that was killed has begun, before anything is read.</summary>
    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(Aside)) await HoldAsync(() => Task.FromResult(true), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Works while no other does.</summary>
    public async Task<T> HoldAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Directory.CreateDirectory(inner);
            FileStream taken = await TakeAsync(cancellationToken).ConfigureAwait(false);
            await using (taken.ConfigureAwait(false))
            {
                FolderChange.Finish(root, Aside);
                return await work().ConfigureAwait(false);
            }
        }
        finally
        {
            writing.Release();
        }
    }

    public void Dispose() => writing.Dispose();

    private async Task<FileStream> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(inner, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
            {
                await Task.Delay(5, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
