using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Syndication.Feeds;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.Tests.Feeds;

public class FeedStreamingTests
{
    private static readonly Feed Head = new() { Id = "tag:weekly.example,2024:feed", Title = "山海云周报", HomePageUrl = "https://weekly.example/", Updated = DateTimeOffset.UnixEpoch };

    public static TheoryData<string> Formats => [.. FeedFormat.ForReaders.Select(static format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Entries_one_by_one_give_the_same_bytes_as_all_at_once(string name)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        FeedFormat format = FeedFormat.ForReaders.Single(format => format.Name == name);
        FeedEntry[] entries = [.. Enumerable.Range(0, 500).Select(Entry)];
        byte[] expected = Written.As(format, Head with { Entries = [.. entries] }).Bytes;

        using var stream = new MemoryStream();
        Assert.Empty((await Head.WriteAsync(stream, format, OneByOne(entries), cancellationToken)).Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Info));
        Assert.Equal(expected, stream.ToArray());

        var pipe = new Pipe();
        Task<byte[]> read = AllOf(pipe.Reader, cancellationToken);
        await Head.WriteAsync(pipe.Writer, format, OneByOne(entries), cancellationToken);
        await pipe.Writer.CompleteAsync();
        Assert.Equal(expected, await read);
    }

    [Fact]
    public async Task Nothing_piles_up_while_entries_come()
    {
        var stream = new CountingStream();
        long most = 0;
        long written = 0;
        await Head.WriteAsync(stream, FeedFormat.Rss, Watched(), TestContext.Current.CancellationToken);
        Assert.InRange(most, 1, 256 * 1024);

        async IAsyncEnumerable<FeedEntry> Watched()
        {
            for (int i = 0; i < 5_000; i++)
            {
                await Task.CompletedTask;
                yield return Entry(i);
                written += 2_000; // what the content alone takes
                most = Math.Max(most, written - stream.Length);
            }
        }
    }

    [Fact]
    public async Task Writing_stops_at_once_when_it_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        int asked = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Head.WriteAsync(new MemoryStream(), FeedFormat.Atom, Endless(TestContext.Current.CancellationToken), source.Token));
        Assert.Equal(11, asked);

        async IAsyncEnumerable<FeedEntry> Endless([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            while (true)
            {
                if (asked++ == 10) await source.CancelAsync();
                yield return Entry(asked);
            }
        }
    }

    [Fact]
    public async Task Writing_stops_when_nobody_reads_any_more()
    {
        var pipe = new Pipe();
        await pipe.Reader.CompleteAsync();
        int asked = 0;
        await Head.WriteAsync(pipe.Writer, FeedFormat.Json, OneByOne(Enumerable.Range(0, 10_000).Select(i => Entry(asked = i))), TestContext.Current.CancellationToken);
        Assert.InRange(asked, 1, 100);
    }

    [Fact]
    public async Task Equal_ids_are_told_apart_among_the_latest()
    {
        using var stream = new MemoryStream();
        FeedEntry[] entries = [.. Enumerable.Range(0, 3 * WrittenIds.Remembered).Select(static i => new FeedEntry { Id = "a:" + (i / 2), Title = "T" })];
        await Head.WriteAsync(stream, FeedFormat.Json, OneByOne(entries), TestContext.Current.CancellationToken);
        string[] ids = [.. Written.Of(stream.ToArray()).Json().GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("id").GetString()!)];
        Assert.Equal(entries.Length, ids.Distinct().Count());
    }

    [Fact]
    public void Diagnostics_of_a_kind_are_a_thousand_at_the_most_and_the_rest_is_counted()
    {
        Written written = Written.As(FeedFormat.Rss, Head with { Description = "D", Entries = [.. Enumerable.Range(0, 1_500).Select(static i => new FeedEntry { Id = "a:" + i, Title = "T", Url = "javascript:x" })] });
        Assert.Equal(1_001, written.Diagnostics.Length);
        Assert.StartsWith("500 more", written.Diagnostics[^1].Message, StringComparison.Ordinal);
    }

    private static FeedEntry Entry(int number) => new()
    {
        Id = "tag:weekly.example,2024:" + number,
        Title = "第 " + number + " 条",
        Url = "https://weekly.example/" + number,
        Content = new Content("<p>" + new string('a', 2_000) + "</p>", ""),
        Published = DateTimeOffset.UnixEpoch.AddHours(-number),
        Authors = [new Person("编辑部")],
    };

    private static async IAsyncEnumerable<FeedEntry> OneByOne(IEnumerable<FeedEntry> entries)
    {
        foreach (FeedEntry entry in entries)
        {
            await Task.Yield();
            yield return entry;
        }
    }

    private static async Task<byte[]> AllOf(PipeReader reader, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await reader.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    private sealed class CountingStream : Stream
    {
        private long length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => length;

        public override long Position { get => length; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Only asynchronously.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            length += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}
