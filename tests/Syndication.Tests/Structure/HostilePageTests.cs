using System.Text;
using Syndication.Model;

namespace Syndication.Tests.Structure;

/// <summary>Nothing executable has a way into content or links, whatever the page holds.</summary>
public class HostilePageTests
{
    /// <summary>Attacks, each within an issue that is otherwise ordinary; ATTACK in their names is text that may be kept, never run.</summary>
    private static readonly string[] html =
    [
        "<script>alert(1)</script>",
        "<script src=https://evil.example/x.js></script>",
        "<SCRIPT/XSS SRC=\"https://evil.example/x.js\"></SCRIPT>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<<script>alert(1);//<</script>",
        "<script\0>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<img src=x:x onerror=alert(1)//>",
        "<img/src=\"x\"/onerror=alert(1)>",
        "<img src=javascript:alert(1)>",
        "<img src='https://e.example/a.png\" onerror=\"alert(1)'>",
        "<img alt='\" onerror=\"alert(1)' src=https://e.example/a.png>",
        "<img alt='--><script>alert(1)</script>' src=https://e.example/a.png>",
        "<img alt=\"]]><script>alert(1)</script>\" src=https://e.example/a.png width=\"1&quot; onload=alert(1)\" height=javascript:alert(1)>",
        "<img alt=\"`onerror=alert(1)\" src=\"https://e.example/`onerror=alert(1)\">",
        "<img srcset=\"javascript:alert(1) 1x\" src=data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+>",
        "<img data-src=javascript:alert(1) src=data:text/html,x>",
        "<a href=javascript:alert(1)>ATTACK</a>",
        "<a href=JaVaScRiPt:alert(1)>ATTACK</a>",
        "<a href=\"java\tscript:alert(1)\">ATTACK</a>",
        "<a href=\"java\nscript:alert(1)\">ATTACK</a>",
        "<a href=\"java&Tab;script:alert(1)\">ATTACK</a>",
        "<a href=\"java&NewLine;script&colon;alert(1)\">ATTACK</a>",
        "<a href=\"&#106;&#x61;vascript:alert(1)\">ATTACK</a>",
        "<a href=\" &#14; javascript:alert(1)\">ATTACK</a>",
        "<a href=\"\u0001javascript:alert(1)\">ATTACK</a>",
        "<a href=\"\u00A0javascript:alert(1)\">ATTACK</a>",
        "<a href=\"\u200Bjavascript:alert(1)\">ATTACK</a>",
        "<a href=\"\uFEFFjavascript:alert(1)\">ATTACK</a>",
        "<a href=\"javascript&#58;alert(1)\">ATTACK</a>",
        "<a href=\"javascript\u0000:alert(1)\">ATTACK</a>",
        "<a href=vbscript:msgbox(1)>ATTACK</a>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">ATTACK</a>",
        "<a href=\"data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==\">ATTACK</a>",
        "<a href=blob:https://e.example/1>ATTACK</a>",
        "<a href=file:///etc/passwd>ATTACK</a>",
        "<a href=\"view-source:javascript:alert(1)\">ATTACK</a>",
        "<a href=\"feed:javascript:alert(1)\">ATTACK</a>",
        "<a href=\"//evil.example/\\\"onclick=alert(1)\">ATTACK</a>",
        "<a href=\"https://e.example/&quot; onclick=&quot;alert(1)\">ATTACK</a>",
        "<a href='https://e.example/\"><script>alert(1)</script>'>ATTACK</a>",
        "<a href=\"https://e.example/%22onclick=alert(1)\" onclick=alert(1) title='\"><script>alert(1)</script>'>ATTACK</a>",
        "<a href=\"https://user:pass@e.example/\">ATTACK</a>",
        "<a href=\"https:javascript:alert(1)\">ATTACK</a>",
        "<a href=\"http:\\\\e.example\\x\">ATTACK</a>",
        "<a href=\"mailto:a@e.example?body=%0d%0aBcc:b@e.example\">ATTACK</a>",
        "<a href=\"mailto:a@e.example'onclick=alert(1)\">ATTACK</a>",
        "<a href=\"mailto:javascript:alert(1)@e.example\">ATTACK</a>",
        "<a href=# style=\"x:expression(alert(1))\">ATTACK</a>",
        "<a href=https://e.example/ ping=https://evil.example/ target=_blank rel=opener download>ATTACK</a>",
        "<a xlink:href=javascript:alert(1)>ATTACK</a>",
        "<div style=\"background:url(javascript:alert(1))\">ATTACK</div>",
        "<div style=\"width:expression(alert(1));behavior:url(x.htc);-moz-binding:url(x.xml)\">ATTACK</div>",
        "<style>@import 'https://evil.example/x.css';body{background:url(javascript:alert(1))}</style>",
        "<link rel=stylesheet href=https://evil.example/x.css>",
        "<link rel=canonical href=javascript:alert(1)>",
        "<base href=javascript:alert(1)//><a href=x>ATTACK</a>",
        "<base href=https://evil.example/><a href=x>ATTACK</a>",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
        "<meta property=og:url content=javascript:alert(1)><a href=x>ATTACK</a>",
        "<iframe src=javascript:alert(1)></iframe>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<iframe></iframe><img src=x onerror=alert(1)>",
        "<iframe><img title=\"</iframe><img src=x onerror=alert(1)>\"></iframe>",
        "<object data=javascript:alert(1)><param name=x value=javascript:alert(1)></object>",
        "<embed src=javascript:alert(1)>",
        "<applet code=x></applet><marquee onstart=alert(1)>ATTACK</marquee><bgsound src=javascript:alert(1)>",
        "<video src=javascript:alert(1) onerror=alert(1) poster=javascript:alert(1)><source onerror=alert(1)></video>",
        "<audio src=x onerror=alert(1)></audio>",
        "<form action=javascript:alert(1)><input type=image src=javascript:alert(1) formaction=javascript:alert(1)><button formaction=javascript:alert(1)>ATTACK</button></form>",
        "<form><form><input onfocus=alert(1) autofocus></form></form>",
        "<isindex action=javascript:alert(1) type=image>",
        "<input onfocus=alert(1) autofocus><select onfocus=alert(1) autofocus><option>ATTACK</option></select><textarea onfocus=alert(1)></textarea><script>alert(1)</script></textarea>",
        "<details open ontoggle=alert(1)><summary onclick=alert(1)>ATTACK</summary>more</details>",
        "<body onload=alert(1) background=javascript:alert(1)>",
        "<svg onload=alert(1)><text>ATTACK</text></svg>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><script href=data:,alert(1) /></svg>",
        "<svg><a xlink:href=javascript:alert(1)><text>ATTACK</text></a></svg>",
        "<svg><a><animate attributeName=href values=javascript:alert(1) /><text>ATTACK</text></a></svg>",
        "<svg><use href=\"data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='x' onerror='alert(1)'/></svg>#x\"/></svg>",
        "<svg><foreignObject><img src=x onerror=alert(1)><a href=javascript:alert(1)>ATTACK</a></foreignObject></svg>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<svg><title><![CDATA[</title><img src=x onerror=alert(1)>]]></title></svg>",
        "<svg><desc><b><img src=x onerror=alert(1)></b></desc></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<math><mi><mglyph><svg><mtext><style><path id=\"</style><img onerror=alert(1) src>\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<math href=javascript:alert(1)><mi xlink:href=javascript:alert(1)>ATTACK</mi></math>",
        "<math><annotation-xml encoding=\"text/html\"><img src=x onerror=alert(1)></annotation-xml></math>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        "<noscript><style></noscript><img src=x onerror=alert(1)></style></noscript>",
        "<title><img src=x onerror=alert(1)></title>",
        "<title></title><p title=\"</title><img src=x onerror=alert(1)>\">ATTACK",
        "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
        "<template><img src=x onerror=alert(1)></template>",
        "<template><s><template><s><img src=x onerror=alert(1)>@shafigullin</s></template></s></template>",
        "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\"></xmp>",
        "<noembed><img title=\"</noembed><img src=x onerror=alert(1)>\"></noembed>",
        "<select><template><b><img src=x onerror=alert(1)></select>",
        "<table><tr><td><a href=javascript:alert(1)>ATTACK</a><script>alert(1)</script></td></tr><caption onclick=alert(1)>c</caption></table>",
        "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
        "<pre>&lt;img src=x onerror=alert(1)&gt;</pre>",
        "<code>&amp;lt;script&amp;gt;alert(1)</code>",
        "<!-- <img src=x onerror=alert(1)> -->",
        "<!--><img src=x onerror=alert(1)>-->",
        "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
        "<!-- unclosed <img src=x onerror=alert(1)>",
        "<![CDATA[<img src=x onerror=alert(1)>]]>",
        "<?xml version=\"1.0\"?><?php echo '<script>alert(1)</script>' ?>",
        "<a href=\"unclosed><img src=x onerror=alert(1)>",
        "<a href='https://e.example/a' href='javascript:alert(1)'>ATTACK</a>",
        "<p style=\"x\" style=\"y\" onmouseover=alert(1)//\">ATTACK</p>",
        "<b <script>alert(1)</script>0",
        "<plaintext><img src=x onerror=alert(1)>",
        "<ruby onclick=alert(1)>漢<rt onclick=alert(1)>kan</rt></ruby>",
        "<ol start='1\" onclick=\"alert(1)'><li value='2\" onclick=\"alert(1)'>ATTACK</ol>",
        "<table><tr><th colspan='2\" onclick=\"alert(1)' rowspan=999999999999>a<th>b<tr><td>c<td>d</table>",
        "<time datetime='\"><script>alert(1)</script>'>ATTACK</time>",
        "<font color='\"><script>alert(1)</script>' size='\"' face=x>ATTACK</font>",
        "<h2><a href=javascript:alert(1)>ATTACK heading</a></h2><p>text under it that is long enough to be read as a paragraph.</p>",
        "<ul><li><a href=javascript:alert(1)>ATTACK one</a> and text<li><a href=vbscript:x>ATTACK two</a> and text<li><a href=https://e.example/1>three</a> and text</ul>",
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"url\":\"javascript:alert(1)\",\"headline\":\"</script><img src=x onerror=alert(1)>\"}</script>",
    ];

    private static readonly string[] markdown =
    [
        "[ATTACK](javascript:alert(1))",
        "[ATTACK](java&Tab;script:alert(1))",
        "[ATTACK](&#x6A;avascript:alert(1))",
        "[ATTACK](<javascript:alert(1)>)",
        "[ATTACK]( javascript:alert(1) \"title\")",
        "[ATTACK](vbscript:x)",
        "[ATTACK](data:text/html;base64,PHNjcmlwdD4=)",
        "[ATTACK](https://e.example/\"onclick=\"alert(1))",
        "[ATTACK](https://e.example/ '\" onclick=\"alert(1)')",
        "[ATTACK][x]\n\n[x]: javascript:alert(1)",
        "![ATTACK\" onerror=\"alert(1)](https://e.example/a.png)",
        "![ATTACK](javascript:alert(1))",
        "<javascript:alert(1)>",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "text <img src=x onerror=alert(1)> text",
        "<a href=\"javascript:alert(1)\">ATTACK</a>",
        "a <a href=\"javascript:alert(1)\">ATTACK</a> b",
        "<div onclick=alert(1)>\n\n**ATTACK**\n\n</div>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<iframe srcdoc=\"<script>alert(1)</script>\">",
        "<!-- unclosed\n\n<img src=x onerror=alert(1)>",
        "```html\n<script>alert(1)</script>\n```",
        "``` \" onclick=alert(1)\nx\n```",
        "`<script>alert(1)</script>`",
        "\\<script>alert(1)\\</script>",
        "| <script>alert(1)</script> | b |\n|---|---|\n| [x](javascript:alert(1)) | <img src=x onerror=alert(1)> |",
        "# <script>alert(1)</script>\n\n[a]: <javascript:alert(1)>\n\n## [ATTACK][a]",
        "<p>[ATTACK](javascript:alert(1))</p>",
        "https://e.example/<script>alert(1)</script>",
        "- [ATTACK](javascript:alert(1)) text\n- [ATTACK](https://e.example/\u0001) text\n- [b](//evil.example) text",
    ];

    public static TheoryData<string> Html => [.. html];

    public static TheoryData<string> Markdown => [.. markdown];

    public static TheoryData<string> Files => IssueFiles.All;

    [Theory]
    [MemberData(nameof(Html))]
    public void A_hostile_page_leaves_nothing_executable(string attack)
    {
        string issue = $"""
            <html><head><title>Weekly 7</title></head><body><h1>Weekly 7</h1><p>A foreword that says what this issue is about, in a whole sentence.</p>
            <h2>News</h2><ul><li><a href="https://example.org/one">One</a>: text of one.</li><li>{attack}</li><li><a href="https://example.org/two">Two</a>: text of two.</li></ul>
            """;
        Judge(issue, "7.html");
        Judge(attack, "7.html");
        Judge($"<body><p>Before it.</p>{attack}<p>After it.</p>", "7.html");
        Judge($"<table><tr><td><h3>Title</h3>{attack}<p>Text that goes on for a while, so that it is content and not a label.</p></td></tr></table>", "7.html");
    }

    [Theory]
    [MemberData(nameof(Markdown))]
    public void Hostile_Markdown_leaves_nothing_executable(string attack)
    {
        Judge($"# Weekly 7\n\nA foreword that says what this issue is about.\n\n## News\n\n### One\n\n{attack}\n\nText of one, after the attack.\n\n### Two\n\nText of two.", "7.md");
        Judge(attack, "7.md");
    }

    [Theory]
    [MemberData(nameof(Markdown))]
    [MemberData(nameof(Html))]
    public void Hostile_text_leaves_nothing_executable(string attack) => Judge($"Weekly 7\n\nNews\n1. One\n{attack}\n2. Two\nText of two.", "7.txt");

    [Fact]
    public void All_attacks_on_one_page_leave_nothing_executable()
    {
        Judge("<h1>Weekly 7</h1>" + string.Join("\n", html.Where(static a => !a.Contains("plaintext", StringComparison.Ordinal)).Select(static (attack, i) => $"<h2>Item {i}</h2><p>{attack}</p>")), "7.html");
        Judge(string.Join("\n\n", markdown.Select(static (attack, i) => $"## Item {i}\n\n{attack}")), "7.md");
    }

    [Fact]
    public void What_is_harmless_in_a_hostile_page_is_kept()
    {
        IssueResult result = Judge("<h1>Weekly 7</h1><h2>News</h2><ul><li><a href=https://e.example/1 onclick=alert(1)>One</a><script>x</script> is <b onmouseover=x>bold</b>.<li><a href=javascript:alert(1)>Two</a> is a plain word.<li><a href=https://e.example/3>Three</a> mails <a href=mailto:a@e.example>Ana</a>.</ul>", "7.html");
        Item[] items = [.. result.Issue.AllItems().Select(static placed => placed.Item)];
        Assert.Equal(3, items.Length);
        Assert.EndsWith("is <strong>bold</strong>.", items[0].Content!.Html.Replace("</p>", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(["https://e.example/1"], items[0].Links.Select(static link => link.Url));
        Assert.Empty(items[1].Links);
        Assert.Contains("Two", (items[1].Title ?? "") + items[1].Content?.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"mailto:a@e.example\">Ana</a>", items[2].Content!.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Content_of_real_issues_passes_the_judge(string name) => Judge(IssueReader.Default.Read(IssueFiles.Read(name), new IssueSource { FileName = name, Address = "https://weekly.example/issues/7" }));

    private static IssueResult Judge(string source, string fileName) => Judge(IssueReader.Default.Read(Encoding.UTF8.GetBytes(source), new IssueSource { FileName = fileName, Address = "https://weekly.example/issues/7" }));

    private static IssueResult Judge(IssueResult result)
    {
        Laws.Check(result);
        foreach (Content content in Laws.Contents(result.Issue)) SanitizingJudge.Pass(content.Html);
        foreach (string address in Laws.Addresses(result.Issue)) SanitizingJudge.Pass($"<a href=\"{System.Net.WebUtility.HtmlEncode(address)}\">x</a>");
        return result;
    }
}
