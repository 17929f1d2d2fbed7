using System.Globalization;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using MarkdownBlock = Markdig.Syntax.Block;

namespace Syndication.Documents;

/// <summary>Walks the blocks of a Markdown tree into flat blocks.</summary>
internal sealed class MarkdownDocumentBlocks
{
    private readonly FlatDocumentBuilder builder;
    private readonly MarkdownDocumentHtml html;
    private readonly MarkdownDocumentInlines inlines;
    private readonly int offset;
    private readonly CancellationToken cancellationToken;

    /// <param name="builder">Takes the blocks.</param>
    /// <param name="limits">How deep boxes may nest.</param>
    /// <param name="offset">Where the Markdown starts in the source.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    public MarkdownDocumentBlocks(FlatDocumentBuilder builder, Limits limits, int offset, CancellationToken cancellationToken)
    {
        this.builder = builder;
        this.offset = offset;
        this.cancellationToken = cancellationToken;
        html = new MarkdownDocumentHtml(builder, limits);
        inlines = new MarkdownDocumentInlines(builder, html);
    }

    public void Add(ContainerBlock container)
    {
        foreach (MarkdownBlock block in container)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Add(block);
        }
    }

    private void Add(MarkdownBlock block)
    {
        builder.EndBlock();
        builder.Position = block.Span.Start + offset;
        switch (block)
        {
            case HeadingBlock heading:
                AddLeaf(heading, heading.Level);
                break;
            case HtmlBlock raw:
                html.Add(raw.Lines.ToString(), isInline: false);
                html.EndHtmlBlock();
                break;
            case CodeBlock code:
                AddCode(code);
                break;
            case ThematicBreakBlock:
                builder.AddRule();
                break;
            case ListBlock list:
                AddBox(list, list.IsOrdered ? BoxKind.OrderedList : BoxKind.UnorderedList, First(list));
                break;
            case ListItemBlock item:
                AddBox(item, BoxKind.ListItem, item.Order);
                break;
            case QuoteBlock quote:
                AddBox(quote, BoxKind.Quote);
                break;
            case Table table:
                AddBox(table, BoxKind.Table);
                break;
            case TableRow row:
                AddBox(row, BoxKind.TableRow);
                break;
            case TableCell cell:
                AddBox(cell, cell.Parent is TableRow { IsHeader: true } ? BoxKind.TableHeaderCell : BoxKind.TableCell);
                break;
            case DefinitionList definitions:
                AddBox(definitions, BoxKind.DefinitionList);
                break;
            case DefinitionItem definition:
                AddDefinition(definition);
                break;
            case LinkReferenceDefinitionGroup or BlankLineBlock:
                break;
            case ContainerBlock container:
                Add(container);
                break;
            case LeafBlock leaf:
                AddLeaf(leaf);
                break;
        }
    }

    private static int First(ListBlock list) => int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out int first) ? first : 1;

    private void AddBox(ContainerBlock container, BoxKind kind, int ordinal = 0)
    {
        int mark = html.Open(kind);
        if (kind is BoxKind.OrderedList or BoxKind.ListItem) builder.Box.Ordinal = ordinal;
        if (container is TableCell cell)
        {
            builder.Box.ColumnSpan = Math.Max(1, cell.ColumnSpan);
            builder.Box.RowSpan = Math.Max(1, cell.RowSpan);
        }

        Add(container);
        html.CloseTo(mark);
    }

    private void AddDefinition(DefinitionItem definition)
    {
        int mark = -1;
        foreach (MarkdownBlock child in definition)
        {
            if (child is DefinitionTerm term)
            {
                if (mark >= 0) html.CloseTo(mark);
                mark = -1;
                int termMark = html.Open(BoxKind.DefinitionTerm);
                builder.Position = term.Span.Start + offset;
                AddLeaf(term);
                html.CloseTo(termMark);
            }
            else
            {
                if (mark < 0) mark = html.Open(BoxKind.DefinitionDescription);
                Add(child);
            }
        }

        if (mark >= 0) html.CloseTo(mark);
    }

    private void AddLeaf(LeafBlock leaf, int level = 0)
    {
        if (leaf.Inline is null) return;
        if (level > 0)
        {
            int mark = html.OpenHeading(level);
            inlines.Add(leaf.Inline);
            html.CloseTo(mark);
            return;
        }

        inlines.Add(leaf.Inline);
        builder.EndBlock();
        html.EndLeaf();
    }

    private void AddCode(CodeBlock code)
    {
        builder.Kind = BlockKind.Code;
        for (int i = 0; i < code.Lines.Count; i++)
        {
            if (i > 0) builder.AddText("\n");
            builder.AddText(code.Lines.Lines[i].Slice.AsSpan());
        }

        builder.EndBlock();
        html.RestoreKind();
    }
}
