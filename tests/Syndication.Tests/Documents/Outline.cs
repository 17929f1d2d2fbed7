using System.Text;
using Syndication.Documents;

namespace Syndication.Tests.Documents;

/// <summary>Writes flat blocks so that a test can show what it expects: a line a block, boxes before the colon, links and styles as Markdown would.</summary>
internal static class Outline
{
    public static string Of(FlatDocument document)
    {
        var text = new StringBuilder();
        foreach (Block block in document.Blocks) text.Append(Boxes(block.Box)).Append(Kind(block)).Append(": ").Append(Runs(document, block)).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>The visible characters without white space.</summary>
    public static string Visible(FlatDocument document) => Visible(document.Text);

    public static string Visible(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>What must hold for any input: blocks follow each other without gaps, and so do the runs in them.</summary>
    public static void CheckLaws(FlatDocument document)
    {
        int at = 0, run = 0;
        foreach (Block block in document.Blocks)
        {
            Assert.Equal((at, run), (block.Start, block.FirstRun));
            foreach (Run part in document.RunsOf(block))
            {
                Assert.Equal(at, part.Start);
                at += part.Length;
            }

            run += block.RunCount;
            Assert.Equal(at, block.End);
        }

        Assert.Equal((document.Text.Length, document.Runs.Count), (at, run));
    }

    private static string Kind(Block block) => block.Kind switch
    {
        BlockKind.Heading => $"h{block.Level}",
        BlockKind.Code => "code",
        BlockKind.Image => "image",
        BlockKind.Rule => "rule",
        _ => block.AfterBreak ? "br" : "p",
    };

    private static string Boxes(Box box)
    {
        string name = box.Kind switch
        {
            BoxKind.Root => "",
            BoxKind.UnorderedList => "ul ",
            BoxKind.OrderedList => "ol ",
            BoxKind.ListItem => box.Ordinal > 0 ? $"{box.Ordinal}. " : "- ",
            BoxKind.Quote => "> ",
            BoxKind.TableRow => $"tr{box.Index} ",
            BoxKind.TableCell => "td ",
            BoxKind.TableHeaderCell => "th ",
            _ => box.Kind + " ",
        };
        return (box.Parent is null ? "" : Boxes(box.Parent)) + name;
    }

    private static string Runs(FlatDocument document, Block block)
    {
        var text = new StringBuilder();
        foreach (Run run in document.RunsOf(block))
        {
            string part = run.Image >= 0 ? $"![{document.Images[run.Image].Alt}]({document.Images[run.Image].Url})" : document.Text.Substring(run.Start, run.Length);
            if (run.Style.HasFlag(RunStyle.Code)) part = $"`{part}`";
            if (run.Style.HasFlag(RunStyle.Italic)) part = $"*{part}*";
            if (run.Style.HasFlag(RunStyle.Bold)) part = $"**{part}**";
            if (run.Style.HasFlag(RunStyle.Strike)) part = $"~~{part}~~";
            if (run.Link >= 0) part = $"[{part}]({document.Links[run.Link].Href})";
            text.Append(part);
        }

        return text.ToString();
    }
}
