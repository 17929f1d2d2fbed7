using System.Diagnostics;
using System.Globalization;

namespace Syndication.Benchmarks;

/// <summary>Times two ways to do the same, turn by turn in one process, and prints <c>name ratio</c>: the median of ours over the median of the other.</summary>
internal static class Ratios
{
    private const int Rounds = 31;
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(250);
    /// <summary>For code of many methods: the compiler improves one only after it was called often, and all of them in turn.</summary>
    private static readonly TimeSpan LongWarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan RoundLength = TimeSpan.FromMilliseconds(20);

    public static void Print(TextWriter output)
    {
        var reading = new ReadHtmlBenchmarks();
        var writing = new WriteFeedBenchmarks();
        var learning = new LearningBenchmarks();
        Print(output, "read-html/anglesharp", reading.Issue, reading.AngleSharpParse, LongWarmUp);
        PrintBytes(output, "read-html-bytes/anglesharp", reading.Issue, reading.AngleSharpParse);

        // Ten where learning is linear; under twenty is what was promised.
        Print(output, "learn-1000/learn-100", learning.Thousand, learning.Hundred, LongWarmUp);
        Print(output, "write-rss/xmlwriter", writing.Rss, writing.RssByXmlWriter);
        Print(output, "write-atom/xmlwriter", writing.Atom, writing.AtomByXmlWriter);
        Print(output, "write-json/utf8jsonwriter", writing.Json, writing.JsonByUtf8JsonWriter);
        Print(output, "write-rss/framework", writing.Rss, writing.RssByFramework);
        PrintBytes(output, "write-rss-bytes/framework", writing.Rss, writing.RssByFramework);
        Print(output, "write-atom/framework", writing.Atom, writing.AtomByFramework);
        PrintBytes(output, "write-atom-bytes/framework", writing.Atom, writing.AtomByFramework);

        // Requests in the same time, ours over the bare endpoint's: here more is better.
        HostRatios.Each((name, ours, bare) => Print(output, name, bare, ours));
    }

    private static void Print(TextWriter output, string name, Func<object> ours, Func<object> other, TimeSpan warmUp = default)
    {
        int oursTurns = TurnsPerRound(ours, warmUp);
        int otherTurns = TurnsPerRound(other, warmUp);
        var oursTimes = new double[Rounds];
        var otherTimes = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            // Who goes first changes, so that neither always pays for the other's garbage.
            if (round % 2 == 0) oursTimes[round] = Time(ours, oursTurns);
            otherTimes[round] = Time(other, otherTurns);
            if (round % 2 == 1) oursTimes[round] = Time(ours, oursTurns);
        }

        Array.Sort(oursTimes);
        Array.Sort(otherTimes);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {oursTimes[Rounds / 2] / otherTimes[Rounds / 2]:0.00}"));
    }

    /// <summary>What each allocates, ours over the other's.</summary>
    private static void PrintBytes(TextWriter output, string name, Func<object> ours, Func<object> other) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {(double)Bytes(ours) / Bytes(other):0.00}"));

    private static long Bytes(Func<object> work)
    {
        const int turns = 20;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < turns; i++) GC.KeepAlive(work());
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Warms up until the compiler has nothing more to give (four windows without gain), so that long code is not measured half compiled.</summary>
    private static int TurnsPerRound(Func<object> work, TimeSpan atLeast)
    {
        long start = Stopwatch.GetTimestamp();
        double best = double.MaxValue;
        for (int still = 0; (still < 4 || Stopwatch.GetElapsedTime(start) < atLeast) && Stopwatch.GetElapsedTime(start) < LongestWarmUp;)
        {
            double perTurn = WindowOf(work);
            still = perTurn < best * 0.97 ? 0 : still + 1;
            best = Math.Min(best, perTurn);
        }

        return Math.Max(1, (int)(RoundLength.TotalMilliseconds / best));
    }

    private static double WindowOf(Func<object> work)
    {
        long start = Stopwatch.GetTimestamp();
        int turns = 0;
        do
        {
            GC.KeepAlive(work());
            turns++;
        }
        while (Stopwatch.GetElapsedTime(start) < Window);

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / turns;
    }

    private static double Time(Func<object> work, int turns)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < turns; i++) GC.KeepAlive(work());
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / turns;
    }
}
