using System.Globalization;
using System.Net;
using System.Text;
using Syndication.Feeds;
using Syndication.Model;

namespace Syndication.Tool;

/// <summary>The page beside the feeds: what the publication is, how to subscribe, and its issues. One file without script or foreign parts.</summary>
internal static class IndexPage
{
    private const string Style = """
        :root{color-scheme:light dark;--ink:#1f2328;--soft:#5c6570;--paper:#fdfdfb;--card:#fff;--line:#e4e3dd;--accent:#b8431f}
        @media(prefers-color-scheme:dark){:root{--ink:#e8e6e1;--soft:#a2a8b0;--paper:#16181b;--card:#1e2125;--line:#33383e;--accent:#ff9d6b}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.65 system-ui,-apple-system,"Segoe UI","PingFang SC","Hiragino Sans GB","Noto Sans CJK SC","Microsoft YaHei",sans-serif;overflow-wrap:anywhere}
        main{max-width:44rem;margin:0 auto;padding:clamp(2rem,8vw,5rem) 1.25rem 4rem}
        h1{font-size:clamp(1.9rem,6vw,2.9rem);line-height:1.15;letter-spacing:-.02em;margin:0}
        h1 a{text-decoration:none}
        h2{font-size:1rem;color:var(--soft);font-weight:600;margin:2.75rem 0 .75rem}
        p{margin:.75rem 0 0;color:var(--soft);max-width:36rem}
        a{color:inherit;text-decoration-color:var(--accent);text-underline-offset:.2em}
        a:hover{color:var(--accent)}
        a:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:4px}
        .feeds{display:grid;gap:.6rem;margin:0;padding:0;list-style:none}
        .feeds li{display:flex;flex-wrap:wrap;gap:.5rem .6rem;align-items:center;background:var(--card);border:1px solid var(--line);border-radius:12px;padding:.7rem 1rem}
        .feeds strong{flex:1 1 5rem}
        .feeds strong a{text-decoration-color:var(--accent)}
        .feeds strong~a{border:1px solid var(--line);border-radius:999px;padding:.15rem .85rem;font-size:.9rem;text-decoration:none}
        .feeds strong~a:hover{border-color:var(--accent)}
        .issues{margin:0;padding:0;list-style:none}
        .issues li{padding:1.1rem 0;border-top:1px solid var(--line)}
        .issues a,.issues strong{font-weight:650;font-size:1.1rem;line-height:1.4}
        time{display:block;color:var(--soft);font-size:.85rem;font-variant-numeric:tabular-nums}
        .issues p{font-size:.95rem;margin-top:.3rem;max-width:none}
        """;

    internal static PageWords Words(Publication publication) => PageWords.In(publication.Language);

    internal static byte[] Of(Publication publication, IReadOnlyList<FeedScope> scopes, IReadOnlyList<IssuePage> pages)
    {
        PageWords words = Words(publication);
        string title = Html(publication.Title ?? "");
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="{Html(publication.Language ?? "en")}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{title}</title>
            {(publication.Description is null ? "" : $"<meta name=\"description\" content=\"{Html(publication.Description)}\">\n")}
            """);
        foreach (FeedScope scope in scopes)
        foreach (FeedFormat format in FeedFormat.ForReaders)
        {
            page.Append(CultureInfo.InvariantCulture, $"""
                <link rel="alternate" type="{Html(format.MediaType.Split(';')[0])}" title="{title} — {Html(scope.NameIn(publication.Language))} ({Html(format.Name)})" href="{FileOf(scope, format)}">

                """);
        }

        page.Append(CultureInfo.InvariantCulture, $"""
            <style>
            {Style}
            </style>
            </head>
            <body>
            <main>
            <h1>{(WebAddress.IsWeb(publication.Url) ? $"<a href=\"{Html(publication.Url!)}\">{title}</a>" : title)}</h1>
            {(publication.Description is null ? "" : $"<p>{Html(publication.Description)}</p>\n")}<h2>{Html(words.Subscribe)}</h2>
            <ul class="feeds">

            """);
        foreach (FeedScope scope in scopes)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li><strong><a href=\"{FileOf(scope, FeedFormat.Html)}\">{Html(scope.NameIn(publication.Language))}</a></strong>");
            foreach (FeedFormat format in FeedFormat.ForReaders) page.Append(CultureInfo.InvariantCulture, $" <a href=\"{FileOf(scope, format)}\">{Html(format.Name)}</a>");
            page.Append("</li>\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"""
            <li><strong>{Html(words.AllFeeds)}</strong> <a href="feeds.opml">OPML</a></li>
            </ul>
            <h2>{Html(words.Issues)}</h2>
            <ol class="issues">

            """);
        foreach (IssuePage issue in pages) AppendIssue(page, issue.Entry, issue.FileName);
        page.Append("</ol>\n</main>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void AppendIssue(StringBuilder page, FeedEntry issue, string file)
    {
        page.Append("<li>");
        if (issue.Published is { } date) page.Append(CultureInfo.InvariantCulture, $"<time datetime=\"{date:yyyy-MM-dd}\">{date:yyyy-MM-dd}</time>");
        page.Append(CultureInfo.InvariantCulture, $"<a href=\"{Uri.EscapeDataString(file)}\">{Html(issue.DisplayTitle)}</a>");
        if (!string.IsNullOrWhiteSpace(issue.Summary)) page.Append(CultureInfo.InvariantCulture, $"<p>{Html(issue.Summary)}</p>");
        page.Append("</li>\n");
    }

    private static string FileOf(FeedScope scope, FeedFormat format) => Html(Uri.EscapeDataString(BuildCommand.FileName(scope, format)));

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
