using System.Text;
using CsCheck;
using Syndication.Tests;
using static Syndication.Archives.Tests.ArchiveFiles;

namespace Syndication.Archives.Tests;

/// <summary>Whatever becomes of an archive's bytes, reading it ends, within the limits, and what is lost has a reason.</summary>
public sealed class ArchiveFuzzTests
{
    /// <summary>A long run is started by hand: <c>FUZZ_ITERATIONS=200000</c>.</summary>
    private static readonly long iterations = long.TryParse(Environment.GetEnvironmentVariable("FUZZ_ITERATIONS"), System.Globalization.CultureInfo.InvariantCulture, out long asked) ? asked : 300;

    private static readonly ArchiveLimits limits = new() { MaxDocumentBytes = 1 << 20, MaxTotalBytes = 16 << 20, MaxEntries = 2000, MaxDepth = 4 };

    private static readonly (string Name, byte[] Bytes)[] pages = [("2019/1.html", Bytes(LanternWeekly.Html(1, 0))), ("2019/2.md", Bytes(LanternWeekly.Markdown(2))), ("3.eml", Bytes(LanternWeekly.Mail(3)))];

    private static readonly byte[] mbox = Bytes(string.Concat(Enumerable.Range(1, 3).Select(i => $"From a@example.org Mon Jan  1 08:00:00 2024\n{LanternWeekly.Mail(i)}\n")));

    private static readonly byte[] warc = [.. Warc("warcinfo", null, "application/warc-fields", "software: x\r\n"u8.ToArray()), .. Http("https://a.example/1", 200, "text/html", "", pages[0].Bytes), .. Http("https://a.example/2", 200, "text/html", "Content-Encoding: gzip\r\n", Gzip(pages[1].Bytes))];

    private static readonly (string Name, byte[] Bytes)[] archives =
    [
        ("x.zip", Zip([.. pages, ("inner.tar", Tar(pages))])), ("x.tar", Tar([.. pages, ("inner.zip", Zip(pages))])), ("x.tar.gz", Gzip(Tar(pages))), ("x.mbox", mbox), ("x.warc", warc), ("x.warc.gz", Gzip(warc)),
        ("substack.zip", Zip(("posts.csv", Bytes("post_id,post_date,is_published,title\n1.a,2021-03-04T10:00:00.000Z,true,\"A \"\"b\"\"\n\"\n")), ("posts/1.a.html", pages[0].Bytes))),
        ("x.jsonl", Bytes($$"""
            {"source":"a","id":"tag:x","title":"T","number":3,"sections":[{"title":"S","items":[{"title":"I","links":[{"url":"https://a.example/"}]}]}]}
            {"source":"b.html","base64":"{{Convert.ToBase64String(pages[0].Bytes)}}"}

            """)),
        ("emails.csv", Bytes("id,subject,body,publish_date\n1,Lantern 7,\"# Seven\n\ntext\",2021-03-04T10:00:00Z\n")),
        ("ghost.json", Bytes("""{"db":[{"meta":{"exported_on":1},"data":{"posts":[{"id":"p1","title":"Issue 1","slug":"issue-1","html":"<p>one</p>","status":"published"}],"settings":[{"key":"title","value":"Lantern"}],"users":[]}}]}""")),
        ("x.xml", Bytes("""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>L</title><item><title>T</title><content:encoded><![CDATA[<p>x</p>]]></content:encoded><wp:post_id>1</wp:post_id><wp:status>publish</wp:status></item></channel></rss>""")),
        ("x.mhtml", Bytes("From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\n\n--b\nContent-Type: text/html\n\n<h1>x</h1>\n--b--\n")),
        ("x.atom", Bytes("""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>L</title><id>f</id><entry><id>a</id><title>a</title><updated>2024-01-01T00:00:00Z</updated><content type="html">&lt;p>x&lt;/p></content></entry></feed>""")),
    ];

    public static TheoryData<string> Names => [.. archives.Select(a => a.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_changed_archive_is_read_to_its_end(string name)
    {
        byte[] whole = archives.Single(a => a.Name == name).Bytes;
        Gen.Select(Gen.Double[0, 1], Gen.Byte, Gen.Int[0, 59]).Array[1, 8].Sample(edits => Check(name, Changed(whole, edits)), iter: iterations);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_archive_that_is_whole_gives_documents_and_no_complaint(string name)
    {
        List<ArchivedDocument> read = await ReadAsync(name, archives.Single(a => a.Name == name).Bytes);
        Assert.NotEmpty(read);
        Assert.All(read, d => Assert.False(d.IsRefused, d.Diagnostics.FirstOrDefault()?.Message));
    }

    [Fact]
    public void Any_bytes_under_any_name_are_read_to_their_end() =>
        Gen.Select(Gen.Int[0, archives.Length - 1], Gen.Int[0, archives.Length - 1], Gen.Double[0, 1], Gen.Double[0, 1]).Sample(
            (a, b, x, y) => Check(archives[a].Name, [.. archives[a].Bytes[..(int)(x * archives[a].Bytes.Length)], .. archives[b].Bytes[(int)(y * archives[b].Bytes.Length)..]]), iter: iterations * 4);

    private static void Check(string name, byte[] bytes)
    {
        List<ArchivedDocument> read = ReadAsync(name, bytes).GetAwaiter().GetResult();
        Assert.True(read.Sum(d => (long)d.Bytes.Length) <= limits.MaxTotalBytes);
        Assert.Equal(read.Count, read.Select(d => d.Name).Distinct().Count());
        Assert.All(read, d => Assert.True(d.Bytes.Length <= limits.MaxDocumentBytes && (d.IsRefused || d.Diagnostics.IsEmpty)));
        Assert.All(read, d => Assert.StartsWith(name, d.Name, StringComparison.Ordinal));
        Assert.All(read.Where(d => d.IsRefused), d => Assert.NotEqual("", d.Diagnostics[^1].Message));
    }

    private static async Task<List<ArchivedDocument>> ReadAsync(string name, byte[] bytes) =>
        await new ArchiveReader(limits).ReadAsync(new MemoryStream(bytes, writable: false), name, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

    private static byte[] Changed(byte[] whole, (double At, byte Value, int Kind)[] edits)
    {
        var bytes = new List<byte>(whole);
        foreach (var (where, value, kind) in edits)
        {
            if (bytes.Count == 0) break;
            int at = (int)(where * (bytes.Count - 1));
            if (kind < 20) bytes[at] = value;
            else if (kind < 30) bytes[at] ^= (byte)(1 << (value & 7));
            else if (kind < 45) bytes.RemoveRange(at, Math.Min(kind * kind, bytes.Count - at));
            else if (kind < 55) bytes.InsertRange(at, Enumerable.Repeat(value, kind));
            else bytes.InsertRange(at, bytes.GetRange(0, Math.Min(512, bytes.Count)));
        }

        return [.. bytes];
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
