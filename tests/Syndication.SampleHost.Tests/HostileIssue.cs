using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace Syndication.SampleHost.Tests;

/// <summary>The host over a newsletter whose every file tries to run something. Serves on a free port of this machine.</summary>
public sealed class HostileIssue : WebApplicationFactory<Program>
{
    /// <summary>What a payload asks the browser to fetch when it has run.</summary>
    public const string Beacon = "/payload-has-run";

    /// <summary>Words beside the payloads that must survive.</summary>
    public const string HarmlessWords = "Harmless words stay where they are";

    /// <summary>A page of payloads: each would open a dialog or fetch the <see cref="Beacon"/>.</summary>
    public const string Html = $$"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8">
        <title>Hostile Weekly #1: <script>new Image().src='{{Beacon}}?title'</script></title>
        <base href="javascript:alert(1)//">
        <meta http-equiv="refresh" content="0;url={{Beacon}}?refresh">
        <link rel="stylesheet" href="{{Beacon}}?style"><style>body{background:url('{{Beacon}}?css')}</style>
        <script>alert('head')</script></head>
        <body onload="alert('load')" background="{{Beacon}}?background">
        <h1>Hostile Weekly #1: &lt;img src=x onerror=alert(1)&gt;</h1>
        <p>{{HarmlessWords}}, however hard the rest of this page tries, and this sentence is long enough to be a foreword.</p>
        <h2>News &lt;script&gt;alert('heading')&lt;/script&gt;</h2>
        <h3><a href="javascript:alert('link')">A title with a script for an address</a></h3>
        <p>Text with <img src="x" onerror="alert('onerror')" alt="picture"> and <a href=" java&#10;script:alert('split')">a split scheme</a>, which is long enough to be content.</p>
        <h3 onmouseover="alert('over')"><a href="data:text/html,<script>alert('data')</script>">A title with a data address</a></h3>
        <p style="background:url({{Beacon}}?inline);width:expression(alert(1))">Styled text <svg onload="alert('svg')"><script>alert('svg script')</script><a xlink:href="javascript:alert(1)"><text>vector</text></a></svg> that goes on.</p>
        <h2>More</h2>
        <h3>Frames and forms</h3>
        <p>Words before the frame. <iframe srcdoc="<script>parent.alert('frame')</script>"></iframe><object data="javascript:alert(1)"></object><embed src="javascript:alert(2)"></p>
        <form action="{{Beacon}}?form"><input autofocus onfocus="alert('focus')"><button formaction="javascript:alert(3)">Send</button></form>
        <details open ontoggle="alert('toggle')"><summary>Summary</summary>Details</details>
        <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert('mutation')&gt;"></table></mtext></math>
        <noscript><p title="</noscript><img src=x onerror=alert('noscript')>"></noscript>
        <video autoplay src="x" onerror="alert('video')"></video><marquee onstart="alert('marquee')">moving</marquee>
        <template><script>alert('template')</script></template>
        <h2>Related</h2>
        <ul><li><a href="javascript:alert('related')">Hostile Weekly #0: the first</a></li></ul>
        </body></html>
        """;

    private const string Markdown = $$"""
        ---
        title: "Hostile Weekly #2: <script>alert('front matter')</script>"
        url: "javascript:alert('front matter address')"
        ---
        {{HarmlessWords}} in Markdown too, where raw HTML and addresses come with the text.

        ## News

        ### [A script for an address](javascript:alert('markdown'))

        Text <img src=x onerror=alert('raw')> and <script>alert('raw script')</script> and ![picture](javascript:alert('image')), and [another](vbscript:alert(1)).

        <svg onload=alert('block')></svg>

        ### <b onclick=alert(1)>Bold</b> title

        <details open ontoggle=alert('toggle')><summary>More</summary>text</details>
        """;

    private const string PlainText = $"""
        Hostile Weekly #3: <script>alert('text')</script>
        Preface
        {HarmlessWords} in plain text, although it looks like markup: <img src=x onerror=alert('text')>
        News
        1. <svg onload=alert('item')>
        The text of the item with an address, javascript:alert(1), that is none.
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hostile-issues-");
    private readonly DirectoryInfo store = Directory.CreateTempSubdirectory("hostile-store-");

    public HostileIssue()
    {
        DirectoryInfo newsletter = folder.CreateSubdirectory("hostile ' onload='alert(1)' &#x22; %22%3E");
        File.WriteAllText(Path.Combine(newsletter.FullName, "publication.json"), """
            { "title": "Hostile <img src=x onerror=alert('name')> Weekly", "url": "javascript:alert('home')", "description": "</p><script>alert('description')</script>", "language": "en\" onload=\"alert(1)" }
            """);
        File.WriteAllText(Path.Combine(newsletter.FullName, "hostile-1.html"), Html);
        File.WriteAllText(Path.Combine(newsletter.FullName, "hostile-2.md"), Markdown);
        File.WriteAllText(Path.Combine(newsletter.FullName, "hostile-3.txt"), PlainText);
        UseKestrel(0);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ConfigureLogging(static logging => logging.ClearProviders());
        builder.UseSetting("Issues", folder.FullName);
        builder.UseSetting("Store", Path.Combine(store.FullName, "syndication.db"));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing) return;
        if (Directory.Exists(folder.FullName)) folder.Delete(recursive: true);
        if (Directory.Exists(store.FullName)) store.Delete(recursive: true);
    }
}
