using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Syndication.Archives.Stores;
using Syndication.SampleHost.Archive;

namespace Syndication.SampleHost.Tests;

public sealed class SampleFolderTests : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sample-folder-");
    private readonly DirectoryInfo stored = Directory.CreateTempSubdirectory("sample-store-");
    private readonly SqliteIssueStore store;
    private readonly NewsletterFolder reader;

    public SampleFolderTests()
    {
        store = new SqliteIssueStore(Path.Combine(stored.FullName, "syndication.db"));
        reader = new NewsletterFolder(store, NullLogger<NewsletterFolder>.Instance);
    }

    [Fact]
    public async Task A_missing_folder_has_no_newsletters() =>
        Assert.Empty(await reader.ReadAsync(Path.Combine(folder.FullName, "missing"), new HashSet<string>(), TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_folder_without_issues_is_no_newsletter()
    {
        File.WriteAllText(Path.Combine(folder.CreateSubdirectory("empty").FullName, "publication.json"), """{ "title": "Empty" }""");
        Assert.Empty(await ReadAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{ not json")]
    [InlineData("[]")]
    public async Task Without_a_readable_publication_file_the_folder_gives_the_name(string? publication)
    {
        DirectoryInfo letters = folder.CreateSubdirectory("Weekly Letter");
        File.WriteAllText(Path.Combine(letters.FullName, "one.html"), "<h1>One</h1><p>Some words.</p>");
        if (publication is not null) File.WriteAllText(Path.Combine(letters.FullName, "publication.json"), publication);
        Newsletter newsletter = Assert.Single(await ReadAsync());
        Assert.Equal(("Weekly Letter", "weekly-letter"), (newsletter.Title, newsletter.Slug));
    }

    [Fact]
    public async Task Issues_whose_file_names_give_the_same_address_get_addresses_of_their_own()
    {
        DirectoryInfo letters = folder.CreateSubdirectory("letters");
        foreach (string name in new[] { "No 1.html", "no-1.md", "no_1.txt", "!!.html", ".DS_Store", "cover.png", "第一期.html" }) File.WriteAllText(Path.Combine(letters.FullName, name), "Some words.");
        Newsletter newsletter = Assert.Single(await ReadAsync());
        Assert.Equal(["no-1", "no-1-2", "no-1-3", "unnamed", "第一期"], newsletter.Issues.Select(static issue => issue.Slug).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Folders_whose_names_give_the_same_address_get_addresses_of_their_own()
    {
        foreach (string name in new[] { "Weekly Letter", "weekly-letter" }) File.WriteAllText(Path.Combine(folder.CreateSubdirectory(name).FullName, "one.txt"), "Some words.");
        Assert.Equal(["weekly-letter", "weekly-letter-2"], (await ReadAsync()).Select(static newsletter => newsletter.Slug).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_empty_or_no_text_is_left_out_and_stops_nothing()
    {
        DirectoryInfo letters = folder.CreateSubdirectory("letters");
        File.WriteAllBytes(Path.Combine(letters.FullName, "binary.html"), [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]);
        File.WriteAllBytes(Path.Combine(letters.FullName, "empty.html"), []);
        File.WriteAllBytes(Path.Combine(letters.FullName, "words.html"), Encoding.UTF8.GetBytes("<h1>Words</h1><p>Some words.</p>"));
        Assert.Equal("words", Assert.Single(Assert.Single(await ReadAsync()).Issues).Slug);
    }

    [Fact]
    public async Task No_issue_takes_the_address_of_the_search()
    {
        File.WriteAllText(Path.Combine(folder.CreateSubdirectory("letters").FullName, "search.html"), "<h1>Search</h1><p>Some words.</p>");
        Assert.Equal("search-2", Assert.Single(Assert.Single(await ReadAsync()).Issues).Slug);
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Delete(recursive: true);
        stored.Delete(recursive: true);
    }

    private Task<IReadOnlyList<Newsletter>> ReadAsync() => reader.ReadAsync(folder.FullName, new HashSet<string>(), TestContext.Current.CancellationToken);
}
