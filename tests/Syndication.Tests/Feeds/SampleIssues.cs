using Syndication.Model;

namespace Syndication.Tests.Feeds;

/// <summary>Two issues of an invented weekly in Chinese and English: nested items, items without a title, a sponsor, a missing date.</summary>
internal static class SampleIssues
{
    public static Publication Publication { get; } = new()
    {
        Title = "山海云周报",
        Url = "https://weekly.example/",
        Description = "每周一封，讲云原生的新闻 & 好文章 <for people who build clouds>",
        Language = "zh-Hans",
        Authors = [new Person("编辑部") { Email = "editors@weekly.example", Url = "https://weekly.example/about" }],
    };

    public static Issue Second { get; } = new()
    {
        Id = "tag:weekly.example,2024:issue/2",
        Number = 2,
        Title = "第二期：升级那些事 (Upgrades & you)",
        Url = "https://weekly.example/2",
        Published = Date("2024-05-13T08:30:00+08:00"),
        Updated = Date("2024-05-14T09:00:00.25+08:00"),
        Language = "zh-Hans",
        Authors = [new Person("编辑部"), new Person("Ana Oliveira") { Role = PersonRole.Editor, Url = "https://ana.example/" }],
        Preface = Html("<p>这一期谈升级。Back up first, then upgrade.</p>", "这一期谈升级。Back up first, then upgrade."),
        Sections =
        [
            new Section
            {
                Title = "上游进展",
                Slug = "上游进展",
                Sections =
                [
                    new Section
                    {
                        Title = "Kubernetes",
                        Slug = "kubernetes",
                        Items =
                        [
                            new Item
                            {
                                Id = "tag:weekly.example,2024:issue/2/in-place-resize",
                                Title = "KEP：容器资源可以原地调整",
                                Kind = "KEP",
                                Content = Html("<p>不用重建 Pod 就能改 <code>requests &lt; limits</code>，灰度中。</p>", "不用重建 Pod 就能改 requests < limits，灰度中。"),
                                Links = [new Link("https://example.org/kep/1287?a=1&b=2", "KEP：容器资源可以原地调整")],
                                Items =
                                [
                                    new Item { Title = "kubelet 部分已合并", Links = [new Link("https://example.org/pr/10", "kubelet 部分已合并")] },
                                    new Item
                                    {
                                        Content = Html("<p>调度器还在讨论。</p>", "调度器还在讨论。"),
                                        Items = [new Item { Title = "讨论记录", Links = [new Link("https://example.org/notes", "讨论记录")] }],
                                    },
                                ],
                            },
                        ],
                    },
                ],
            },
            new Section
            {
                Title = "本周阅读",
                Slug = "本周阅读",
                Kind = "reading",
                Items =
                [
                    new Item
                    {
                        Id = "tag:weekly.example,2024:issue/2/reading-1",
                        Content = Html(
                            "<p><a href=\"https://example.net/zero-downtime\">零停机升级</a>讲了三种做法。It works on e-mail too, e.g. with J. Doe's script. 🚀</p>",
                            "零停机升级讲了三种做法。It works on e-mail too, e.g. with J. Doe's script. 🚀"),
                        Links = [new Link("https://example.net/zero-downtime", "零停机升级")],
                        Authors = [new Person("J. Doe")],
                        Published = Date("2024-05-09"),
                    },
                    new Item { Id = "tag:weekly.example,2024:issue/2/reading-2", Title = "How <template> saved our CI", Links = [new Link("https://example.com/ci", "How <template> saved our CI")] },
                ],
            },
            new Section
            {
                Title = "赞助",
                Slug = "赞助",
                Kind = "sponsor",
                Items = [new Item { Id = "tag:weekly.example,2024:issue/2/sponsor", Title = "本期由示例云赞助", Links = [new Link("https://sponsor.example/", "示例云")] }],
            },
        ],
        Closing = Html("<p>下周见！</p>", "下周见！"),
        Related = [new RelatedIssue("第一期：开张") { Number = 1, Url = "https://weekly.example/1" }],
    };

    public static Issue First { get; } = new()
    {
        Id = "tag:weekly.example,2024:issue/1",
        Number = 1,
        Url = "https://weekly.example/1",
        Language = "en",
        Sections = [new Section { Items = [new Item { Id = "tag:weekly.example,2024:issue/1/hello", Content = Html("<p>We are open. Come in!</p>", "We are open. Come in!") }] }],
    };

    private static PublicationDate Date(string text) => PublicationDate.TryParse(text, out PublicationDate date) ? date : throw new FormatException(text);

    private static Content Html(string html, string text) => new(html, text);
}
