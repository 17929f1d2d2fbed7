using System.Globalization;
using System.Text;

namespace Syndication.Benchmarks;

/// <summary>A generated newsletter page of about 60 KB: site furniture, eight sections with headings, links, lists and paragraphs in Chinese and English.</summary>
internal static class NewsletterPage
{
    private const int Length = 60 * 1024;

    public static string Html { get; } = Generate();

    private static string Generate()
    {
        var html = new StringBuilder();
        html.Append("""
            <!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>第四十二期 | 山海云周报</title><meta property="og:title" content="第四十二期：平稳升级">
            <meta property="article:published_time" content="2024-05-13T08:30:00+08:00"><link rel="canonical" href="https://weekly.example/42"><style>.item{margin:0 0 1em}.meta{color:#888}</style></head>
            <body><header><nav><ul><li><a href="/">首页</a></li><li><a href="/archive">往期</a></li><li><a href="/about">关于</a></li></ul></nav></header><main><article>
            <h1>第四十二期：平稳升级</h1><p class="meta">作者：编辑部 · <time datetime="2024-05-13T08:30:00+08:00">2024 年 5 月 13 日</time></p><p>这一期谈升级：先备份，再动手。Read the notes before you upgrade.</p>
            """);
        for (int number = 1; html.Length < Length; number++)
        {
            if (number % 10 == 1) html.Append(CultureInfo.InvariantCulture, $"<h2 id=\"s{number}\">第 {number / 10 + 1} 部分 Releases &amp; stories</h2>\n");
            html.Append(CultureInfo.InvariantCulture, $"""
                <div class="item"><h3><a href="https://project{number}.example/releases/{number}?utm_source=weekly&amp;utm_medium=mail">项目 {number} 发布 v1.{number}.0</a></h3>
                <p>这个版本把<strong>启动时间</strong>缩短了 {number}%，并修好了 <code>reconcile()</code> 在高负载下的竞争。It also drops the old API, which was deprecated a year ago,
                and moves its documentation to <a href="https://docs{number}.example/guide#start">a new site</a>.</p>
                <ul><li><a href="https://project{number}.example/pull/{number}1">#{number}1</a> 支持原地调整资源</li><li><a href="https://project{number}.example/pull/{number}2">#{number}2</a> Fix a leak in the watcher</li></ul></div>

                """);
        }

        html.Append("<p>下周见！</p></article></main><footer><p>© 山海云周报 · <a href=\"/privacy\">隐私</a> · <a href=\"/unsubscribe\">退订</a></p></footer></body></html>");
        return html.ToString();
    }
}
