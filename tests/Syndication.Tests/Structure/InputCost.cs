using System.Diagnostics;
using System.Globalization;

namespace Syndication.Tests.Structure;

/// <summary>What reading one input took.</summary>
/// <param name="Time">By the clock, on a thread of its own.</param>
/// <param name="Bytes">Allocated by that thread.</param>
/// <param name="Size">Of the input, in bytes.</param>
internal readonly record struct InputCost(TimeSpan Time, long Bytes, int Size)
{
    /// <summary>Whether that is beyond a limit.</summary>
    public bool IsTooMuch => Time > FuzzRun.LongestTime || Bytes > FuzzRun.MostBytes(Size);

    /// <summary>Allocated per byte of the input, without what an empty one may take.</summary>
    public double Ratio => (double)Math.Max(0, Bytes - FuzzRun.BytesForNothing) / Math.Max(1, Size);

    public static (IssueResult Result, InputCost Cost) Of(IssueReader reader, byte[] bytes, string name)
    {
        var source = new IssueSource { FileName = name, Address = "https://weekly.example/issues/7" };
        long before = GC.GetAllocatedBytesForCurrentThread(), start = Stopwatch.GetTimestamp();
        IssueResult result = reader.Read(bytes, source);
        return (result, new InputCost(Stopwatch.GetElapsedTime(start), GC.GetAllocatedBytesForCurrentThread() - before, bytes.Length));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Time.TotalMilliseconds:0} ms, {Bytes / 1024.0:0} KiB allocated for {Size / 1024.0:0.0} KiB ({Ratio:0} per byte)");
}
