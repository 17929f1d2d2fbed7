using System.Collections.Immutable;
using System.Text;
using Syndication.Archives.Stores;
using Syndication.Model;

namespace Syndication.Archives.Tests;

/// <summary>What every store does; each has a class that runs this against it.</summary>
public abstract class IssueStoreContract : IAsyncLifetime
{
    private static readonly IssueOrigin Mail = new("mail/18.eml", new string('a', 64));

    private static readonly Issue Weekly = new()
    {
        Id = "tag:example.org,2019:18",
        Publication = new Publication { Title = "云原生生态周报", Language = "zh-Hans", Authors = [new Person("编辑") { Role = PersonRole.Editor }] },
        Number = 18,
        Title = "Vol. 18 | 百花齐放",
        Published = new PublicationDate(new DateTimeOffset(2019, 9, 11, 10, 44, 45, TimeSpan.FromHours(8))),
        Sections =
        [
            new Section
            {
                Title = "业界要闻", Slug = "业界要闻",
                Items = [new Item { Title = "ETCD 备份", Kind = "KEP", Content = new Content("<p>容器 𠮷野家 Sidecar</p>", "容器 𠮷野家 Sidecar"), Items = [new Item { Title = "Inner words" }] }],
            },
        ],
    };

    private IIssueStore? store;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IIssueStore Store => store!;

    public async ValueTask InitializeAsync() => store = await OpenEmptyAsync();

    public async ValueTask DisposeAsync()
    {
        if (store is IAsyncDisposable disposable) await disposable.DisposeAsync();
        await RemoveAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A store with nothing in it.</summary>
    protected abstract Task<IIssueStore> OpenEmptyAsync();

    /// <summary>The same store once more, as another process would open it.</summary>
    protected abstract IIssueStore OpenAgain();

    /// <summary>Takes away what the test has made.</summary>
    protected virtual ValueTask RemoveAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_empty_store_has_nothing()
    {
        Assert.Empty(await PublicationsAsync());
        Assert.Empty(await IssuesAsync("weekly"));
        Assert.Empty(await SearchAsync("words"));
        Assert.Null(await Store.FindIssueAsync("weekly", "18", Cancel));
        Assert.Null(await Store.FindNoteAsync("note", Cancel));
        Assert.False(await Store.RemoveIssueAsync("weekly", "18", Cancel));
        Assert.False(await Store.RemovePublicationAsync("weekly", Cancel));
        Assert.Equal(0, await Store.PutIssuesAsync([], Cancel));
    }

    [Fact]
    public async Task An_issue_comes_back_equal_also_to_another_process()
    {
        var stored = new StoredIssue("weekly", "vol-18", Weekly) { Origins = [Mail, new IssueOrigin("page\0 with odd \uD800 name")] };
        Assert.Equal(1, await Store.PutIssuesAsync([stored], Cancel));
        Assert.Equal(Weekly, (await Store.FindIssueAsync("weekly", "vol-18", Cancel))?.Issue);
        IIssueStore other = OpenAgain();
        StoredIssue read = Assert.Single(await other.GetIssuesAsync("weekly", Cancel).ToArrayAsync(Cancel));
        Assert.Equal((Weekly, "weekly", "vol-18", Mail), (read.Issue, read.PublicationKey, read.Key, read.Origins[0]));
        Assert.Equal(Weekly.Publication, Assert.Single(await other.GetPublicationsAsync(Cancel).ToArrayAsync(Cancel)).Publication);
        await ((IAsyncDisposable)other).DisposeAsync();
    }

    [Fact]
    public async Task Any_text_that_the_model_can_hold_is_kept()
    {
        Issue odd = Weekly with { Title = "quote ' \" ; -- \u0000 \u0001 \u202E \uFFFE 👩‍👩‍👧", Preface = new Content("<p>\u0000</p>", "a\u0000b") };
        await Store.PutIssuesAsync([new StoredIssue("weekly", "odd' OR '1'='1", odd)], Cancel);
        Assert.Equal(odd, (await Store.FindIssueAsync("weekly", "odd' OR '1'='1", Cancel))?.Issue);
    }

    [Fact]
    public async Task The_revision_grows_with_every_change_and_only_then()
    {
        long start = await Store.GetRevisionAsync(Cancel);
        await Store.PutIssuesAsync([new StoredIssue("weekly", "18", Weekly)], Cancel);
        long added = await Store.GetRevisionAsync(Cancel);
        Assert.True(added > start);

        Assert.Equal(0, await Store.PutIssuesAsync([new StoredIssue("weekly", "18", Weekly)], Cancel));
        Assert.False(await Store.PutPublicationAsync(new StoredPublication("weekly", Weekly.Publication!), Cancel));
        Assert.False(await Store.RemoveIssueAsync("weekly", "19", Cancel));
        Assert.True(await Store.TryWriteNoteAsync("note", "x"u8.ToArray(), 0, Cancel));
        Assert.Equal(added, await Store.GetRevisionAsync(Cancel));

        Assert.Equal(1, await Store.PutIssuesAsync([new StoredIssue("weekly", "18", Weekly with { Title = "New" })], Cancel));
        long edited = await Store.GetRevisionAsync(Cancel);
        Assert.True(edited > added);
        Assert.Equal(1, await Store.PutIssuesAsync([new StoredIssue("weekly", "18", Weekly with { Title = "New" }) { Origins = [Mail] }], Cancel));
        Assert.True(await Store.RemoveIssueAsync("weekly", "18", Cancel));
        Assert.True(await Store.GetRevisionAsync(Cancel) > edited);
    }

    [Fact]
    public async Task Each_newsletter_tells_since_which_revision_it_is_as_it_is()
    {
        await Store.PutIssuesAsync([new StoredIssue("weekly", "17", Weekly), new StoredIssue("weekly", "18", Weekly)], Cancel);
        await Store.PutIssuesAsync([new StoredIssue("other", "1", Weekly)], Cancel);
        await Store.PutPublicationAsync(new StoredPublication("third", new Publication { Title = "Third" }), Cancel);
        Assert.Equal([("other", 2L), ("third", 3L), ("weekly", 1L)], await RevisionsAsync());
        await Store.RemoveIssueAsync("weekly", "17", Cancel);
        await Store.RemoveIssueAsync("other", "missing", Cancel);
        Assert.Equal([("other", 2L), ("third", 3L), ("weekly", 4L)], await RevisionsAsync());
        await Store.PutPublicationAsync(new StoredPublication("third", new Publication { Title = "New" }), Cancel);
        await Store.PutIssuesAsync([new StoredIssue("weekly", "18", Weekly), new StoredIssue("other", "1", Weekly with { Title = "New" })], Cancel);
        Assert.Equal([("other", 6L), ("third", 5L), ("weekly", 4L)], await RevisionsAsync());
        await Store.RemovePublicationAsync("weekly", Cancel);
        await Store.PutIssuesAsync([new StoredIssue("weekly", "18", Weekly)], Cancel);
        Assert.Equal([("other", 6L), ("third", 5L), ("weekly", 8L)], await RevisionsAsync());

        async Task<(string, long)[]> RevisionsAsync() => [.. (await PublicationsAsync()).Select(static publication => (publication.Key, publication.Revision))];
    }

    [Fact]
    public async Task Issues_and_newsletters_come_in_the_order_of_their_keys_bytes()
    {
        string[] keys = ["b", "B", "a-1", "a1", "第十八期", "ä", "𠮷", "\uFF21"];
        foreach (string key in keys) await Store.PutPublicationAsync(new StoredPublication(key, new Publication { Title = key }), Cancel);
        await Store.PutIssuesAsync([.. keys.Select(static key => new StoredIssue("b", key, Weekly))], Cancel);
        string[] expected = [.. keys.OrderBy(static key => Convert.ToHexString(Encoding.UTF8.GetBytes(key)), StringComparer.Ordinal)];
        Assert.Equal(expected, (await PublicationsAsync()).Select(static publication => publication.Key));
        Assert.Equal(expected, (await IssuesAsync("b")).Select(static issue => issue.Key));
    }

    [Fact]
    public async Task What_is_known_of_a_newsletter_is_kept_when_its_issues_say_otherwise()
    {
        var publication = new Publication { Title = "Weekly", Description = "By hand" };
        Assert.True(await Store.PutPublicationAsync(new StoredPublication("weekly", publication), Cancel));
        await Store.PutIssuesAsync([new StoredIssue("weekly", "18", Weekly)], Cancel);
        Assert.Equal(publication, Assert.Single(await PublicationsAsync()).Publication);
    }

    [Fact]
    public async Task A_newsletter_goes_with_all_its_issues_and_no_other()
    {
        await Store.PutIssuesAsync([new StoredIssue("weekly", "18", Weekly), new StoredIssue("other", "18", Weekly)], Cancel);
        Assert.True(await Store.RemovePublicationAsync("weekly", Cancel));
        Assert.Equal("other", Assert.Single(await PublicationsAsync()).Key);
        Assert.Empty(await IssuesAsync("weekly"));
        Assert.Equal("other", Assert.Single(await SearchAsync("容器")).PublicationKey);
    }

    [Theory]
    [InlineData("容器", true)]
    [InlineData("器", true)]
    [InlineData("容 器", true)]
    [InlineData("备份", true)]
    [InlineData("𠮷野家", true)]
    [InlineData("吉野家", false)]
    [InlineData("业界新闻", false)]
    [InlineData("sidecar", true)]
    [InlineData("ＳＩＤＥＣＡＲ", true)]
    [InlineData("side", false)]
    [InlineData("etcd备份", false)]
    [InlineData("\"etcd 备份\"", true)]
    [InlineData("\"备份 etcd\"", false)]
    [InlineData("sidecar 容器 kep", true)]
    [InlineData("sidecar missing", false)]
    [InlineData("inner", true)]
    [InlineData("编辑", false)]
    [InlineData("18", true)]
    [InlineData("", false)]
    [InlineData("  \"\" -- * ' ", false)]
    [InlineData("AND OR NOT NEAR(", false)]
    [InlineData("words:inner", true)]
    [InlineData("\0sidecar", true)]
    public async Task A_search_finds_what_a_reader_would(string words, bool found)
    {
        await Store.PutIssuesAsync([new StoredIssue("weekly", "18", Weekly with { Preface = new Content("", "Some words:inner") }), new StoredIssue("weekly", "19", new Issue { Title = "Another" })], Cancel);
        StoredIssue[] result = await SearchAsync(words);
        Assert.Equal(found ? ["18"] : [], result.Select(static issue => issue.Key));
    }

    [Fact]
    public async Task Only_pairs_that_stand_side_by_side_are_a_longer_word()
    {
        await Store.PutIssuesAsync([new StoredIssue("weekly", "apart", new Issue { Title = "业界 界要 要闻" }), new StoredIssue("weekly", "whole", new Issue { Title = "业界要闻" })], Cancel);
        Assert.Equal("whole", Assert.Single(await SearchAsync("业界要闻")).Key);
    }

    [Fact]
    public async Task A_search_gives_the_newest_first_and_undated_last_and_sees_edits()
    {
        StoredIssue[] issues = [.. Enumerable.Range(1, 5).Select(static i => new StoredIssue("weekly", $"no-{i}", new Issue { Title = "Word", Published = i == 3 ? null : new PublicationDate(new DateOnly(2020, i, 1)) }))];
        await Store.PutIssuesAsync(issues, Cancel);
        await Store.PutIssuesAsync([new StoredIssue("other", "no-9", new Issue { Title = "Word" })], Cancel);
        Assert.Equal(["no-5", "no-4", "no-2", "no-1", "no-3"], (await Store.SearchAsync("word", "weekly", Cancel).ToArrayAsync(Cancel)).Select(static issue => issue.Key));
        Assert.Equal(6, (await SearchAsync("word")).Length);

        await Store.PutIssuesAsync([issues[4] with { Issue = new Issue { Title = "Gone" } }], Cancel);
        await Store.RemoveIssueAsync("weekly", "no-4", Cancel);
        Assert.Equal(["no-2", "no-1", "no-3"], (await Store.SearchAsync("word", "weekly", Cancel).ToArrayAsync(Cancel)).Select(static issue => issue.Key));
        Assert.Equal("no-5", Assert.Single(await SearchAsync("gone")).Key);
    }

    [Fact]
    public async Task An_issue_of_a_megabyte_is_kept_and_found()
    {
        string text = string.Concat(Enumerable.Range(0x4E00, 20_000).Select(char.ConvertFromUtf32)) + new string('x', 500_000) + " 末尾";
        await Store.PutIssuesAsync([new StoredIssue("weekly", "large", new Issue { Preface = new Content("", text) })], Cancel);
        Assert.Equal(text, Assert.Single(await SearchAsync("末尾")).Issue.Preface?.Text);
    }

    [Fact]
    public async Task A_note_is_written_only_over_the_version_that_was_read()
    {
        Assert.True(await Store.TryWriteNoteAsync("feed", "one"u8.ToArray(), 0, Cancel));
        Assert.False(await Store.TryWriteNoteAsync("feed", "two"u8.ToArray(), 0, Cancel));
        StoredNote first = (await Store.FindNoteAsync("feed", Cancel))!;
        Assert.Equal("one", Encoding.UTF8.GetString(first.Content.Span));
        Assert.True(await Store.TryWriteNoteAsync("feed", "two"u8.ToArray(), first.Version, Cancel));
        Assert.False(await Store.TryWriteNoteAsync("feed", "three"u8.ToArray(), first.Version, Cancel));
        StoredNote second = (await Store.FindNoteAsync("feed", Cancel))!;
        Assert.Equal(("two", first.Version + 1), (Encoding.UTF8.GetString(second.Content.Span), second.Version));
        Assert.False(await Store.TryWriteNoteAsync("missing", "x"u8.ToArray(), 7, Cancel));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("..")]
    [InlineData("a\nb")]
    public async Task A_key_that_could_not_stand_in_an_address_is_refused(string key)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.PutIssuesAsync([new StoredIssue("weekly", key, Weekly)], Cancel));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.PutIssuesAsync([new StoredIssue("weekly", "fine", Weekly), new StoredIssue(key, "18", Weekly)], Cancel));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.PutPublicationAsync(new StoredPublication(key, new Publication()), Cancel));
        Assert.Empty(await PublicationsAsync());
    }

    [Fact]
    public async Task A_key_with_half_a_surrogate_pair_or_too_many_characters_is_refused()
    {
        await A_key_that_could_not_stand_in_an_address_is_refused("a\uD800");
        await A_key_that_could_not_stand_in_an_address_is_refused(new string('x', 201));
    }

    [Fact]
    public async Task Writers_at_the_same_time_lose_nothing()
    {
        IIssueStore[] stores = [Store, OpenAgain(), OpenAgain()];
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Task.Run(() => stores[i % 3].PutIssuesAsync([new StoredIssue("weekly", $"no-{i}", Weekly)], Cancel), Cancel)));
        Assert.Equal(30, (await IssuesAsync("weekly")).Length);
        Assert.Equal(30, await Store.GetRevisionAsync(Cancel));
        foreach (IIssueStore other in stores[1..]) await ((IAsyncDisposable)other).DisposeAsync();
    }

    [Fact]
    public async Task Reading_goes_on_while_another_writes()
    {
        await Store.PutIssuesAsync([.. Enumerable.Range(0, 20).Select(i => new StoredIssue("weekly", $"no-{i:00}", Weekly))], Cancel);
        var seen = new List<string>();
        await foreach (StoredIssue issue in Store.GetIssuesAsync("weekly", Cancel))
        {
            seen.Add(issue.Key);
            await Store.PutIssuesAsync([new StoredIssue("other", issue.Key, Weekly)], Cancel);
        }

        Assert.Equal(20, seen.Count);
        Assert.Equal(20, (await IssuesAsync("other")).Length);
    }

    private Task<StoredPublication[]> PublicationsAsync() => Store.GetPublicationsAsync(Cancel).ToArrayAsync(Cancel).AsTask();

    private Task<StoredIssue[]> IssuesAsync(string publication) => Store.GetIssuesAsync(publication, Cancel).ToArrayAsync(Cancel).AsTask();

    private Task<StoredIssue[]> SearchAsync(string words) => Store.SearchAsync(words, null, Cancel).ToArrayAsync(Cancel).AsTask();
}
