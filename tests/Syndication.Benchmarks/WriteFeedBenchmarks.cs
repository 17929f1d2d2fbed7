using System.Buffers;
using System.Text;
using BenchmarkDotNet.Attributes;
using Syndication.Feeds;

namespace Syndication.Benchmarks;

/// <summary>1 000 entries of 2 KB from <see cref="FeedEntry"/> objects, against the same bytes written straight with the platform's writers.</summary>
[MemoryDiagnoser]
public class WriteFeedBenchmarks
{
    private readonly Feed feed = LongFeed.Of(1_000);
    private readonly ArrayBufferWriter<byte> output = new(16 * 1024 * 1024);
    private readonly byte[] bytes = new byte[16 * 1024 * 1024];

    /// <summary>Makes sure that both ways write the same bytes: else the comparison says nothing.</summary>
    public WriteFeedBenchmarks()
    {
        Same(FeedFormat.Rss, RssByXmlWriter);
        Same(FeedFormat.Atom, AtomByXmlWriter);
        Same(FeedFormat.Json, JsonByUtf8JsonWriter);
    }

    [Benchmark]
    public object Rss() => Write(FeedFormat.Rss);

    [Benchmark]
    public object RssByXmlWriter() => Straight(StraightXml.Rss);

    [Benchmark]
    public object Atom() => Write(FeedFormat.Atom);

    [Benchmark]
    public object AtomByXmlWriter() => Straight(StraightXml.Atom);

    [Benchmark]
    public object Json() => Write(FeedFormat.Json);

    [Benchmark]
    public object JsonByUtf8JsonWriter()
    {
        output.ResetWrittenCount();
        StraightJson.Write(feed, output);
        return output.WrittenMemory;
    }

    [Benchmark]
    public object RssByFramework() => Straight(FrameworkXml.Rss);

    [Benchmark]
    public object AtomByFramework() => Straight(FrameworkXml.Atom);

    private ReadOnlyMemory<byte> Write(FeedFormat format)
    {
        output.ResetWrittenCount();
        feed.Write(output, format);
        return output.WrittenMemory;
    }

    private ReadOnlyMemory<byte> Straight(Action<Feed, Stream> write)
    {
        using var stream = new MemoryStream(bytes);
        write(feed, stream);
        return new ReadOnlyMemory<byte>(bytes, 0, (int)stream.Position);
    }

    private void Same(FeedFormat format, Func<object> straight)
    {
        string ours = Text(Write(format));
        string other = Text(straight());
        if (ours == other) return;
        int at = ours.AsSpan().CommonPrefixLength(other);
        throw new InvalidOperationException($"{format} differs at {at}: {Around(ours, at)} ⇄ {Around(other, at)}");
    }

    // The last line break is the one thing that the platform's writers do not write.
    private static string Text(object written) => Encoding.UTF8.GetString(((ReadOnlyMemory<byte>)written).Span).TrimEnd();

    private static string Around(string text, int at) => text[Math.Max(0, at - 40)..Math.Min(text.Length, at + 40)];
}
