namespace Syndication.Tool.Tests;

/// <summary>A newsletter that wants to run, to fetch and to send from wherever it is shown.</summary>
internal static class HostilePage
{
    internal const string Beacon = "beacon.invalid";
    internal const string Words = "A harmless paragraph stands between all of it.";

    internal const string Html = $$"""
        <!DOCTYPE html><html lang="en" onclick="alert('html')"><head><title>Hostile #1</title>
        <meta http-equiv="refresh" content="0;url=https://{{Beacon}}/refresh"><base href="https://{{Beacon}}/" target="_top">
        <link rel="stylesheet" href="https://{{Beacon}}/style.css"><link rel="preconnect" href="https://{{Beacon}}"><link rel="icon" href="https://{{Beacon}}/icon.png">
        <style>@import url(https://{{Beacon}}/import.css); @import "https://{{Beacon}}/import2.css"; @font-face { font-family: x; src: url(https://{{Beacon}}/font.woff) }
        body { background: url(https://{{Beacon}}/body.png); font-family: x } p { background-image: image-set("https://{{Beacon}}/set.png" 1x); cursor: url("https://{{Beacon}}/cursor.cur"), auto }
        h1::before { content: url(//{{Beacon}}/before.png) } li { list-style: u\72l(https://{{Beacon}}/escaped.png) } a { content: "\3c/style>\3cscript>alert('style')\3c/script>" }
        @media all { h2 { background: URL( 'https://{{Beacon}}/media.png' ) } }</style>
        <script>alert('head')</script><script src="https://{{Beacon}}/script.js"></script></head>
        <body onload="alert('load')" background="https://{{Beacon}}/old.png">
        <h1>Hostile #1</h1><p>{{Words}}</p>
        <h2 style="background:url(https://{{Beacon}}/inline.png);behavior:url(x.htc)">News</h2>
        <p><img src="x" onerror="alert('img')" alt="A picture"><img src="https://{{Beacon}}/pixel.gif" srcset="https://{{Beacon}}/2x.png 2x" alt="Another one"> <a href="javascript:alert('link')" onmouseover="alert('over')">A link that runs</a>, <a href=" jAvA
        script:alert(1)" ping="https://{{Beacon}}/ping">another one</a> and <a href="https://example.org/" target="_top">one that does not</a>.</p>
        <iframe src="https://{{Beacon}}/frame"></iframe><iframe srcdoc="<script>alert('srcdoc')</script>"></iframe><object data="https://{{Beacon}}/object"></object><embed src="https://{{Beacon}}/embed">
        <svg onload="alert('svg')" xmlns="http://www.w3.org/2000/svg"><script>alert('svg script')</script><a href="javascript:alert('svg link')"><text>Words in a drawing</text></a><image href="https://{{Beacon}}/svg.png"/><style>p{background:url(https://{{Beacon}}/svgstyle.png)}</style></svg>
        <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert('math')&gt;"></mglyph></table></mtext></math>
        <form action="https://{{Beacon}}/post" method="post" name="querySelector"><input name="body" value="x" autofocus onfocus="alert('focus')"><button formaction="javascript:alert('button')">Send it now</button><select><option>One choice</option></select><textarea>Write </textarea></form>
        <video src="https://{{Beacon}}/video.mp4" poster="https://{{Beacon}}/poster.png" autoplay></video><audio src="https://{{Beacon}}/audio.mp3" autoplay></audio><table background="https://{{Beacon}}/table.png"><tr><td>A cell of a table.</td></tr></table>
        <noscript><p title="</noscript><img src=x onerror=alert('noscript')>">Without scripts there is this.</p></noscript><template><script>alert('template')</script></template>
        <details ontoggle="alert('toggle')"><summary>More of it</summary>Words that are folded away.</details><marquee onstart="alert('marquee')">Words that move about.</marquee>
        <div style="display:none">A preheader that nobody sees.</div><p>{{Words}}</p>
        </body></html>
        """;
}
