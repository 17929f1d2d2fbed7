using Syndication.Documents;

namespace Syndication.Tests.Documents;

public class FormatDetectorTests
{
    [Theory]
    [InlineData("<!DOCTYPE html><p>x", "x.txt", "text/plain", "Html Plain")]
    [InlineData("\uFEFF<?xml version='1.0'?>\n<!-- c -->\n<HTML lang=de>", "x.md", null, "Html Plain")]
    [InlineData("<p>a</p>", "x.html", null, "Html Plain")]
    [InlineData("<p>a</p>", null, "text/html; charset=gbk", "Html Plain")]
    [InlineData("no tag at all", "x.html", "text/html", "PlainText Plain")]
    [InlineData("<div><p>a<br>b</p><p>c</p></div>", null, null, "Html Plain")]
    [InlineData("plain", "https://x.y/z.md?raw=1", null, "Markdown Plain")]
    [InlineData("plain", "x.txt", "text/markdown", "Markdown Plain")]
    [InlineData("# A\n\ntext\n\n## B", "x", null, "Markdown Plain")]
    [InlineData("**A**\n\n- [x](https://y.z)", "x.txt", null, "Markdown Plain")]
    [InlineData("前言\n1.KEP: 一行\n正文", "x.txt", "text/plain", "PlainText Plain")]
    [InlineData("- [x] (<https://y.z>)\n- [x] (<https://y.z>)", "x.txt", null, "PlainText Plain")]
    [InlineData("* H\ntext", "x.org", null, "PlainText Org")]
    [InlineData("#+title: x\n* H", "x.txt", null, "PlainText Org")]
    [InlineData("H\n=\n", "x.rst", null, "PlainText Rst")]
    [InlineData("see x_\n\n.. _x: http://y.z", "x.txt", null, "PlainText Rst")]
    [InlineData("= T\n\n# A\n\n## B", "x.adoc", null, "PlainText Plain")]
    [InlineData("", null, null, "PlainText Plain")]
    public void The_format_is_known(string text, string? name, string? type, string expected)
    {
        var (format, flavour) = FormatDetector.Detect(text, name, type);
        Assert.Equal(expected, $"{format} {flavour}");
    }

    [Fact]
    public void Files_of_the_corpus_are_what_their_names_say()
    {
        string folder = SharedFolder.Require("corpus/issues");
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var expected = Path.GetExtension(path) switch
            {
                ".html" => (DocumentFormat.Html, TextFlavour.Plain),
                ".md" or ".markdown" => (DocumentFormat.Markdown, TextFlavour.Plain),
                ".org" => (DocumentFormat.PlainText, TextFlavour.Org),
                ".rst" => (DocumentFormat.PlainText, TextFlavour.Rst),
                ".txt" => (DocumentFormat.PlainText, TextFlavour.Plain),
                _ => default((DocumentFormat, TextFlavour)?),
            };
            if (expected is null) continue;
            Assert.Equal((path, expected), (path, FormatDetector.Detect(File.ReadAllText(path), path, null)));
        }
    }
}
