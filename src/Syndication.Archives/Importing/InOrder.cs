using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Syndication.Archives.Importing;

/// <summary>Work on many things at once whose results come in the order of the things, with no more of them in memory than a few and no more bytes than a limit.</summary>
internal static class InOrder
{
    /// <summary>How many bytes are worked on or wait at the most, unless one thing alone has more.</summary>
    private const long MostBytes = 64L * 1024 * 1024;

    /// <summary>How many results may wait while their reader is busy with others, such as writing them down.</summary>
    private const int MostWaiting = 384;

    public static async IAsyncEnumerable<TResult> SelectAsync<T, TResult>(
        IAsyncEnumerable<T> source, Func<T, long> size, Func<T, CancellationToken, TResult> work, int degree, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Channel<(Task<TResult> Result, long Bytes)> results = Channel.CreateBounded<(Task<TResult>, long)>(MostWaiting);
        var load = new Load(MostBytes);
        using var workers = new SemaphoreSlim(Math.Max(1, degree));
        Task producing = Task.Run(() => ProduceAsync(source, size, work, results.Writer, load, workers, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var (result, bytes) in results.Reader.ReadAllAsync(stop.Token).ConfigureAwait(false))
            {
                yield return await result.ConfigureAwait(false);
                load.Leave(bytes);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await producing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await producing.ConfigureAwait(false);
    }

    private static async Task ProduceAsync<T, TResult>(
        IAsyncEnumerable<T> source, Func<T, long> size, Func<T, CancellationToken, TResult> work, ChannelWriter<(Task<TResult>, long)> results, Load load, SemaphoreSlim workers, CancellationToken cancellationToken)
    {
        var running = new List<Task>();
        try
        {
            await foreach (T thing in source.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                long bytes = size(thing);
                await load.EnterAsync(bytes, cancellationToken).ConfigureAwait(false);
                await workers.WaitAsync(cancellationToken).ConfigureAwait(false);
                Task<TResult> result = Task.Run(
                    () =>
                    {
                        try
                        {
                            return work(thing, cancellationToken);
                        }
                        finally
                        {
                            workers.Release();
                        }
                    },
                    CancellationToken.None);
                running.RemoveAll(task => task.IsCompleted);
                running.Add(result);
                await results.WriteAsync((result, bytes), cancellationToken).ConfigureAwait(false);
            }

            results.Complete();
        }
        catch (Exception e)
        {
            results.Complete(e);
            throw;
        }
        finally
        {
            // The semaphore is disposed of after this.
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The bytes that are in memory.</summary>
    private sealed class Load(long most)
    {
        private readonly Lock gate = new();
        private long bytes;
        private TaskCompletionSource left = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task EnterAsync(long more, CancellationToken cancellationToken)
        {
            while (true)
            {
                Task wait;
                lock (gate)
                {
                    if (bytes == 0 || bytes + more <= most)
                    {
                        bytes += more;
                        return;
                    }

                    wait = left.Task;
                }

                await wait.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        public void Leave(long less)
        {
            lock (gate)
            {
                bytes -= less;
                left.TrySetResult();
                left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }
}
