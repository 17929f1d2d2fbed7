using System.Text;
using Syndication.Documents;
using Syndication.Model;

namespace Syndication.Structure;

/// <summary>
/// Writes pieces of a document as safe HTML that is XHTML as well, and as plain text. It can only emit the elements and attributes named here,
/// escaped text and addresses that <see cref="AddressResolver"/> let through, so that nothing executable has a way in.
/// </summary>
internal sealed class ContentWriter(FlatDocument document)
{
    private readonly StringBuilder html = new();
    private readonly StringBuilder text = new();
    private readonly List<Box> open = [];
    private readonly List<Box> path = [];
    private string? paragraph;

    /// <summary>Writes pieces that follow each other in the document; <see langword="null"/> where they hold nothing.</summary>
    /// <param name="pieces">The pieces in reading order.</param>
    /// <param name="root">The box that they are written within: it and what is around it are not written.</param>
    public Content? Write(ReadOnlySpan<Piece> pieces, Box root)
    {
        html.Clear();
        text.Clear();
        open.Clear();
        paragraph = null;
        foreach (Piece piece in pieces) WritePiece(piece, root);
        CloseParagraph();
        CloseTo(0);
        if (html.Length == 0) return null;
        return new Content(html.ToString(), text.ToString().Trim());
    }

    private void WritePiece(Piece piece, Box root)
    {
        Block block = document.Blocks[piece.Block];
        if (block.Kind == BlockKind.Rule)
        {
            CloseParagraph();
            if (html.Length > 0) html.Append("<hr />");
            return;
        }

        CollectPath(block.Box, root);
        if (block.AfterBreak && paragraph is not null && IsOpen())
        {
            html.Append("<br />");
            text.Append('\n');
        }
        else
        {
            CloseParagraph();
            OpenPath();
            OpenParagraph(block);
        }

        WriteRuns(block, piece);
    }

    private bool IsOpen()
    {
        if (path.Count != open.Count) return false;
        for (int i = 0; i < path.Count; i++)
        {
            if (!ReferenceEquals(path[i], open[i])) return false;
        }

        return true;
    }

    private void OpenParagraph(Block block)
    {
        paragraph = block.Kind switch
        {
            BlockKind.Heading => block.Level switch { <= 2 => "h3", 3 => "h4", 4 => "h5", _ => "h6" },
            BlockKind.Code => "pre",
            _ => open.Count > 0 && open[^1].Kind is not (BoxKind.Quote or BoxKind.Figure or BoxKind.Details or BoxKind.Division) ? "" : "p",
        };
        if (text.Length > 0) text.Append(paragraph.Length == 0 ? "\n" : "\n\n");
        if (paragraph.Length > 0)
        {
            html.Append('<').Append(paragraph).Append('>');
            if (block.Kind == BlockKind.Code) html.Append("<code>");
        }
        else if (html.Length > 0 && html[^1] != '>')
        {
            html.Append("<br />");
        }
    }

    private void CloseParagraph()
    {
        if (paragraph is { Length: > 0 })
        {
            if (paragraph == "pre") html.Append("</code>");
            html.Append("</").Append(paragraph).Append('>');
        }

        paragraph = null;
    }

    /// <summary>The boxes around a block that content knows, outermost first, without those whose list, row or table is not written.</summary>
    private void CollectPath(Box box, Box root)
    {
        path.Clear();
        for (Box? at = box; at is not null && !ReferenceEquals(at, root); at = at.Parent)
        {
            if (ElementOf(at) is not null) path.Add(at);
        }

        path.Reverse();
        int kept = 0;
        for (int i = 0; i < path.Count; i++)
        {
            if (FitsIn(path[i], kept == 0 ? null : path[kept - 1].Kind)) path[kept++] = path[i];
        }

        path.RemoveRange(kept, path.Count - kept);
    }

    private void OpenPath()
    {
        int common = 0;
        while (common < open.Count && common < path.Count && ReferenceEquals(open[common], path[common])) common++;
        CloseTo(common);
        for (int i = common; i < path.Count; i++)
        {
            Box at = path[i];
            open.Add(at);
            html.Append('<').Append(ElementOf(at));
            if (at.Kind is BoxKind.OrderedList && at.Ordinal > 1) html.Append(" start=\"").Append(at.Ordinal).Append('"');
            if (at.ColumnSpan > 1) html.Append(" colspan=\"").Append(at.ColumnSpan).Append('"');
            if (at.RowSpan > 1) html.Append(" rowspan=\"").Append(at.RowSpan).Append('"');
            html.Append('>');
        }
    }

    private static bool FitsIn(Box box, BoxKind? above) => box.Kind switch
    {
        BoxKind.ListItem => above is BoxKind.UnorderedList or BoxKind.OrderedList,
        BoxKind.TableRow => above is BoxKind.Table,
        BoxKind.TableCell or BoxKind.TableHeaderCell => above is BoxKind.TableRow,
        BoxKind.DefinitionTerm or BoxKind.DefinitionDescription => above is BoxKind.DefinitionList,
        BoxKind.Caption => above is BoxKind.Figure or BoxKind.Table,
        BoxKind.Summary => above is BoxKind.Details,
        _ => above is not (BoxKind.UnorderedList or BoxKind.OrderedList or BoxKind.Table or BoxKind.TableRow or BoxKind.DefinitionList),
    };

    private void CloseTo(int depth)
    {
        for (int i = open.Count - 1; i >= depth; i--) html.Append("</").Append(ElementOf(open[i])).Append('>');
        open.RemoveRange(depth, open.Count - depth);
    }

    private static string? ElementOf(Box box) => box.Kind switch
    {
        BoxKind.UnorderedList => "ul",
        BoxKind.OrderedList => "ol",
        BoxKind.ListItem => "li",
        BoxKind.Quote => "blockquote",
        BoxKind.Table => "table",
        BoxKind.TableRow => box.Nearest(BoxKind.Table) is null || InLayout(box) ? null : "tr",
        BoxKind.TableCell => InLayout(box) ? null : "td",
        BoxKind.TableHeaderCell => InLayout(box) ? null : "th",
        BoxKind.DefinitionList => "dl",
        BoxKind.DefinitionTerm => "dt",
        BoxKind.DefinitionDescription => "dd",
        BoxKind.Figure => "figure",
        BoxKind.Caption => box.Parent?.Kind == BoxKind.Table ? "caption" : "figcaption",
        BoxKind.Details => "details",
        BoxKind.Summary => "summary",
        _ => null,
    };

    private static bool InLayout(Box box)
    {
        for (Box? at = box.Parent; at is not null; at = at.Parent)
        {
            if (at.Kind is BoxKind.Table) return false;
            if (at.Kind is BoxKind.Layout) return true;
        }

        return true;
    }

    private void WriteRuns(Block block, Piece piece)
    {
        int link = -1;
        foreach (Run run in document.RunsOf(block))
        {
            int start = Math.Max(run.Start, piece.Start);
            int end = Math.Min(run.End, piece.End);
            bool isImage = run.Image >= 0 && run.Start >= piece.Start && run.Start <= piece.End;
            if (!isImage && end <= start) continue;
            if (run.Link != link)
            {
                CloseLink(link);
                link = run.Link;
                OpenLink(link);
            }

            if (isImage) WriteImage(document.Images[run.Image]);
            else WriteText(run.Style, start, end);
        }

        CloseLink(link);
    }

    private void WriteText(RunStyle style, int start, int end)
    {
        ReadOnlySpan<char> value = document.Text.AsSpan(start, end - start);
        text.Append(value);
        RunStyleElements.Open(html, style);
        XhtmlText.Append(html, value);
        RunStyleElements.Close(html, style);
    }

    private void WriteImage(ImageTarget image)
    {
        if (image.Url is null)
        {
            XhtmlText.Append(html, image.Alt);
            return;
        }

        html.Append("<img src=\"");
        XhtmlText.Append(html, image.Url);
        html.Append("\" alt=\"");
        XhtmlText.Append(html, image.Alt);
        html.Append('"');
        if (image.Width > 1) html.Append(" width=\"").Append(image.Width).Append('"');
        if (image.Height > 1) html.Append(" height=\"").Append(image.Height).Append('"');
        html.Append(" />");
    }

    private void OpenLink(int link)
    {
        if (link < 0 || document.Links[link].Url is not { } url) return;
        html.Append("<a href=\"");
        XhtmlText.Append(html, url);
        html.Append("\">");
    }

    private void CloseLink(int link)
    {
        if (link >= 0 && document.Links[link].Url is not null) html.Append("</a>");
    }
}
