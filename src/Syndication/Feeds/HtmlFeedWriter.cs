using System.Buffers;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Syndication.Model;

namespace Syndication.Feeds;

/// <summary>
/// Writes a feed as a page in HTML. Links of the feed with a feed's media type become discovery links and are offered to subscribe to, <c>prev-archive</c>,
/// <c>current</c>, <c>prev</c>, <c>next</c>, <c>up</c> and <c>start</c> lead on at its end; all may be relative. An entry that is called as the page is has no heading of its own;
/// a page of it alone is no feed to subscribe to, and only lets its feeds be discovered. Each entry can be linked to by an <c>id</c> that follows from its own.
/// </summary>
internal sealed class HtmlFeedWriter(IBufferWriter<byte> output, WriteLog log, WrittenIds ids) : FeedWriter(log, ids)
{
    private readonly StringBuilder html = new();
    private FeedWords words = FeedWords.In(null);
    private Feed page = new();
    private string title = "";

    public override void WriteHead(Feed feed)
    {
        page = feed;
        words = FeedWords.In(feed.Language);
        title = FeedTitle(feed);
        (FeedLink Link, string Url)[] feeds = [.. feed.Links.Where(static link => link.Relation == "alternate" && link.MediaType is not null and not "text/html").Select(static link => (link, FeedAddress.NormalizeReference(link.Url))).Where(static pair => pair.Item2 is not null)!];
        string? home = Address(feed.HomePageUrl, "the home page");
        html.Append("<!DOCTYPE html>\n<html").Append(Language(feed.Language) is { } language ? $" lang=\"{Encoded(language)}\"" : "").Append(">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src http: https:; media-src http: https:; form-action 'none'; base-uri 'none'\">\n")
            .Append("<title>").Append(Encoded(title)).Append("</title>\n");
        if (!string.IsNullOrWhiteSpace(feed.Description)) html.Append("<meta name=\"description\" content=\"").Append(Encoded(feed.Description)).Append("\">\n");
        if (Address(feed.FeedUrl, "the page's own address") is { } self) html.Append("<link rel=\"canonical\" href=\"").Append(Encoded(self)).Append("\">\n");
        foreach ((FeedLink link, string url) in feeds) html.Append("<link rel=\"alternate\" type=\"").Append(Encoded(link.MediaType!)).Append("\" title=\"").Append(Encoded(link.Title ?? title)).Append("\" href=\"").Append(Encoded(url)).Append("\">\n");
        html.Append("<style>\n").Append(FeedStylesheet.PageCss).Append("</style>\n</head>\n<body>\n<header>\n<h1>").Append(Linked(title, home)).Append("</h1>\n");
        if (!string.IsNullOrWhiteSpace(feed.Description)) html.Append("<p>").Append(Encoded(feed.Description)).Append("</p>\n");
        bool isOneEntry = feed.Entries is [FeedEntry only] && only.DisplayTitle == title;
        if (feeds.Length > 0 && !isOneEntry)
        {
            html.Append("<section class=\"guide\" aria-label=\"").Append(Encoded(words.Subscribe)).Append("\">\n<p>").Append(Encoded(words.PageExplanation)).Append("</p>\n<ul class=\"pills\">");
            foreach ((FeedLink link, string url) in feeds) html.Append("<li>").Append(Linked(link.Title ?? link.MediaType!, url)).Append("</li>");
            html.Append("</ul>\n</section>\n");
        }

        html.Append("</header>\n<main>\n");
        Flush();
    }

    public override void WriteEntry(FeedEntry entry, DateTimeOffset assumedDate)
    {
        string? url = Address(entry.Url, "the address");
        string id = EntryId(entry, url, asIri: false);
        html.Append("<article id=\"").Append(Anchor(id)).Append('"');
        if (Language(entry.Language) is { } language && language != page.Language) html.Append(" lang=\"").Append(Encoded(language)).Append('"');
        html.Append(" data-id=\"").Append(Encoded(id)).Append("\">\n");
        string heading = EntryTitle(entry);
        bool ownPage = heading == title;
        if (!ownPage) html.Append("<h2>").Append(Linked(heading, url)).Append("</h2>\n");
        WriteMeta(entry);
        string? content = Content(entry);
        if (content is not null) html.Append("<div class=\"content\">").Append(ownPage ? content : Lowered(content)).Append("</div>\n");
        else if (!string.IsNullOrWhiteSpace(entry.Summary)) html.Append("<p class=\"summary\">").Append(Encoded(entry.Summary)).Append("</p>\n");
        foreach (FeedEnclosure enclosure in entry.Enclosures)
        {
            if (Address(enclosure.Url, "an enclosure") is { } file) html.Append("<p>").Append(Linked(enclosure.Title ?? file, file)).Append("</p>\n");
        }

        html.Append("</article>\n");
        Flush();
        Log.EntryId = null;
    }

    public override void WriteTail()
    {
        html.Append("</main>\n");
        (string Url, string Text)[] links = [.. page.Links.Select(link => (Url: FeedAddress.NormalizeReference(link.Url), Text: NameOf(link))).Where(static link => link.Url is not null && link.Text is not null)!];
        if (links.Length > 0)
        {
            html.Append("<nav>\n<ul class=\"pills\">");
            foreach ((string url, string text) in links) html.Append("<li>").Append(Linked(text, url)).Append("</li>");
            html.Append("</ul>\n</nav>\n");
        }

        if (!string.IsNullOrWhiteSpace(page.Rights)) html.Append("<footer><p class=\"meta\">").Append(Encoded(page.Rights)).Append("</p></footer>\n");
        html.Append("</body>\n</html>\n");
        Flush();
    }

    public override void Dispose()
    {
    }

    private string? NameOf(FeedLink link) => link.Relation switch
    {
        "prev-archive" => words.Older,
        "current" => words.Newest,
        "prev" => link.Title ?? words.Older,
        "next" => link.Title ?? words.Next,
        "up" or "start" => link.Title ?? words.Overview,
        _ => null,
    };

    private void WriteMeta(FeedEntry entry)
    {
        var parts = new List<string>();
        if (entry.Published is { } date)
        {
            string day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            parts.Add($"<time datetime=\"{day}\">{day}</time>");
        }

        if (!entry.Authors.IsEmpty) parts.Add(string.Join(", ", entry.Authors.Select(author => Linked(NameOf(author), FeedAddress.Normalize(author.Url, out _)))));
        parts.AddRange(entry.Categories.Select(static category => Encoded(string.IsNullOrEmpty(category.Label) ? category.Term : category.Label)).Where(static text => text.Length > 0));
        parts.AddRange(entry.Links.Where(static link => link.Relation == "via" && link.Title is not null).Select(link => Linked(link.Title!, FeedAddress.Normalize(link.Url, out _))));
        if (parts.Count > 0) html.Append("<p class=\"meta\">").AppendJoin(" · ", parts).Append("</p>\n");
    }

    // Only markup that is closed again cannot break the page around it.
    private static string? Content(FeedEntry entry)
    {
        if (!string.IsNullOrEmpty(entry.Content?.Html) && XhtmlFragment.Div(entry.Content.Html) is not null) return entry.Content.Html;
        return string.IsNullOrEmpty(entry.Content?.Text) ? null : EntryHtml.FromText(XmlCharacters.Repair(entry.Content.Text, out _));
    }

    // Headings in the content of an entry are beneath the entry's own.
    private static string Lowered(string content)
    {
        var lowered = new StringBuilder(content);
        for (char rank = '5'; rank >= '1'; rank--)
        {
            char next = (char)(rank + 1);
            lowered.Replace($"<h{rank}>", $"<h{next}>").Replace($"<h{rank} ", $"<h{next} ").Replace($"</h{rank}>", $"</h{next}>");
        }

        return lowered.ToString();
    }

    // Ids may hold anything, and a fragment should be short enough to be passed on.
    private static string Anchor(string id) => "e-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 5));

    private static string Linked(string text, string? url) => url is null ? Encoded(text) : $"<a href=\"{Encoded(url)}\">{Encoded(text)}</a>";

    private static string Encoded(string text) => WebUtility.HtmlEncode(XmlCharacters.Repair(text, out _));

    private void Flush()
    {
        Encoding.UTF8.GetBytes(html.ToString(), output);
        html.Clear();
    }
}
