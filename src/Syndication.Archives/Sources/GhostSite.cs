namespace Syndication.Archives.Sources;

/// <summary>What a Ghost export says of the site as a whole: its settings, its users, who wrote which post.</summary>
internal sealed class GhostSite
{
    private readonly Dictionary<string, string> users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> authors = new(StringComparer.Ordinal);

    public string? Title { get; private set; }

    public string? Url { get; private set; }

    public string? Language { get; private set; }

    public static async Task<GhostSite> ReadAsync(Stream stream, int maxRecord, CancellationToken cancellationToken)
    {
        var site = new GhostSite();
        await foreach (var (array, value) in JsonRecords.ReadAsync(stream, name => name is "users" or "posts_authors" or "settings", maxRecord, cancellationToken).ConfigureAwait(false))
        {
            string? id = JsonSource.Text(value, "id"), key = JsonSource.Text(value, "key"), text = JsonSource.Text(value, "value");
            if (array == "users" && id is not null && JsonSource.Text(value, "name") is { } name) site.users.TryAdd(id, name);
            else if (array == "posts_authors" && JsonSource.Text(value, "post_id") is { } post && JsonSource.Text(value, "author_id") is { } author) site.Add(post, author);
            else if (key == "title") site.Title = text;
            else if (key is "url" or "site_url") site.Url = text;
            else if (key is "lang" or "locale") site.Language = text;
        }

        return site;
    }

    /// <summary>The names of a post's authors; older exports name one in the post itself.</summary>
    public IEnumerable<string> AuthorsOf(string? post, string? author)
    {
        IEnumerable<string> ids = post is not null && authors.TryGetValue(post, out List<string>? several) ? several : author is null ? [] : [author];
        return ids.Select(id => users.GetValueOrDefault(id)).OfType<string>();
    }

    private void Add(string post, string author)
    {
        if (!authors.TryGetValue(post, out List<string>? several)) authors[post] = several = [];
        several.Add(author);
    }
}
