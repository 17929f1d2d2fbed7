using System.Globalization;
using Syndication.Archives.Importing;
using Syndication.Archives.Stores;

namespace Syndication.AspNetCore.Tests;

/// <summary>From an archive to a reader: a mail box is imported into the store of a host, and a feed reader sees its issues.</summary>
public sealed class ImportedArchiveTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("imported-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("issues.rss")]
    [InlineData("issues.atom")]
    public async Task A_reader_sees_every_issue_of_an_imported_mail_box_and_then_those_that_come(string feed)
    {
        ReaderProgram.Require("newsboat");
        await using var store = new SqliteIssueStore(Path.Combine(folder.FullName, "issues.db"));
        string mbox = Path.Combine(folder.FullName, "list.mbox");
        await File.WriteAllTextAsync(mbox, string.Concat(Enumerable.Range(1, 5).Select(Mail)), Cancel);
        ImportResult imported = await new StoreImport(store).RunAsync([mbox], cancellationToken: Cancel);
        Assert.Equal(("lantern-weekly", 5), (imported.Publication, imported.Report.Issues));

        await using FeedServer server = await FeedServer.StartAsync(store: store);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "urls"), new Uri(server.Root, $"/lantern-weekly/{feed}").AbsoluteUri + "\n", Cancel);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "config"), "", Cancel);
        string[] files = ["-u", "urls", "-c", "cache.db", "-C", "config", "-x"];
        await NewsboatAsync([.. files, "reload"]);
        Assert.StartsWith("5 ", await NewsboatAsync([.. files, "print-unread"]), StringComparison.Ordinal);

        // The mail box goes on; what was there is not shown again.
        await File.AppendAllTextAsync(mbox, Mail(6), Cancel);
        Assert.Equal(1, (await new StoreImport(store).RunAsync([mbox], cancellationToken: Cancel)).Changed);
        await server.PublishAsync();
        await NewsboatAsync([.. files, "reload"]);
        Assert.StartsWith("6 ", await NewsboatAsync([.. files, "print-unread"]), StringComparison.Ordinal);
    }

    private static string Mail(int number) => string.Create(CultureInfo.InvariantCulture, $"""
        From letters@lantern.example.org Mon Jan  1 08:00:00 2024
        From: Lantern Weekly <letters@lantern.example.org>
        Subject: Lantern Weekly #{number}
        Date: {new DateTime(2024, 1, 1, 8, 0, 0, DateTimeKind.Utc).AddDays(7 * number):r}
        Message-ID: <{number}@lantern.example.org>
        MIME-Version: 1.0
        Content-Type: text/html; charset=utf-8

        <h1>Lantern Weekly #{number}</h1><h2>News</h2><ul><li><a href="https://lantern.example.org/{number}/a">Harbour {number} is out</a>: what is new in it.</li><li><a href="https://lantern.example.org/{number}/b">Two clusters, one gateway {number}</a>: a walk.</li></ul>


        """).ReplaceLineEndings("\n");

    private Task<string> NewsboatAsync(params string[] arguments) => ReaderProgram.RunAsync(folder.FullName, "newsboat", arguments);
}
