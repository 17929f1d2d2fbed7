using System.Diagnostics;
using BenchmarkDotNet.Running;
using Syndication.Benchmarks;
using Syndication.Feeds;

// "million": streams up to a million entries and prints time and memory. "ratios": in under a minute, each path against the thing to beat, interleaved in this process. Anything else: BenchmarkDotNet's own switches.
if (args is ["ratios"])
{
    Ratios.Print(Console.Out);
    return;
}

if (args is ["serve"])
{
    HostRatios.Serve(Console.In, Console.Out);
    return;
}

if (args is ["million"])
{
    // Each format in a process of its own: the peak of one is not that of the next.
    foreach (FeedFormat format in FeedFormat.All)
    {
        using var child = Process.Start(Environment.ProcessPath!, ["million", format.Name]);
        await child.WaitForExitAsync();
    }

    return;
}

if (args is ["million", var name])
{
    await MillionEntries.PrintAsync(Console.Out, FeedFormat.All.Single(format => format.Name == name));
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Ratios).Assembly).Run(args);
