using System.Text;
using Syndication.Archives.Stores;
using Syndication.Model;

namespace Syndication.Archives.Tests;

public sealed class FolderIssueStoreTests : IssueStoreContract
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("store-");

    private string Root => Path.Combine(folder.FullName, "store");

    [Fact]
    public async Task A_file_is_readable_and_called_after_its_key()
    {
        await using var store = new FolderIssueStore(Root);
        await store.PutIssuesAsync([new StoredIssue("weekly", "18", new Issue { Title = "第十八期" }) { Origins = [new IssueOrigin("18.html", "ab")] }], Cancel);
        Assert.Equal(
            """
            {
              "key": "18",
              "title": "第十八期",
              "sections": [],
              "origins": [
                {
                  "source": "18.html",
                  "digest": "ab"
                }
              ]
            }

            """,
            await File.ReadAllTextAsync(Path.Combine(Root, "weekly", "18.json"), Cancel));
    }

    [Fact]
    public async Task Keys_that_no_file_can_be_called_after_are_kept()
    {
        string[] keys = [".hidden", "a:b?", "_publication", "trailing.", new string('第', 200), new string('x', 200), "50%"];
        await using var store = new FolderIssueStore(Root);
        await store.PutIssuesAsync([.. keys.Select(key => new StoredIssue("weekly", key, new Issue { Title = key }))], Cancel);
        Assert.Equal(keys.OrderBy(key => Convert.ToHexString(Encoding.UTF8.GetBytes(key)), StringComparer.Ordinal), (await store.GetIssuesAsync("weekly", Cancel).ToArrayAsync(Cancel)).Select(issue => issue.Key));
        foreach (string key in keys) Assert.Equal(key, (await store.FindIssueAsync("weekly", key, Cancel))?.Issue.Title);
    }

    [Fact]
    public async Task A_change_that_was_listed_is_finished_and_one_that_was_not_is_taken_away()
    {
        await using var store = new FolderIssueStore(Root);
        await store.PutIssuesAsync([new StoredIssue("weekly", "1", new Issue { Title = "One" })], Cancel);
        string aside = Path.Combine(Root, ".syndication", "change");
        Directory.CreateDirectory(aside);
        byte[] two = Encoding.UTF8.GetBytes("{ \"key\": \"2\", \"title\": \"Two\", \"sections\": [] }");
        await File.WriteAllBytesAsync(Path.Combine(aside, "0"), two, Cancel);
        Assert.Null(await store.FindIssueAsync("weekly", "2", Cancel));
        Assert.False(Directory.Exists(aside));

        Directory.CreateDirectory(aside);
        await File.WriteAllBytesAsync(Path.Combine(aside, "0"), two, Cancel);
        await File.WriteAllTextAsync(Path.Combine(aside, "list"), "+weekly/2.json\n-weekly/1.json\n", Cancel);
        Assert.Equal("Two", (await store.FindIssueAsync("weekly", "2", Cancel))?.Issue.Title);
        Assert.Null(await store.FindIssueAsync("weekly", "1", Cancel));
    }

    protected override Task<IIssueStore> OpenEmptyAsync() => Task.FromResult(OpenAgain());

    protected override IIssueStore OpenAgain() => new FolderIssueStore(Root);

    protected override ValueTask RemoveAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
