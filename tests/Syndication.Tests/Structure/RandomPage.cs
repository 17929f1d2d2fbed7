using CsCheck;

namespace Syndication.Tests.Structure;

/// <summary>Pages that no person would write: every element that matters, nested and left open in any way, with text of many kinds between.</summary>
internal static class RandomPage
{
    private static readonly string[] names =
    [
        "div", "p", "span", "b", "strong", "i", "a", "h1", "h2", "h3", "ul", "ol", "li", "table", "tr", "td", "th", "tbody", "caption", "blockquote", "pre",
        "code", "dl", "dt", "dd", "figure", "figcaption", "header", "footer", "nav", "aside", "main", "article", "section", "center", "font", "form", "button",
        "select", "option", "details", "summary", "noscript", "ruby", "rt", "rp", "sup", "q", "time", "svg", "title", "math", "mi", "template", "script", "style",
        "textarea", "iframe", "object", "video", "address", "label", "u", "small", "br", "hr", "img", "input", "wbr", "frameset", "body", "plaintext",
    ];

    private static readonly string[] attributes =
    [
        "", "", "", "", " href=\"https://example.org/a?b=1&amp;c=2\"", " href='/here'", " href=#there", " href=\"javascript:alert(1)\"", " src=\"/picture.png\" alt=\"A picture\"",
        " style=\"display:none\"", " style=\"font-size:24px;font-weight:bold;color:#0aa\"", " hidden", " role=navigation", " role=presentation", " itemprop=headline", " class=x id=y",
        " datetime=2024-05-06", " start=3", " colspan=2", " align=center", " style=\"display:block\"", " onclick=\"alert(1)\"",
    ];

    private static readonly string[] texts =
    [
        "Kubernetes 1.30 is out. It drops what was old, and it takes in what was new, which is what releases do.", "一、业界要闻", "1. KEP：原地升级", "etcd 发布 3.5.1，修复了数据不一致的问题。",
        "A title", "here", "评论", "相关阅读", "第十八期", "© 2024 nobody", "Unsubscribe", "\n", " ", "&nbsp;", "\u3000", "a&amp;b &lt;c&gt;", "مرحبا", "👩‍👩‍👧", "\0", "\uFEFF", "—", "•", ":", "PR: fix it;",
        "[KEP] ", "【招聘】", "by Ana", "2024-05-06", "<!-- gone -->", "]]>", "\u0008", "\uD800", "x", "#", "¶", "next »",
    ];

    private static readonly Gen<string> piece = Gen.Frequency(
        (6, OneOf(texts)),
        (5, Gen.Select(OneOf(names), OneOf(attributes), static (name, attribute) => $"<{name}{attribute}>")),
        (4, OneOf(names).Select(static name => $"</{name}>")),
        (1, Gen.String[Gen.Char["<>&/='\" abc!-[]一。\r\n\t"], 0, 8]));

    /// <summary>Pieces in any order.</summary>
    public static Gen<string> Html { get; } = piece.Array[0, 60].Select(string.Concat);

    private static Gen<string> OneOf(string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
