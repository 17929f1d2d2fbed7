using System.Runtime.CompilerServices;

namespace Syndication.Tool;

/// <summary>Work on many things at once whose results come in the order of the things, with no more of them in memory than are worked on.</summary>
internal static class InOrder
{
    internal static async IAsyncEnumerable<TResult> SelectAsync<T, TResult>(
        IEnumerable<T> source, Func<T, CancellationToken, Task<TResult>> work, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var running = new Queue<Task<TResult>>();
        foreach (T thing in source)
        {
            if (running.Count == 2 * Environment.ProcessorCount) yield return await running.Dequeue();
            running.Enqueue(Task.Run(() => work(thing, cancellationToken), cancellationToken));
        }

        while (running.TryDequeue(out var next)) yield return await next;
    }
}
