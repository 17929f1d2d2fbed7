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
    private readonly TextReferences references;
    private readonly PlainTextInlines inlines;
    private readonly CancellationToken cancellationToken;

    /// <summary>One past the last line of the stanza that an item of a list began: its lines are the item's, indented or not.</summary>
    private int stanzaEnd;

    public PlainTextBlocks(FlatDocumentBuilder builder, string text, int offset, Limits limits, CancellationToken cancellationToken)
    {
        this.builder = builder;
        this.text = text;
        this.offset = offset;
        this.limits = limits;
        this.cancellationToken = cancellationToken;
        headings = new TextHeadings(text, TextFlavour.Plain);
        references = new TextReferences(text);
        inlines = new PlainTextInlines(builder, references);
    }

    public void Add(List<TextLine> lines, int quotes = 0)
    {
        var wrapping = new TextWrapping(text, lines);
        var lists = new TextLists(builder, limits);
        char sectionMark = SectionMark.Of(text, lines);
        int at = 0, afterHeading = 0;
        int first = quotes == 0 ? lines.FindIndex(static line => !line.IsBlank) : -1;
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

            if (references.IsDefinition(line))
            {
                lists.EndAll();
                at++;
                continue;
            }

            builder.Position = line.Start + offset;
            if (sectionMark != '\0' && text[line.Start] == sectionMark && SectionMark.IsTitle(text, line) is { Length: > 0 } mark)
            {
                lists.EndAll();
                AddHeading(line.From(text, line.Start + mark.Length), 2);
                at++;
                continue;
            }

            bool joined = at > 0 && wrapping.Joins(lines[at - 1], line) && headings.MarkOf(lines[at - 1]) == '\0';
            if (!joined && ListMarker.Of(line.In(text)) is not { Length: > 0, IsOrdered: false } && headings.At(lines, at) is { Lines: > 0 } heading)
            {
                lists.EndAll();
                AddHeading(heading.Title, heading.Level);
                at += heading.Lines;
            }
            else if (line.Indent == 0 && (at == afterHeading || lines[at - 1].IsBlank) && EqualsHeading.Of(line.In(text)) is { Level: > 0 } marked && (at == first || !marked.IsDocumentTitle))
            {
                lists.EndAll();
                AddHeading(marked.TextIn(line), marked.Level);
                afterHeading = ++at;
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
            stanzaEnd = StanzaEnd(lines, at, lists);
        }
        else
        {
            if (at >= stanzaEnd) lists.EndAt(line.Indent);
            inItem = lists.Any;
        }

        builder.Position = start + offset;
        int next = at + 1;
        while (next < lines.Count && GoesOn(lines, next, inItem ? lists.Indent : int.MaxValue, wrapping, lists) && !StandsUnderTitle(lines, at, next, marker, wrapping)) next++;
        inlines.Add(TextLine.Joined(text, lines, at, next, start));
        builder.EndBlock();
        return next;
    }

    /// <summary>
    /// Where the stanza of an item ends: an empty line before the item, text right below its first line, and an empty line after. In such a text the
    /// first line is the item's title and the lines below are its text, though they are not indented.
    /// </summary>
    private int StanzaEnd(List<TextLine> lines, int at, TextLists lists)
    {
        if ((at > 0 && !lines[at - 1].IsBlank) || at + 1 >= lines.Count || lines[at + 1].IsBlank || MarkerAt(lines, at + 1, lists).Length > 0) return at;
        int end = at + 1;
        while (end < lines.Count && !lines[end].IsBlank && MarkerAt(lines, end, lists).Length == 0) end++;
        return end == lines.Count || lines[end].IsBlank ? end : at;
    }

    /// <summary>Whether a line begins the text under a short first line of an item, in a text whose lines were broken to a width.</summary>
    private bool StandsUnderTitle(List<TextLine> lines, int first, int at, ListMarker marker, TextWrapping wrapping) =>
        marker.Length > 0 && at == first + 1 && wrapping.IsBroken && !wrapping.Joins(lines[first], lines[at]) && !char.IsLower(text[lines[at].Start]);

    private bool GoesOn(List<TextLine> lines, int at, int itemIndent, TextWrapping wrapping, TextLists lists)
    {
        TextLine line = lines[at];
        if (line.IsBlank || headings.MarkOf(line) != '\0' || IsQuoted(line) || wrapping.IsAddress(line)) return false;
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
}
