using System.Globalization;

namespace Syndication.Tool.Tests;

/// <summary>Issues to read, made up for the tests.</summary>
internal static class SampleText
{
    internal static string Markdown(int number) => string.Create(CultureInfo.InvariantCulture, $"""
        # Lantern Weekly #{number}

        Published {new DateOnly(2024, 1, 1).AddDays(7 * number):yyyy-MM-dd}

        Good morning! Here is what happened this week.

        ## News

        ### [Harbour {number} is out](https://example.org/harbour/{number})

        The release has a new build cache, which makes the first build of a day twice as quick.

        ### [Two clusters, one gateway](https://example.org/gateway/{number})

        How a small team moved its traffic in an afternoon, and what they would do otherwise today.

        ## Articles

        - [What a scheduler does all day](https://example.com/scheduler/{number}): a walk through the code.
        - [Storage without tears](https://example.com/storage/{number}): lessons from a year of outages.
        """);

    internal static string Html(int number) => string.Create(CultureInfo.InvariantCulture, $"""
        <!DOCTYPE html><html lang="zh-Hans"><head><meta charset="utf-8"><title>灯塔周报 第 {number} 期</title></head><body>
        <h1>灯塔周报 第 {number} 期</h1><p>大家好,以下是本周的内容。</p>
        <h2>业界要闻</h2>
        <h3><a href="https://example.org/a/{number}">港口 {number} 正式发布</a></h3><p>新版本带来了构建缓存,首次构建的速度提高了一倍,升级之前请先阅读说明。</p>
        <h3><a href="https://example.org/b/{number}">一个网关与两个集群</a></h3><p>一个小团队如何在一个下午之内迁移了全部流量,以及他们今天会怎样做。</p>
        <h2>本周阅读推荐</h2>
        <ul><li><a href="https://example.com/c/{number}">调度器的一天</a>:带你走读代码。</li><li><a href="https://example.com/d/{number}">不流泪的存储</a>:一年故障的教训。</li></ul>
        </body></html>
        """);
}
