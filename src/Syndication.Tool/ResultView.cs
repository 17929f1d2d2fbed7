using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using Syndication.Model;
using Syndication.Structure;
using Syndication.Text;

namespace Syndication.Tool;

/// <summary>A result on the screen: what the issue is, its outline, what was set aside, what each block was taken for and why, what was noticed.</summary>
internal sealed class ResultView(IAnsiConsole screen)
{
    private static readonly Style plain = Style.Plain;
    private static readonly Style faint = new(Color.Grey);
    private static readonly Style sectionTitle = new(Color.Teal, decoration: Decoration.Bold);
    private static readonly Style itemTitle = new(decoration: Decoration.Bold);
    private static readonly Style address = new(Color.Blue, decoration: Decoration.Underline);
    private static readonly Style label = new(Color.Olive);

    internal void Show(IssueResult result)
    {
        screen.Write(Facts(result));
        screen.Write(Outline(result.Issue));
        if (!result.SetAside.IsEmpty) screen.Write(SetAside(result));
        if (!result.Decisions.IsEmpty) screen.Write(Blocks(result));
        if (!result.Diagnostics.IsEmpty) screen.Write(Noticed(result));
    }

    private static Grid Facts(IssueResult result)
    {
        Issue issue = result.Issue;
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        void Fact(string name, string? value, Style? style = null)
        {
            if (!string.IsNullOrEmpty(value)) grid.AddRow(Words(name, faint), Words(value, style ?? plain));
        }

        Fact("title", issue.Title ?? "(none printed)", itemTitle);
        Fact("publication", issue.Publication?.Title);
        Fact("number", issue.Number?.ToString(CultureInfo.InvariantCulture));
        Fact("published", issue.Published?.ToString());
        Fact("language", issue.Language);
        Fact("authors", string.Join(", ", issue.Authors.Select(Name)));
        Fact("address", issue.Url, address);
        Fact("id", issue.Id, faint);
        Fact("encoding", result.Encoding, faint);
        Fact("is an issue", result.IsIssue ? "yes" : "no", result.IsIssue ? new Style(Color.Green) : new Style(Color.Red));
        Fact("confidence", result.Confidence.ToString("0.00", CultureInfo.InvariantCulture), result.Confidence >= 0.9 ? new Style(Color.Green) : result.Confidence >= 0.6 ? new Style(Color.Olive) : new Style(Color.Red));
        Fact("coverage", result.Coverage.ToString("0.0##%", CultureInfo.InvariantCulture), result.Coverage >= 1 ? new Style(Color.Green) : new Style(Color.Red));
        return grid;
    }

    private static Tree Outline(Issue issue)
    {
        var tree = new Tree(Words("outline", faint));
        if (issue.Preface is { } preface) tree.AddNode(Line(("preface  ", label), (Start(preface.Text), faint)));
        foreach (Section section in issue.Sections) Add(tree, section);
        if (issue.Closing is { } closing) tree.AddNode(Line(("closing  ", label), (Start(closing.Text), faint)));
        if (!issue.Related.IsEmpty)
        {
            TreeNode related = tree.AddNode(Words("related issues", label));
            foreach (RelatedIssue other in issue.Related)
                related.AddNode(Line((other.Number is { } n ? string.Create(CultureInfo.InvariantCulture, $"#{n}  ") : "", label), (other.Title, plain), (Before("  ", other.Url), address)));
        }

        return tree;
    }

    private static void Add(IHasTreeNodes parent, Section section)
    {
        TreeNode node = parent.AddNode(Line((section.Title ?? "(no section)", sectionTitle), (Before("  ", section.Kind), label)));
        if (section.Content is { } content) node.AddNode(Words(Start(content.Text), faint));
        foreach (Item item in section.Items) Add(node, item);
        foreach (Section inner in section.Sections) Add(node, inner);
    }

    private static void Add(IHasTreeNodes parent, Item item)
    {
        TreeNode node = parent.AddNode(Line(
            (item.Kind is null ? "" : item.Kind + "  ", label), (item.Title ?? "", itemTitle), (item.Title is null ? Start(item.Content?.Text) : "", plain)));
        if (item is { Title: not null, Content: { } content }) node.AddNode(Words(Start(content.Text), faint));
        if (!item.Authors.IsEmpty) node.AddNode(Words("by " + string.Join(", ", item.Authors.Select(Name)), faint));
        foreach (Model.Link link in item.Links) node.AddNode(Words(link.Url, address));
        foreach (Item child in item.Items) Add(node, child);
    }

    private static Tree SetAside(IssueResult result)
    {
        var tree = new Tree(Words("set aside", faint));
        foreach (SetAsideText text in result.SetAside) tree.AddNode(Line((text.Reason + "  ", label), (Start(text.Text), faint)));
        return tree;
    }

    private static Tree Blocks(IssueResult result)
    {
        var tree = new Tree(Words("blocks, what each was taken for, and why", faint));
        foreach (BlockDecision block in result.Decisions)
        {
            string place = block.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"{line},{block.Column ?? 1}  ") : "";
            string rank = block.Rank > 0 ? string.Create(CultureInfo.InvariantCulture, $" (rank {block.Rank})") : "";
            TreeNode node = tree.AddNode(Line((place, faint), ($"{block.Role}{Before(" ▸ ", block.Place)}{rank}  ", block.Place is null ? faint : label), (Start(block.Text), plain)));
            node.AddNode(Words($"{block.Kind}{Before(" → ", block.Path)}: {block.Cue}{Before("; else ", block.RunnerUp)}", faint));
        }

        return tree;
    }

    private static Tree Noticed(IssueResult result)
    {
        var tree = new Tree(Words("noticed", faint));
        foreach (Diagnostic noticed in result.Diagnostics)
        {
            Style style = noticed.Severity switch
            {
                DiagnosticSeverity.Error => new Style(Color.Red),
                DiagnosticSeverity.Warning => new Style(Color.Olive),
                _ => faint,
            };
            tree.AddNode(Words(noticed.ToString(), style));
        }

        return tree;
    }

    private static string Name(Person person) =>
        person.Role == PersonRole.Author ? person.Name : $"{person.Name} ({person.Role.ToString().ToLowerInvariant()})";

    private static string Before(string gap, string? text) => string.IsNullOrEmpty(text) ? "" : gap + text;

    /// <summary>The start of a text in one line, about 72 columns of a terminal, where a Chinese character takes two.</summary>
    private static string Start(string? text)
    {
        string line = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        int columns = 72, end = 0;
        foreach (System.Text.Rune rune in line.EnumerateRunes())
        {
            columns -= rune.Value >= 0x1100 ? 2 : 1;
            if (columns < 0) return line[..end] + "…";
            end += rune.Utf16SequenceLength;
        }

        return line;
    }

    private static Paragraph Words(string text, Style style) => Line((text, style));

    private static Paragraph Line(params ReadOnlySpan<(string Text, Style Style)> parts)
    {
        var line = new Paragraph();
        foreach (var (text, style) in parts) line.Append(Printable(text), style);
        return line;
    }

    /// <summary>A page must not be able to steer the terminal: control characters (ESC among them) show as U+FFFD.</summary>
    private static string Printable(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? '\ufffd' : c)) : text;
}
