using System.Diagnostics;
using System.Globalization;

namespace Syndication.Tests.Structure;

/// <summary>Reads many damaged issues within limits, and keeps what took most.</summary>
/// <param name="seeds">What is damaged.</param>
/// <param name="readers">What reads it, by turns.</param>
/// <param name="report">A file that a line is added to now and then and at the end; none where left out.</param>
internal sealed class FuzzRun(List<(string Name, byte[] Bytes)> seeds, IssueReader[] readers, string? report)
{
    /// <summary>What no single input may take.</summary>
    public static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(2);

    /// <summary>What an empty input may allocate, and what each byte of another adds.</summary>
    public const long BytesForNothing = 2 << 20, BytesForEach = 500;

    /// <summary>After this an input is given up: it may never end.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    private const int Step = 10_000, MoreTries = 3, Slowest = 20;

    private readonly Lock gate = new();
    private readonly List<int> suspects = [];
    private readonly PriorityQueue<(int Number, InputCost Cost), TimeSpan> slowest = new();
    private (int Number, InputCost Cost) largest;
    private Exception? fault;
    private int next, end, done;

    public static long MostBytes(int size) => BytesForNothing + (BytesForEach * size);

    public static long PeakOfProcess()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    /// <summary>Tries inputs; throws where one breaks a law or a limit.</summary>
    public void Try(int first, int times, CancellationToken cancellationToken)
    {
        (next, end, done) = (first, first + times, 0);
        foreach (IssueReader reader in readers)
        {
            foreach ((string name, byte[] bytes) in seeds) InputCost.Of(reader, bytes, name);
        }

        var workers = new Worker[Math.Min(2, Environment.ProcessorCount)];
        for (int i = 0; i < workers.Length; i++) workers[i] = new Worker(this, cancellationToken);
        foreach (Worker worker in workers) worker.Wait();
        cancellationToken.ThrowIfCancellationRequested();
        if (fault is not null) throw fault;

        // On a loaded machine anything may be slow once: alone, the input is measured again.
        foreach (int number in suspects.Order())
        {
            InputCost cost = Alone(number);
            if (cost.IsTooMuch) throw new InvalidOperationException(Told(number, $"takes {cost}"));
            Note(number, cost);
        }

        List<(int Number, InputCost Cost)> remeasured = [.. slowest.UnorderedItems.Select(static item => item.Element.Number).Distinct().Select(number => (number, Alone(number)))];
        slowest.Clear();
        foreach ((int number, InputCost cost) in remeasured) Note(number, cost);
        Report(first + times, "all");
    }

    /// <summary>The least of several measures, with nothing else of ours at work.</summary>
    private InputCost Alone(int number)
    {
        (string name, byte[] bytes) = Mutation.Of(seeds, number);
        return Enumerable.Range(0, MoreTries).Select(_ => InputCost.Of(readers[number % readers.Length], bytes, name).Cost).OrderBy(static cost => cost.IsTooMuch).ThenBy(static cost => cost.Time).First();
    }

    private bool TryOne(int number)
    {
        (string name, byte[] bytes) = Mutation.Of(seeds, number);
        try
        {
            (IssueResult result, InputCost cost) = InputCost.Of(readers[number % readers.Length], bytes, name);
            Laws.Check(result);
            lock (gate)
            {
                if (cost.IsTooMuch) suspects.Add(number);
                else Note(number, cost);
                if (++done % Step == 0) Report(number + 1, "so far");
            }

            return true;
        }
        catch (Exception e)
        {
            lock (gate) fault ??= new InvalidOperationException(Told(number, e.Message), e);
            return false;
        }
    }

    private void Note(int number, InputCost cost)
    {
        slowest.Enqueue((number, cost), cost.Time);
        if (slowest.Count > Slowest) slowest.Dequeue();
        if (cost.Ratio > largest.Cost.Ratio) largest = (number, cost);
    }

    /// <summary>Keeps the input and says where.</summary>
    private string Told(int number, string what)
    {
        (string name, byte[] bytes) = Mutation.Of(seeds, number);
        string file = Path.Combine(Path.GetTempPath(), $"syndication-fuzz-{number}{Path.GetExtension(name)}");
        File.WriteAllBytes(file, bytes);
        return $"Damaged issue {number} ({name}, kept as {file}): {what}";
    }

    private void Report(int number, string what)
    {
        (int Number, InputCost Cost) slow = slowest.UnorderedItems.MaxBy(static item => item.Priority).Element;
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {done} inputs (up to {number}); slowest {slow.Number}: {slow.Cost}; most memory {largest.Number}: {largest.Cost}; peak of the process {PeakOfProcess() >> 20} MiB; over a limit at first {suspects.Count}");
        TestContext.Current.SendDiagnosticMessage(line);
        if (report is not null) File.AppendAllText(report, line + "\n");
    }

    /// <summary>A thread that takes one input after the other, and is left to itself where one does not end.</summary>
    private sealed class Worker
    {
        private readonly FuzzRun run;
        private readonly Thread thread;
        private int number = -1;
        private long since;

        public Worker(FuzzRun run, CancellationToken cancellationToken)
        {
            this.run = run;
            thread = new Thread(() => Work(cancellationToken)) { IsBackground = true };
            thread.Start();
        }

        public void Wait()
        {
            while (!thread.Join(TimeSpan.FromSeconds(1)))
            {
                int at = Volatile.Read(ref number);
                if (at >= 0 && Stopwatch.GetElapsedTime(Volatile.Read(ref since)) > Hang) throw new InvalidOperationException(run.Told(at, $"has not ended after {Hang.TotalSeconds:0} s"));
            }
        }

        private void Work(CancellationToken cancellationToken)
        {
            while (!cancellationToken.IsCancellationRequested && run.fault is null)
            {
                int mine = Interlocked.Increment(ref run.next) - 1;
                if (mine >= run.end) return;
                Volatile.Write(ref since, Stopwatch.GetTimestamp());
                Volatile.Write(ref number, mine);
                if (!run.TryOne(mine)) return;
            }
        }
    }
}
