using Syndication.Text;

namespace Syndication.Documents;

/// <summary>Makes blocks of the lines of a text without markup.</summary>
internal sealed class PlainTextBlocks
{
    private const int DeepestQuote = 16;
    private const int Lookahead = 50;
    private readonly FlatDocumentBuilder builder;
    private readonly string text;
    private readonly int offset;
    private readonly Limits limits;
    private readonly TextHeadings headings;
    private readonly PlainTextInlines inlines;
    private readonly CancellationToken cancellationToken;

    public PlainTextBlocks(FlatDocumentBuilder builder, string text, int offset, Limits limits, CancellationToken cancellationToken)
    {
        this.builder = builder;
        this.text = text;
        this.offset = offset;
        this.limits = limits;
        this.cancellationToken = cancellationToken;
        headings = new TextHeadings(text, TextFlavour.Plain);
        inlines = new PlainTextInlines(builder);
    }

    public void Add(List<TextLine> lines, int quotes = 0)
    {
        var wrapping = new TextWrapping(text, lines);
        var lists = new TextLists(builder, limits);
        int at = 0;
        while (at < lines.Count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TextLine line = lines[at];
            if (line.IsBlank)
            {
                builder.AfterGap = true;
                at++;
                continue;
            }

            builder.Position = line.Start + offset;
            bool joined = at > 0 && wrapping.Joins(lines[at - 1], line) && headings.MarkOf(lines[at - 1]) == '\0';
            if (!joined && ListMarker.Of(line.In(text)) is not { Length: > 0, IsOrdered: false } && headings.At(lines, at) is { Lines: > 0 } heading)
            {
                lists.EndAll();
                AddHeading(heading.Title, heading.Level);
                at += heading.Lines;
            }
            else if (headings.MarkOf(line) != '\0')
            {
                lists.EndAll();
                builder.AddRule();
                at++;
            }
            else if (IsQuoted(line) && quotes < DeepestQuote && builder.Box.Depth < limits.MaxDepth)
            {
                lists.EndAll();
                at = AddQuote(lines, at, quotes);
            }
            else
            {
                at = AddText(lines, at, wrapping, lists);
            }
        }

        lists.EndAll();
    }

    private void AddHeading(TextLine title, int level)
    {
        builder.Kind = BlockKind.Heading;
        builder.Level = level;
        inlines.Add(title.In(text));
        builder.EndBlock();
        builder.Kind = BlockKind.Paragraph;
    }

    private bool IsQuoted(TextLine line) => text[line.Start] == '>' && (line.Length == 1 || text[line.Start + 1] is ' ' or '>' or '\t' || Characters.IsEastAsian(text[line.Start + 1]) || char.IsLetter(text[line.Start + 1]));

    private int AddQuote(List<TextLine> lines, int at, int quotes)
    {
        var inner = new List<TextLine>();
        for (; at < lines.Count && !lines[at].IsBlank && text[lines[at].Start] == '>'; at++)
        {
            TextLine line = lines[at].From(text, lines[at].Start + 1);
            inner.Add(line with { Indent = line.IsBlank ? 0 : Math.Max(0, line.Start - lines[at].Start - 2) });
        }

        builder.OpenBox(BoxKind.Quote);
        Add(inner, quotes + 1);
        builder.CloseBox();
        return at;
    }

    /// <summary>A list item or a paragraph, with the lines that go on with it.</summary>
    private int AddText(List<TextLine> lines, int at, TextWrapping wrapping, TextLists lists)
    {
        TextLine line = lines[at];
        int start = line.Start;
        ListMarker marker = MarkerAt(lines, at, lists);
        bool inItem = marker.Length > 0;
        if (inItem)
        {
            lists.OpenItem(line.Indent, marker);
            start += marker.Length;
        }
        else
        {
            lists.EndAt(line.Indent);
            inItem = lists.Any;
        }

        builder.Position = start + offset;
        int next = at + 1;
        while (next < lines.Count && GoesOn(lines, next, inItem ? lists.Indent : int.MaxValue, wrapping, lists)) next++;
        inlines.Add(Joined(lines, at, next, start));
        builder.EndBlock();
        return next;
    }

    private bool GoesOn(List<TextLine> lines, int at, int itemIndent, TextWrapping wrapping, TextLists lists)
    {
        TextLine line = lines[at];
        if (line.IsBlank || headings.MarkOf(line) != '\0' || IsQuoted(line)) return false;
        if (at + 1 < lines.Count && headings.MarkOf(lines[at + 1]) != '\0' && !wrapping.Joins(lines[at - 1], line)) return false;
        if (line.Indent <= itemIndent && !wrapping.Joins(lines[at - 1], line)) return false;
        return MarkerAt(lines, at, lists).Length == 0;
    }

    /// <summary>
    /// The marker of a line that is an item of a list. A number makes an item only beside another one, or with indented lines after it:
    /// one that prose follows is a numbered heading as likely as not, and keeps its number in its text.
    /// </summary>
    private ListMarker MarkerAt(List<TextLine> lines, int at, TextLists lists)
    {
        TextLine line = lines[at];
        ListMarker marker = ListMarker.Of(line.In(text));
        if (!marker.IsOrdered || lists.Continues(line.Indent, marker)) return marker;
        for (int next = at + 1; next < lines.Count && next <= at + Lookahead; next++)
        {
            if (lines[next].IsBlank) continue;
            if (lines[next].Indent > line.Indent)
            {
                if (next == at + 1) return marker;
                continue;
            }

            ListMarker other = ListMarker.Of(lines[next].In(text));
            return other.Style == marker.Style && other.Ordinal == marker.Ordinal + 1 && lines[next].Indent == line.Indent ? marker : default;
        }

        return default;
    }

    private ReadOnlySpan<char> Joined(List<TextLine> lines, int from, int to, int start)
    {
        if (to == from + 1) return text.AsSpan(start, lines[from].End - start);
        var joined = new System.Text.StringBuilder();
        joined.Append(text, start, lines[from].End - start);
        for (int i = from + 1; i < to; i++) joined.Append('\n').Append(text, lines[i].Start, lines[i].Length);
        return joined.ToString();
    }
}
