using Syndication.Documents;
using Syndication.Model;
using Syndication.Structure;

namespace Syndication.Tests.Structure;

public sealed class BylineReaderTests
{
    [Theory]
    [InlineData("本周作者：王小明 李雷 韩梅梅", "Author:王小明|Author:李雷|Author:韩梅梅")]
    [InlineData("编辑：木兰", "Editor:木兰")]
    [InlineData("作者：张三、李四；编辑：王五", "Author:张三|Author:李四|Editor:王五")]
    [InlineData("作者: 张三和李四  译者: 王五", "Author:张三|Author:李四|Translator:王五")]
    [InlineData("edited by Jane Doe", "Editor:Jane Doe")]
    [InlineData("This week's edition was edited by: ada, bob, and cleo.", "Editor:ada|Editor:bob|Editor:cleo")]
    [InlineData("Some Weekly is edited by: ada, bob, and cleo.", "Editor:ada|Editor:bob|Editor:cleo")]
    [InlineData("by Jane van der Berg", "Author:Jane van der Berg")]
    [InlineData("By Jane and John", "Author:Jane|Author:John")]
    [InlineData("by J. R. Smith", "Author:J. R. Smith")]
    [InlineData("By Jane Doe on April 16, 2019", "Author:Jane Doe")]
    [InlineData("16 April 2019 | by Jane Doe | 5 minutes", "Author:Jane Doe")]
    [InlineData("latest | archive | edited by Jane Doe", "Editor:Jane Doe")]
    [InlineData("by Olav Alder (OALDER)", "Author:Olav Alder")]
    [InlineData("Autor: Jürgen Groß und Eva Klein", "Author:Jürgen Groß|Author:Eva Klein")]
    [InlineData("글: 홍길동", "Author:홍길동")]
    [InlineData("著者：山田 太郎", "Author:山田 太郎", "ja")]
    [InlineData("Published by Some House", "Publisher:Some House")]
    [InlineData("מאת: דנה כהן", "Author:דנה כהן")]
    [InlineData("Автор: Иван Петров", "Author:Иван Петров")]
    public void A_by_line_names_people_with_their_roles(string line, string expected, string? language = null) =>
        Assert.Equal(expected, string.Join('|', BylineReader.Read(line, language).Select(person => $"{person.Role}:{person.Name}")));

    [Theory]
    [InlineData("By Friday we shall have released it")]
    [InlineData("by popular demand")]
    [InlineData("This edition was made possible by the supporters of our cause.")]
    [InlineData("A tool written by Jane Doe that finds bugs in programs")]
    [InlineData("这篇文章的作者认为微服务并不是银弹")]
    [InlineData("by the way")]
    [InlineData("Teaser author: spring is nigh, we have links galore and also a poem for some reason.")]
    [InlineData("By 2020")]
    [InlineData("")]
    public void A_sentence_is_no_by_line(string line) => Assert.Empty(BylineReader.Read(line));

    [Fact]
    public void A_linked_name_keeps_its_address()
    {
        (FlatDocument document, Block block) = Line(("作者 ", null), ("某某编辑部", "https://example.org/team"));
        Person person = Assert.Single(BylineReader.Read(document, block));
        Assert.Equal(new Person("某某编辑部") { Url = "https://example.org/team" }, person);
    }

    [Fact]
    public void Each_of_several_linked_names_keeps_its_own_address()
    {
        (FlatDocument document, Block block) = Line(("edited by: ", null), ("ada", "https://example.org/a"), (", ", null), ("bob and co", "https://example.org/b"), (".", null));
        Assert.Equal(
            [new Person("ada") { Url = "https://example.org/a", Role = PersonRole.Editor }, new Person("bob and co") { Url = "https://example.org/b", Role = PersonRole.Editor }],
            BylineReader.Read(document, block));
    }

    [Fact]
    public void A_mail_link_gives_the_address_of_a_person_and_no_home_page()
    {
        (FlatDocument document, Block block) = Line(("by ", null), ("Jane Doe", "mailto:jane@example.org?subject=Hi"));
        Assert.Equal(new Person("Jane Doe") { Email = "jane@example.org" }, Assert.Single(BylineReader.Read(document, block)));
    }

    [Fact]
    public void Where_items_have_by_lines_only_an_announced_one_speaks_of_the_issue()
    {
        (FlatDocument document, Block block) = Line(("by Jane Doe", null));
        Assert.Empty(BylineReader.Read(document, block, announcedOnly: true));
        (document, block) = Line(("Edited by Jane Doe", null));
        Assert.Single(BylineReader.Read(document, block, announcedOnly: true));
    }

    [Theory]
    [InlineData("Jane Doe", "Jane Doe", null)]
    [InlineData("Jane Doe <jane@example.org>", "Jane Doe", "jane@example.org")]
    [InlineData("jane@example.org (Jane Doe)", "Jane Doe", "jane@example.org")]
    public void A_metadata_value_gives_name_and_mail_address(string value, string name, string? email) =>
        Assert.Equal(new Person(name) { Email = email }, Assert.Single(BylineReader.ReadNames(value)));

    private static (FlatDocument Document, Block Block) Line(params (string Text, string? Href)[] runs)
    {
        var builder = new FlatDocumentBuilder(DocumentFormat.Html, new Limits(10, 10), null);
        foreach ((string text, string? href) in runs) builder.AddText(text, link: href is null ? -1 : builder.AddLink(href));
        builder.EndBlock();
        FlatDocument document = builder.Build();
        return (document, document.Blocks[0]);
    }
}
