using BenchmarkDotNet.Running;
using Syndication.Benchmarks;

// "ratios": in under a minute, each path against the thing to beat, interleaved in this process. Anything else: BenchmarkDotNet's own switches.
if (args is ["ratios"])
{
    Ratios.Print(Console.Out);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Ratios).Assembly).Run(args);
