using BenchmarkDotNet.Running;
using Syndication.Benchmarks;

// "million": streams up to a million entries and prints time and memory. "ratios": in under a minute, each path against the thing to beat, interleaved in this process. Anything else: BenchmarkDotNet's own switches.
if (args is ["ratios"])
{
    Ratios.Print(Console.Out);
    return;
}

if (args is ["million"])
{
    await MillionEntries.PrintAsync(Console.Out);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Ratios).Assembly).Run(args);
