using System.Globalization;
using System.Text;

namespace Syndication.Archives.Tests;

/// <summary>
/// A newsletter made up for the tests: ten years, five templates that follow each other, three encodings, some files damaged. The same numbers give the same
/// bytes everywhere.
/// </summary>
internal static class LanternWeekly
{
    private static readonly string[] nouns = ["harbour", "scheduler", "gateway", "cache", "cluster", "index", "compiler", "kernel", "protocol", "archive", "sensor", "ledger", "router", "beacon", "mirror", "engine"];
    private static readonly string[] verbs = ["is out", "gets faster", "moves house", "learns to wait", "loses weight", "finds its voice", "goes on tour", "keeps a diary", "sleeps at last", "speaks plainly"];
    private static readonly string[] hanzi = ["港口", "调度器", "网关", "缓存", "集群", "索引", "编译器", "内核", "协议", "档案"];

    internal static DateOnly DateOf(int number) => new DateOnly(2014, 1, 6).AddDays(number * 3653 / 10_000);

    internal static string TitleOf(int number) => string.Create(CultureInfo.InvariantCulture, $"Lantern Weekly #{number}");

    /// <summary>Which numbers a run of the archive leaves out, for the gaps.</summary>
    internal static bool IsMissing(int number) => number % 997 == 500;

    /// <summary>Which files are damaged: one in a hundred.</summary>
    internal static bool IsDamaged(int number) => number % 100 == 37;

    /// <summary>The name and the bytes of an issue.</summary>
    internal static (string Name, byte[] Bytes) Issue(int number, int of)
    {
        int template = Math.Min(4, number * 5 / Math.Max(1, of));
        string text = template == 4 ? Markdown(number) : Html(number, template);
        string name = string.Create(CultureInfo.InvariantCulture, $"{DateOf(number).Year}/{number:00000}.{(template == 4 ? "md" : "html")}");
        if (IsDamaged(number)) return (name, Damaged(number));
        Encoding encoding = template switch
        {
            0 => CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!,
            1 => Encoding.Unicode,
            _ => new UTF8Encoding(false),
        };
        return (name, [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
    }

    internal static IEnumerable<(string Title, string Url, string Text)> Items(int number, int section)
    {
        for (int i = 0; i < 4; i++)
        {
            int seed = (number * 31) + (section * 7) + i;
            string noun = nouns[seed % nouns.Length], verb = verbs[seed / 3 % verbs.Length], cn = hanzi[seed % hanzi.Length];
            yield return (
                string.Create(CultureInfo.InvariantCulture, $"The {noun} {verb} in release {number}.{section}.{i}"),
                string.Create(CultureInfo.InvariantCulture, $"https://lantern.example.org/{noun}/{number}/{section}/{i}"),
                $"What the {noun} did all week ({cn}), told by those who were there, with the numbers that matter, the change that made it possible and a word on what may come next for everybody who runs one.");
        }
    }

    internal static string Html(int number, int template)
    {
        string charset = template switch { 0 => "gb18030", 1 => "utf-16", _ => "utf-8" };
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"{charset}\"><title>{TitleOf(number)}</title></head><body><nav><a href=\"/\">Home</a> <a href=\"/archive\">Archive</a></nav>");
        page.Append(CultureInfo.InvariantCulture, $"<h1>{TitleOf(number)}</h1><p class=\"date\"><time datetime=\"{DateOf(number):yyyy-MM-dd}\">{DateOf(number):d MMMM yyyy}</time></p><p>Good morning! Here is what happened this week, number {number}.</p>");
        foreach (var (s, title) in Sections.Index())
        {
            page.Append(template switch
            {
                0 => $"<h2>{title}</h2><ul>",
                1 => $"<h2 class=\"sec\">{title}</h2>",
                2 => $"<table><tr><td style=\"font-size:22px;font-weight:bold;color:#086\">{title}</td></tr>",
                _ => $"<p><strong style=\"font-size:20px\">{title}</strong></p>",
            });
            foreach (var (itemTitle, url, text) in Items(number, s))
            {
                page.Append(template switch
                {
                    0 => $"<li><a href=\"{url}\">{itemTitle}</a>: {text}</li>",
                    1 => $"<h3><a href=\"{url}\">{itemTitle}</a></h3><p>{text}</p>",
                    2 => $"<tr><td style=\"font-size:16px;font-weight:bold\"><a href=\"{url}\">{itemTitle}</a></td></tr><tr><td style=\"font-size:14px\">{text}</td></tr>",
                    _ => $"<p><a href=\"{url}\"><b>{itemTitle}.</b></a> {text}</p>",
                });
            }

            page.Append(template switch { 0 => "</ul>", 2 => "</table>", _ => "" });
        }

        return page.Append("<footer>You receive this letter because you asked for it. <a href=\"/leave\">Leave</a></footer></body></html>\n").ToString();
    }

    internal static string Markdown(int number)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"---\ntitle: \"{TitleOf(number)}\"\ndate: {DateOf(number):yyyy-MM-dd}\n---\n\nGood morning! Here is what happened this week, number {number}.\n");
        foreach (var (s, title) in Sections.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n");
            foreach (var (itemTitle, url, body) in Items(number, s)) text.Append(CultureInfo.InvariantCulture, $"\n### [{itemTitle}]({url})\n\n{body}\n");
        }

        return text.ToString();
    }

    internal static string Mail(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"From: Lantern Weekly <letters@lantern.example.org>\nSubject: {TitleOf(number)}\nDate: {DateOf(number).ToDateTime(new TimeOnly(8, 0)):r}\nMessage-ID: <{number}@lantern.example.org>\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(Encoding.UTF8.GetBytes(Html(number, 3).Replace("charset=\"utf-8\"", "charset=\"utf-8\"", StringComparison.Ordinal)), Base64FormattingOptions.InsertLineBreaks)}\n");

    private static string[] Sections => ["News", "Reading", "Tools"];

    private static byte[] Damaged(int number) => (number / 100 % 3) switch
    {
        0 => [],
        1 => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0, 0, 0, 0x0D, 0xFF, 0xFE, 0, 1, 2, 3, 0, 0, 0, 0xCC],
        _ => Encoding.UTF8.GetBytes("<html><body><h1>503 Service Unavailable</h1></body></html>"),
    };
}
