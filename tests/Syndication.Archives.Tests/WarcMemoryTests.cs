using System.Text;
using Syndication.Text;
using static Syndication.Archives.Tests.ArchiveFiles;

namespace Syndication.Archives.Tests;

/// <summary>What is allocated while a long record is read: on the thread that reads it, whatever else the process does.</summary>
public sealed class WarcMemoryTests
{
    [Fact]
    public async Task A_record_of_four_gigabytes_is_passed_over_in_the_memory_of_a_buffer()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        byte[] head = Encoding.ASCII.GetBytes($"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/big\r\nContent-Type: application/http\r\nContent-Length: {4L << 30}\r\n\r\n");
        byte[] next = [.. "\r\n\r\n"u8, .. Http("https://a.example/2", 200, "text/html", "", "<p>two</p>"u8.ToArray())];
        var long4 = new ZeroStream(head, 4L << 30, next);
        int thread = Environment.CurrentManagedThreadId;
        long before = GC.GetAllocatedBytesForCurrentThread();
        List<ArchivedDocument> read = await new ArchiveReader().ReadAsync(long4, "big.warc", cancel).ToListAsync(cancel);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(thread, Environment.CurrentManagedThreadId);
        Assert.Equal(["https://a.example/big", "https://a.example/2"], read.Select(d => d.Name.Split("!/", 2)[1]));
        Assert.Equal(DiagnosticCodes.ArchiveLimited, read[0].Diagnostics[0].Code);
        Assert.InRange(allocated, 1, 40_000_000);
    }

    /// <summary>A stream of some bytes, very many zeros and some bytes more, which never makes its reader wait: it goes on on its thread.</summary>
    private sealed class ZeroStream(byte[] head, long zeros, byte[] tail) : Stream
    {
        private long at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (at < head.Length) return Take(head, at, buffer);
            if (at >= head.Length + zeros) return Take(tail, at - head.Length - zeros, buffer);
            int count = (int)Math.Min(buffer.Length, head.Length + zeros - at);
            buffer[..count].Clear();
            at += count;
            return count;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer, offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private int Take(byte[] from, long start, Span<byte> to)
        {
            int count = (int)Math.Min(to.Length, from.Length - start);
            from.AsSpan((int)start, count).CopyTo(to);
            at += count;
            return count;
        }
    }
}
