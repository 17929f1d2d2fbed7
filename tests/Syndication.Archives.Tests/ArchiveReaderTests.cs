using System.Formats.Tar;
using System.Text;
using Syndication.Text;
using static Syndication.Archives.Tests.ArchiveFiles;

namespace Syndication.Archives.Tests;

public sealed class ArchiveReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_folder_gives_its_documents_in_the_order_of_their_paths_and_nothing_else()
    {
        folder.With("in/b/2.html", "<p>b</p>").With("in/a.md", "# a").With("in/style.css", "p {}").With("in/.git/x.html", "").With("in/b/1.eml", LanternWeekly.Mail(1)).With("in/data.bin", [1, 2, 3]);
        Assert.Equal(["a.md", "b/1.eml", "b/2.html"], (await ReadAsync("in")).Select(d => d.Name[(folder["in"].Length + 1)..]));
    }

    [Theory]
    [InlineData("in/*.md", "in/1.md")]
    [InlineData("in/**/*.md", "in/1.md in/x/2.md")]
    [InlineData("in/?/2.md", "in/x/2.md")]
    [InlineData("in/*.txt", "")]
    public async Task A_glob_stands_for_files(string glob, string found)
    {
        folder.With("in/1.md", "# a").With("in/x/2.md", "# b").With("in/x/3.html", "");
        Assert.Equal(found, string.Join(' ', (await ReadAsync(glob)).Select(d => d.Name[(folder.Path.Length + 1)..])));
    }

    [Fact]
    public async Task Archives_in_archives_are_read()
    {
        byte[] zip = Zip(("2019/1.html", "<p>one</p>"u8.ToArray()), ("2019/2.eml", Encoding.UTF8.GetBytes(LanternWeekly.Mail(2))), ("cover.png", [1]));
        folder.With("old.tar.gz", Gzip(Tar(("letters/a.zip", zip), ("letters/b.md", "# b"u8.ToArray()))));
        Assert.Equal(
            ["old.tar.gz!/letters/a.zip!/2019/1.html Page", "old.tar.gz!/letters/a.zip!/2019/2.eml Mail", "old.tar.gz!/letters/b.md Page"],
            (await ReadAsync("old.tar.gz")).Select(d => $"{d.Name[(folder.Path.Length + 1)..]} {d.Kind}"));
    }

    [Fact]
    public async Task A_stream_that_cannot_go_back_is_read_too()
    {
        var read = await new ArchiveReader().ReadAsync(new MemoryStream(Gzip(Tar(("a.md", "# a"u8.ToArray())))), "x.tgz", Cancel).ToListAsync(Cancel);
        Assert.Equal("x.tgz!/a.md", Assert.Single(read).Name);
    }

    [Fact]
    public async Task A_mail_box_is_parted_at_its_separators_only()
    {
        string mbox = $"From a@example.org Mon Jan  1 08:00:00 2024\n{LanternWeekly.Mail(1)}\nFrom the editors, with love\n>From here\n\nFrom b@example.org Mon Jan  8 08:00:00 2024\r\n{LanternWeekly.Mail(2)}";
        folder.With("list.mbox", mbox).With("list", mbox);
        List<ArchivedDocument> read = await ReadAsync("list.mbox");
        Assert.Equal(2, read.Count);
        Assert.Contains("\nFrom the editors, with love\nFrom here\n", Encoding.UTF8.GetString(read[0].Bytes.Span), StringComparison.Ordinal);
        Assert.StartsWith("From: Lantern", Encoding.UTF8.GetString(read[1].Bytes.Span), StringComparison.Ordinal);
        Assert.Equal(2, (await ReadAsync("list")).Count(d => d.Kind == ArchivedKind.Mail));
    }

    [Fact]
    public async Task A_Maildir_is_read_without_what_was_not_delivered()
    {
        folder.With("Mail/cur/1700000001.M1P1.host:2,S", LanternWeekly.Mail(1)).With("Mail/new/1700000002.M2P1.host", LanternWeekly.Mail(2)).With("Mail/tmp/1700000003.M3P1.host", LanternWeekly.Mail(3));
        Assert.Equal([ArchivedKind.Mail, ArchivedKind.Mail], (await ReadAsync("Mail")).Select(d => d.Kind));
    }

    [Fact]
    public async Task A_saved_page_is_read_with_its_address_and_not_with_the_date_of_saving()
    {
        folder.With("page.mhtml", """
            From: <Saved by Blink>
            Snapshot-Content-Location: https://lantern.example.org/18
            Subject: Lantern
            Date: Mon, 1 Jan 2024 08:00:00 -0000
            MIME-Version: 1.0
            Content-Type: multipart/related; type="text/html"; boundary="b"

            --b
            Content-Type: text/html
            Content-Transfer-Encoding: quoted-printable
            Content-Location: https://lantern.example.org/18

            <html><body><h1>Lantern =2318</h1></body></html>
            --b
            Content-Type: image/png
            Content-Transfer-Encoding: base64

            AAAA
            --b--
            """);
        ArchivedDocument page = Assert.Single(await ReadAsync("page.mhtml"));
        Assert.Equal((ArchivedKind.Page, "https://lantern.example.org/18"), (page.Kind, page.Source.Address));
        Assert.Contains("Lantern #18", Encoding.UTF8.GetString(page.Bytes.Span), StringComparison.Ordinal);
        Assert.Empty(page.Source.Metadata);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_web_archive_gives_its_pages_with_their_addresses(bool isPacked)
    {
        byte[] chunked = [.. "4\r\n<p>c\r\n5\r\nhunks\r\n0\r\n\r\n"u8];
        byte[][] records =
        [
            Warc("warcinfo", null, "application/warc-fields", "software: x\r\n"u8.ToArray()),
            Warc("request", "https://a.example/1", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n"u8.ToArray()),
            Http("https://a.example/1", 200, "text/html; charset=gbk", "", "<p>one</p>"u8.ToArray()),
            Http("https://a.example/2", 404, "text/html", "", "<p>no</p>"u8.ToArray()),
            Http("https://a.example/3.png", 200, "image/png", "", [1, 2]),
            Http("https://a.example/4", 200, "text/html", "Transfer-Encoding: chunked\r\n", chunked),
            Http("https://a.example/5", 200, "text/html", "Content-Encoding: gzip\r\n", Gzip("<p>packed</p>"u8.ToArray())),
            Warc("resource", "https://a.example/6", "text/plain", "six"u8.ToArray()),
            Http("https://a.example/1", 200, "text/html", "", "<p>again</p>"u8.ToArray()),
        ];
        folder.With("crawl.warc.gz", isPacked ? [.. records.SelectMany(Gzip)] : Gzip([.. records.SelectMany(r => r)])).With("crawl.warc", [.. records.SelectMany(r => r)]);
        foreach (string name in (string[])["crawl.warc.gz", "crawl.warc"])
        {
            List<ArchivedDocument> read = await ReadAsync(name);
            Assert.Equal(["<p>one</p>", "<p>chunks", "<p>packed</p>", "six", "<p>again</p>"], read.Select(d => Encoding.UTF8.GetString(d.Bytes.Span)));
            Assert.Equal(("https://a.example/1", "text/html; charset=gbk", $"{folder[name]}!/https://a.example/1"), (read[0].Source.Address, read[0].Source.ContentType, read[0].Name));
            Assert.EndsWith("!/https://a.example/1#2", read[4].Name, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_web_archive_with_a_wrong_length_is_read_on_at_the_next_record()
    {
        string text = Encoding.UTF8.GetString(Http("https://a.example/1", 200, "text/html", "", "<p>one</p>"u8.ToArray()));
        byte[] tooShort = Encoding.UTF8.GetBytes(text.Replace($"Content-Length: {text.Split("\r\n\r\n", 2)[1].Length - 4}", "Content-Length: 9", StringComparison.Ordinal));
        Assert.NotEqual(text.Length, tooShort.Length);
        folder.With("crawl.warc", [.. tooShort, .. Http("https://a.example/2", 200, "text/html", "", "<p>two</p>"u8.ToArray())]);
        List<ArchivedDocument> read = await ReadAsync("crawl.warc");
        Assert.Contains(read, d => d.Diagnostics.Any(n => n.Code == DiagnosticCodes.ArchiveBroken));
        Assert.Contains(read, d => d.Source.Address == "https://a.example/2");
    }

    [Fact]
    public async Task Posts_of_a_WordPress_export_are_read_with_what_it_says_of_them()
    {
        folder.With("site.xml", """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- This is a WordPress eXtended RSS file -->
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
            <channel><title>Lantern</title><link>https://lantern.example.org</link><language>en-GB</language>
            <item><title>Issue 7 &amp; more</title><link>https://lantern.example.org/7/</link><dc:creator><![CDATA[mara]]></dc:creator>
            <content:encoded><![CDATA[First paragraph
            with a break

            <h2>News</h2>

            Second]]></content:encoded><wp:post_id>70</wp:post_id><wp:post_date_gmt>2024-02-03 04:05:06</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
            <item><title>Draft</title><content:encoded><![CDATA[x]]></content:encoded><wp:post_id>71</wp:post_id><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
            <item><title>Picture</title><content:encoded><![CDATA[x]]></content:encoded><wp:post_id>72</wp:post_id><wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type></item>
            </channel></rss>
            """);
        ArchivedDocument post = Assert.Single(await ReadAsync("site.xml"));
        Assert.EndsWith("site.xml!/70", post.Name, StringComparison.Ordinal);
        Assert.Equal(
            ["title=Issue 7 & more", "date=2024-02-03T04:05:06Z", "author=mara", "publication=Lantern", "url=https://lantern.example.org/7/", "home=https://lantern.example.org", "language=en-GB"],
            post.Source.Metadata.Select(m => $"{m.Key}={m.Value}"));
        Assert.Contains("<p>First paragraph<br>", Encoding.UTF8.GetString(post.Bytes.Span), StringComparison.Ordinal);
        Assert.Contains("<p>Second</p>", Encoding.UTF8.GetString(post.Bytes.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Posts_of_a_Ghost_export_are_read_with_their_authors()
    {
        folder.With("ghost.json", """
            {"db":[{"meta":{"exported_on":1},"data":{
              "posts":[
                {"id":"p1","title":"Issue 1","slug":"issue-1","html":"<p>one <a href=\"__GHOST_URL__/x\">x</a></p>","status":"published","published_at":"2024-01-02T03:04:05.000Z","type":"post"},
                {"id":"p2","title":"Draft","slug":"d","html":"<p>no</p>","status":"draft"},
                {"id":"p3","title":"About","slug":"a","html":"<p>no</p>","status":"published","type":"page"}],
              "posts_authors":[{"post_id":"p1","author_id":"u1"}],
              "settings":[{"key":"title","value":"Lantern"},{"key":"url","value":"https://lantern.example.org/"}],
              "users":[{"id":"u1","name":"Mara Lind"}]}}]}
            """);
        ArchivedDocument post = Assert.Single(await ReadAsync("ghost.json"));
        Assert.Equal(
            ["title=Issue 1", "date=2024-01-02T03:04:05Z", "author=Mara Lind", "publication=Lantern", "url=https://lantern.example.org/issue-1/", "home=https://lantern.example.org/"],
            post.Source.Metadata.Select(m => $"{m.Key}={m.Value}"));
        Assert.Contains("https://lantern.example.org/x", Encoding.UTF8.GetString(post.Bytes.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_a_Substack_export_are_read_with_the_rows_of_its_table_and_without_drafts()
    {
        folder.With("substack.zip", Zip(
            ("posts.csv", "post_id,post_date,is_published,email_sent_at,type,audience,title,subtitle\n101.issue-one,2021-03-04T10:00:00.000Z,true,,newsletter,everyone,\"Issue \"\"one\"\",\nin two lines\",sub\n102.draft,,false,,newsletter,everyone,Draft,\n"u8.ToArray()),
            ("posts/101.issue-one.html", "<p>one</p>"u8.ToArray()), ("posts/102.draft.html", "<p>two</p>"u8.ToArray())));
        ArchivedDocument post = Assert.Single(await ReadAsync("substack.zip"));
        Assert.Equal(["title=Issue \"one\",\nin two lines", "date=2021-03-04T10:00:00Z"], post.Source.Metadata.Select(m => $"{m.Key}={m.Value}"));
    }

    [Fact]
    public async Task Campaigns_of_a_Mailchimp_export_are_read_with_the_rows_of_its_table()
    {
        folder.With("mailchimp.zip", Zip(
            ("campaigns/campaigns.csv", "Title,Subject,List,Send Date,Unique Id\nIssue 7 (copy),Lantern #7,All,\"Mar 04, 2021 10:00 am\",abc123\n"u8.ToArray()),
            ("campaigns/campaigns_content/12345_issue-7-copy.html", "<p>seven</p>"u8.ToArray())));
        Assert.Equal(["title=Lantern #7", "date=2021-03-04"], Assert.Single(await ReadAsync("mailchimp.zip")).Source.Metadata.Select(m => $"{m.Key}={m.Value}"));
    }

    [Theory]
    [InlineData("emails.csv", "id,subject,body,publish_date,slug,status\n1,Lantern 7,\"# Seven\n\ntext\",2021-03-04T10:00:00Z,seven,sent\n2,Draft,x,,d,draft\n")]
    [InlineData("emails.json", """{"results":[{"id":"1","subject":"Lantern 7","body":"# Seven\n\ntext","publish_date":"2021-03-04T10:00:00Z","slug":"seven","status":"sent"},{"id":"2","subject":"Draft","body":"x","status":"draft"}]}""")]
    public async Task Emails_of_a_Buttondown_export_are_read(string name, string content)
    {
        folder.With(name, content);
        ArchivedDocument email = Assert.Single(await ReadAsync(name));
        Assert.Equal(("# Seven\n\ntext", "text/markdown; charset=utf-8"), (Encoding.UTF8.GetString(email.Bytes.Span), email.Source.ContentType));
        Assert.Equal(["title=Lantern 7", "date=2021-03-04T10:00:00Z"], email.Source.Metadata.Select(m => $"{m.Key}={m.Value}"));
    }

    [Fact]
    public async Task A_feed_is_read_with_its_archives_in_the_folder_and_nowhere_else()
    {
        folder.With("feeds/feed.atom", Atom("../../secret.atom archive-1.atom", ("b", "two, newer"), ("c", "three"))).With("feeds/archive-1.atom", Atom("archive-0.atom", ("a", "one"), ("b", "two"))).With("secret.atom", Atom("", ("s", "secret")));
        Assert.Equal(["b two, newer", "c three", "a one"], (await ReadAsync("feeds/feed.atom")).Select(d => $"{d.Name.Split("!/")[1]} {Encoding.UTF8.GetString(d.Bytes.Span).Split("<p>")[1].Split("</p>")[0]}"));
    }

    [Fact]
    public async Task JSON_Lines_are_read_as_issues_or_as_bytes()
    {
        folder.With("all.jsonl", $$"""
            {"source":"a","id":"tag:x","title":"T","sections":[]}

            {"source":"b.eml","base64":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(LanternWeekly.Mail(1)))}}"}
            {"source":"c.html","address":"https://c.example/","text":"<p>ü</p>","contentType":"text/html; charset=latin1"}
            not json
            """);
        List<ArchivedDocument> read = await ReadAsync("all.jsonl");
        Assert.Equal([ArchivedKind.Issue, ArchivedKind.Mail, ArchivedKind.Page], read.Take(3).Select(d => d.Kind));
        Assert.Equal(("https://c.example/", "text/html; charset=utf-8"), (read[2].Source.Address, read[2].Source.ContentType));
        Assert.True(read[3].IsRefused);
    }

    [Theory]
    [InlineData("../../etc/passwd.html")]
    [InlineData("/etc/passwd.html")]
    [InlineData("a/../../b.html")]
    [InlineData("C:\\windows\\a.html")]
    [InlineData("..\\a.html")]
    public async Task An_entry_that_leads_out_of_its_archive_is_refused_by_name(string name)
    {
        folder.With("x.zip", Zip((name, "<p>x</p>"u8.ToArray()), ("ok.html", "<p>ok</p>"u8.ToArray()))).With("x.tar", Tar((name, "<p>x</p>"u8.ToArray()), ("ok.html", "<p>ok</p>"u8.ToArray())));
        foreach (string archive in (string[])["x.zip", "x.tar"])
        {
            List<ArchivedDocument> read = await ReadAsync(archive);
            Assert.Contains(read, d => d.IsRefused && d.Diagnostics[0].Code == DiagnosticCodes.ArchiveEntryRefused);
            Assert.Equal("ok.html", Assert.Single(read, d => !d.IsRefused).Name.Split("!/")[1]);
        }
    }

    [Fact]
    public async Task Links_in_archives_and_out_of_folders_are_refused()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("needs symbolic links");
        using var bytes = new MemoryStream();
        await using (var tar = new TarWriter(bytes, leaveOpen: true)) await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.SymbolicLink, "a.html") { LinkName = "/etc/passwd" }, Cancel);
        folder.With("x.tar", bytes.ToArray()).With("secret.html", "<p>secret</p>").With("in/own.html", "<p>own</p>");
        File.CreateSymbolicLink(folder["in/out.html"], folder["secret.html"]);
        File.CreateSymbolicLink(folder["in/loop"], folder["in"]);
        Assert.Equal(DiagnosticCodes.ArchiveEntryRefused, Assert.Single(await ReadAsync("x.tar")).Diagnostics[0].Code);
        List<ArchivedDocument> read = await ReadAsync("in");
        Assert.EndsWith("own.html", Assert.Single(read, d => !d.IsRefused).Name, StringComparison.Ordinal);
        Assert.EndsWith("out.html", Assert.Single(read, d => d.IsRefused).Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bomb_is_refused_before_it_goes_off()
    {
        byte[] zeros = new byte[64 * 1024 * 1024];
        folder.With("bomb.zip", Zip(("a.html", zeros), ("b.html", "<p>b</p>"u8.ToArray()))).With("bomb.html.gz", Gzip(zeros)).With("bomb.tar.gz", Gzip(Tar(("a.html", zeros))));
        foreach (string name in (string[])["bomb.zip", "bomb.html.gz", "bomb.tar.gz"])
        {
            List<ArchivedDocument> refused = (await ReadAsync(name)).FindAll(d => d.IsRefused);
            Assert.NotEmpty(refused);
            Assert.All(refused, d => Assert.Equal(DiagnosticCodes.ArchiveLimited, d.Diagnostics[0].Code));
        }

        Assert.Contains(await ReadAsync("bomb.zip"), d => d.Name.EndsWith("b.html", StringComparison.Ordinal) && !d.IsRefused);
    }

    [Fact]
    public async Task Limits_of_size_count_depth_and_total_hold()
    {
        byte[] nested = "<p>deep</p>"u8.ToArray();
        string name = "a.html";
        for (int i = 0; i < 9; i++) (nested, name) = (Zip((name, nested)), "a.zip");
        folder.With("deep.zip", nested).With("in/1.md", new string('x', 5000)).With("in/2.md", "# 2").With("in/3.md", "# 3");
        Assert.Contains("one in the other", Assert.Single(await ReadAsync("deep.zip")).Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Equal([true, false, false], (await ReadAsync("in", new ArchiveLimits { MaxDocumentBytes = 4000 })).Select(d => d.IsRefused));
        Assert.Equal([false, false, true], (await ReadAsync("in", new ArchiveLimits { MaxEntries = 2 })).Select(d => d.IsRefused));
        Assert.Equal([false, true], (await ReadAsync("in", new ArchiveLimits { MaxTotalBytes = 5001 })).Select(d => d.IsRefused));
    }

    [Fact]
    public async Task Archives_that_are_cut_off_give_what_stands_before()
    {
        byte[] tar = Tar(("a.md", "# a"u8.ToArray()), ("b.md", Encoding.UTF8.GetBytes(new string('b', 20_000))));
        byte[] zip = Zip(("a.md", "# a"u8.ToArray()));
        folder.With("cut.tar", tar[..4000]).With("cut.tar.gz", Gzip(tar)[..60]).With("cut.zip", zip[..^30]).With("cut.warc", Http("https://a.example/1", 200, "text/html", "", "<p>one</p>"u8.ToArray())[..150])
            .With("cut.xml", "<?xml version=\"1.0\"?><rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><item>").With("ghost.json", "{\"db\":[{\"data\":{\"posts\":[{\"title\":\"x\",");
        foreach (string name in (string[])["cut.tar", "cut.tar.gz", "cut.zip", "cut.warc", "cut.xml", "ghost.json"])
            Assert.Contains(await ReadAsync(name), d => d.Diagnostics.Any(n => n.Code == DiagnosticCodes.ArchiveBroken));
        Assert.Contains(await ReadAsync("cut.tar"), d => d.Name.EndsWith("a.md", StringComparison.Ordinal) && !d.IsRefused);
    }

    [Fact]
    public async Task What_is_not_there_is_said()
    {
        ArchivedDocument missing = Assert.Single(await ReadAsync("nowhere.zip"));
        Assert.Equal("There is no such file.", missing.Diagnostics[0].Message);
    }

    private async Task<List<ArchivedDocument>> ReadAsync(string name, ArchiveLimits? limits = null) => await new ArchiveReader(limits).ReadAsync(folder[name], Cancel).ToListAsync(Cancel);

    private static string Atom(string older, params (string Id, string Text)[] entries) =>
        $"<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Lantern</title><id>f</id>{string.Concat(older.Split(' ', StringSplitOptions.RemoveEmptyEntries).Reverse().Select(l => $"<link rel=\"prev-archive\" href=\"https://lantern.example.org/f/{l}\"/>"))}"
        + string.Concat(entries.Select(e => $"<entry><id>{e.Id}</id><title>{e.Id}</title><updated>2024-01-01T00:00:00Z</updated><content type=\"html\">&lt;p>{e.Text}&lt;/p></content></entry>")) + "</feed>";
}
