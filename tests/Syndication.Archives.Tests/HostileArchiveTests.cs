using System.Buffers.Binary;
using System.Text;
using Syndication.Archives.Importing;
using Syndication.Archives.Stores;
using Syndication.Tests;
using Syndication.Text;
using static Syndication.Archives.Tests.ArchiveFiles;

namespace Syndication.Archives.Tests;

/// <summary>Archives made to do harm, beyond those of the single forms: refused or bounded with a reason, and nothing outside of the store is touched.</summary>
public sealed class HostileArchiveTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Nothing_is_written_outside_of_the_store_whatever_entries_are_called()
    {
        byte[] page = Encoding.UTF8.GetBytes(LanternWeekly.Html(7, 3));
        (string, byte[])[] entries = [("../../out.html", page), ("/tmp/out.html", page), ("a/../../../out.html", page), ("..\\out.html", page), ("ok/7.html", page), ("con.html", page), ("CON:stream.html", page), (new string('x', 5000) + ".html", page)];
        folder.With("deep/in/x.zip", Zip(entries)).With("deep/in/lines.jsonl", """{"title":"Lantern #9","number":9,"id":"../../evil","url":"https://e.example/../../../etc/passwd","sections":[{"items":[{"title":"A"}]}]}""" + "\n");
        await using (var store = new FolderIssueStore(folder["deep/store"])) await new StoreImport(store).RunAsync([folder["deep/in"]], cancellationToken: Cancel);
        Assert.Equal(["deep"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
        Assert.Equal(["in", "store"], Directory.EnumerateFileSystemEntries(folder["deep"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(2, Directory.EnumerateFileSystemEntries(folder["deep/in"]).Count());
        Assert.False(File.Exists("/tmp/out.html"));
    }

    [Fact]
    public async Task Entries_of_a_zip_that_lie_about_their_lengths_are_refused_by_name()
    {
        byte[] zip = Zip(("a.html", "<p>a</p>"u8.ToArray()), ("b.html", Encoding.UTF8.GetBytes(new string('b', 5000))));
        // The length in the central directory (APPNOTE 4.3.12), of the second entry.
        int directory = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(directory + 24), 2_000_000_000);
        folder.With("long.zip", zip);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(directory + 24), 5);
        folder.With("short.zip", zip);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(directory + 42), 0xFFFFFF);
        folder.With("far.zip", zip);
        foreach (string name in (string[])["long.zip", "short.zip", "far.zip"])
        {
            List<ArchivedDocument> read = await ReadAsync(name);
            Assert.False(read[0].IsRefused);
            Assert.All(read.Skip(1), d => Assert.True(d.IsRefused || d.Bytes.Length <= 5, name));
        }
    }

    [Fact]
    public async Task Entries_of_a_zip_that_share_their_bytes_unpack_to_no_more_than_the_limits()
    {
        // One member of 4 MB that a thousand entries of the directory point to: each is small against its packed size, all together are not.
        byte[] one = Zip(("00000.html", new byte[4 << 20]));
        int directory = one.AsSpan().LastIndexOf("PK\u0001\u0002"u8), end = one.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        byte[] header = one[directory..end], tail = one[end..];
        BinaryPrimitives.WriteUInt16LittleEndian(tail.AsSpan(8), 1000);
        BinaryPrimitives.WriteUInt16LittleEndian(tail.AsSpan(10), 1000);
        BinaryPrimitives.WriteUInt32LittleEndian(tail.AsSpan(12), (uint)(header.Length * 1000));
        folder.With("shared.zip", [.. one[..directory], .. Enumerable.Repeat(header, 1000).SelectMany(h => h), .. tail]);
        var limits = new ArchiveLimits { MaxTotalBytes = 64 << 20, MaxRatio = 100_000 };
        long given = 0;
        bool isSaid = false;
        await foreach (ArchivedDocument document in new ArchiveReader(limits).ReadAsync(folder["shared.zip"], Cancel))
        {
            given += document.Bytes.Length;
            isSaid |= document.Diagnostics.Any(d => d.Code == DiagnosticCodes.ArchiveLimited);
        }

        Assert.InRange(given, 0, 64 << 20);
        Assert.True(isSaid);
        Assert.Contains(await ReadAsync("shared.zip"), d => d.IsRefused);
    }

    [Fact]
    public async Task A_tar_whose_lengths_are_wrong_gives_what_stands_before()
    {
        byte[] tar = Tar(("a.md", "# a"u8.ToArray()), ("b.md", Encoding.UTF8.GetBytes(new string('b', 3000))));
        int second = tar.AsSpan().LastIndexOf("b.md"u8);
        foreach (string length in (string[])["77777777777", "00000000001", "zzzzzzzzzzz", "-0000000001"])
        {
            byte[] changed = [.. tar];
            Encoding.ASCII.GetBytes(length).CopyTo(changed, second + 124);
            folder.With("x.tar", changed);
            List<ArchivedDocument> read = await ReadAsync("x.tar");
            Assert.Contains(read, d => d.Name.EndsWith("a.md", StringComparison.Ordinal) && !d.IsRefused);
            Assert.Contains(read, d => d.Diagnostics.Any(n => n.Code is DiagnosticCodes.ArchiveBroken or DiagnosticCodes.ArchiveLimited));
        }
    }

    [Fact]
    public async Task Nesting_without_end_ends()
    {
        byte[] gzip = "<p>x</p>"u8.ToArray();
        for (int i = 0; i < 50; i++) gzip = Gzip(gzip);
        string json = string.Concat(Enumerable.Repeat("{\"sections\":[", 20_000)), xml = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel>" + string.Concat(Enumerable.Repeat("<item>", 100_000));
        string mail = "From: a@example.org\nSubject: deep\nMIME-Version: 1.0\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n"));
        folder.With("in/deep.html.gz", gzip).With("in/deep.json", json).With("in/deep.jsonl", json).With("in/deep.xml", xml).With("in/deep.eml", mail)
            .With("in/deep.html", string.Concat(Enumerable.Repeat("<div>", 200_000))).With("in/ghost.json", "{\"db\":" + new string('[', 100_000)).With("in/ok.md", LanternWeekly.Markdown(1));
        ImportResult result = await ImportAsync("in");
        Assert.Contains(result.Report.LookAt, d => d.Source.EndsWith("deep.html.gz", StringComparison.Ordinal) && d.Reasons[0].Contains("one in the other", StringComparison.Ordinal));
        Assert.Equal(1, result.Report.Issues);
    }

    [Fact]
    public async Task A_mail_of_ten_thousand_parts_in_a_mail_box_in_a_zip_is_bounded()
    {
        var mail = new StringBuilder("From: Lantern <l@example.org>\nSubject: Lantern #1\nDate: Mon, 1 Jan 2024 08:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n");
        for (int i = 0; i < 10_000; i++) mail.Append("--b\nContent-Type: text/plain\n\nPart number ").Append(i).Append(" of many.\n");
        folder.With("x.zip", Zip(("list.mbox", Encoding.UTF8.GetBytes($"From a@example.org Mon Jan  1 08:00:00 2024\n{mail}--b--\n\nFrom a@example.org Mon Jan  8 08:00:00 2024\n{LanternWeekly.Mail(2)}"))));
        ImportResult result = await ImportAsync("x.zip");
        Assert.Equal(2, result.Report.Documents);
        Assert.Contains(result.Report.LookAt, d => d.Source.EndsWith("list.mbox!/1", StringComparison.Ordinal) && d.Reasons.Any(r => r.Contains("parts", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_table_that_is_one_endless_field_is_bounded()
    {
        folder.With("in/posts.csv", "post_id,title\n1,\"" + new string('x', 3_000_000)).With("in/emails.csv", "subject,body\n\"" + new string('y', 3_000_000)).With("in/1.html", "<p>x</p>");
        List<ArchivedDocument> read = [];
        await foreach (ArchivedDocument document in new ArchiveReader(new ArchiveLimits { MaxDocumentBytes = 1 << 20 }).ReadAsync(folder["in"], Cancel)) read.Add(document);
        Assert.Contains(read, d => d.Name.EndsWith("1.html", StringComparison.Ordinal) && !d.IsRefused);
        Assert.Contains(read, d => d.Name.EndsWith("emails.csv", StringComparison.Ordinal) && d.IsRefused);
        Assert.Contains(read, d => d.Name.EndsWith("posts.csv", StringComparison.Ordinal) && d.IsRefused);
    }

    [Fact]
    public async Task A_pipe_among_the_files_is_not_waited_for()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("needs a named pipe");
        folder.With("in/1.md", LanternWeekly.Markdown(1));
        using (var made = System.Diagnostics.Process.Start("mkfifo", [folder["in/0.md"]])) await made.WaitForExitAsync(Cancel);
        Assert.Equal(1, (await ImportAsync("in")).Report.Issues);
    }

    private async Task<List<ArchivedDocument>> ReadAsync(string name) => await new ArchiveReader().ReadAsync(folder[name], Cancel).ToListAsync(Cancel);

    private async Task<ImportResult> ImportAsync(string name)
    {
        await using var store = new FolderIssueStore(folder["store"]);
        return await new StoreImport(store).RunAsync([folder[name]], cancellationToken: Cancel);
    }
}
