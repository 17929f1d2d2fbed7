namespace Syndication.Documents;

/// <summary>Makes blocks of the lines of an Org text.</summary>
internal sealed class OrgBlocks
{
    private const int Deepest = 16;
    private const int LongestDrawer = 200;
    private readonly FlatDocumentBuilder builder;
    private readonly string text;
    private readonly int offset;
    private readonly Limits limits;
    private readonly OrgInlines inlines;
    private readonly CancellationToken cancellationToken;

    public OrgBlocks(FlatDocumentBuilder builder, string text, int offset, Limits limits, CancellationToken cancellationToken)
    {
        this.builder = builder;
        this.text = text;
        this.offset = offset;
        this.limits = limits;
        this.cancellationToken = cancellationToken;
        inlines = new OrgInlines(builder);
    }

    public void Add(List<TextLine> lines, int depth = 0)
    {
        var lists = new TextLists(builder, limits);
        var unended = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        int at = 0;
        while (at < lines.Count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (lines[at].IsBlank)
            {
                builder.AfterGap = true;
                at++;
                continue;
            }

            builder.Position = lines[at].Start + offset;
            at = AddBlock(lines, at, lists, unended, depth);
        }

        lists.EndAll();
    }

    private int AddBlock(List<TextLine> lines, int at, TextLists lists, HashSet<string> unended, int depth)
    {
        TextLine line = lines[at];
        ReadOnlySpan<char> content = line.In(text);
        if (content.StartsWith("#+begin_", StringComparison.OrdinalIgnoreCase) && EndOfBlock(lines, at, unended) is > 0 and int end)
        {
            lists.EndAt(line.Indent);
            AddDelimited(lines, at, end, depth);
            return end + 1;
        }

        if (IsKeyword(content)) return AddKeyword(content, at);
        if (content is "#" || content.StartsWith("# ", StringComparison.Ordinal)) return at + 1;
        if (content is ":PROPERTIES:" or ":LOGBOOK:" && EndOfDrawer(lines, at) is > 0 and int drawer) return drawer + 1;
        if (StarsOf(line) is > 0 and int stars)
        {
            lists.EndAll();
            builder.Kind = BlockKind.Heading;
            builder.Level = Math.Min(stars, 6);
            inlines.Add(Title(content[stars..].Trim()));
            builder.EndBlock();
            builder.Kind = BlockKind.Paragraph;
            return at + 1;
        }

        ListMarker marker = MarkerOf(line);
        if (marker.Length > 0)
        {
            lists.OpenItem(line.Indent, marker);
            int start = marker.Length + Checkbox(content[marker.Length..]);
            if (marker.Style is '-' or '+' or '*') start += AddTerm(content[start..], line.Start + start);
            return AddParagraph(lines, at, line.Start + start);
        }

        lists.EndAt(line.Indent);
        if (content.Length >= 5 && content.IndexOfAnyExcept('-') < 0)
        {
            builder.AddRule();
            return at + 1;
        }

        if (content[0] == '|' && builder.Box.Depth + 3 <= limits.MaxDepth) return AddTable(lines, at);
        if (content is ":" || content.StartsWith(": ", StringComparison.Ordinal)) return AddFixedWidth(lines, at);
        return AddParagraph(lines, at, line.Start);
    }

    private static bool IsKeyword(ReadOnlySpan<char> content) => content.StartsWith("#+", StringComparison.Ordinal) && content.IndexOf(':') is > 2 and int colon && !content[..colon].ContainsAny(' ', '\t');

    private int AddKeyword(ReadOnlySpan<char> content, int at)
    {
        int colon = content.IndexOf(':');
        string key = content[2..colon].ToString();
        ReadOnlySpan<char> value = content[(colon + 1)..].Trim();
        if (key.Equals("caption", StringComparison.OrdinalIgnoreCase))
        {
            inlines.Add(value);
            builder.EndBlock();
        }
        else if (!key.StartsWith("attr_", StringComparison.OrdinalIgnoreCase))
        {
            builder.AddEvidence("front-matter", key, value.ToString());
        }

        return at + 1;
    }

    private int StarsOf(TextLine line)
    {
        if (line.Indent > 0) return 0;
        ReadOnlySpan<char> content = line.In(text);
        int stars = content.IndexOfAnyExcept('*');
        return stars > 0 && content[stars] is ' ' or '\t' ? stars : 0;
    }

    /// <summary>A headline without its TODO keyword, priority and tags (Org manual §2.2), which are markup.</summary>
    private static ReadOnlySpan<char> Title(ReadOnlySpan<char> headline)
    {
        foreach (string keyword in (ReadOnlySpan<string>)["TODO ", "DONE ", "NEXT ", "WAITING ", "CANCELLED "])
        {
            if (headline.StartsWith(keyword, StringComparison.Ordinal)) headline = headline[keyword.Length..].TrimStart();
        }

        if (headline.Length > 4 && headline[0] == '[' && headline[1] == '#' && headline[3] == ']') headline = headline[4..].TrimStart();
        int space = headline.LastIndexOf(' ');
        bool tagged = space > 0 && headline.Length - space > 3 && headline[space + 1] == ':' && headline[^1] == ':';
        return tagged ? headline[..space].TrimEnd() : headline;
    }

    private ListMarker MarkerOf(TextLine line)
    {
        ReadOnlySpan<char> content = line.In(text);
        ListMarker marker = ListMarker.Of(content);
        bool known = marker.Style is '-' or '+' or '.' or ')' || marker.Style == '*' && line.Indent > 0;
        return known && char.IsWhiteSpace(content[marker.Length - 1]) ? marker : default;
    }

    private static int Checkbox(ReadOnlySpan<char> item) => item.Length > 3 && item[0] == '[' && item[1] is ' ' or 'X' or '-' && item[2] == ']' && item[3] == ' ' ? 4 : 0;

    /// <summary>The term that an item describes (<c>- term :: text</c>, Org manual §2.6), in bold as a run-in; its length with the sign after it, 0 where there is none.</summary>
    private int AddTerm(ReadOnlySpan<char> item, int start)
    {
        int end = item.IndexOf(" :: ", StringComparison.Ordinal);
        if (end <= 0 || item[..end].TrimStart().IsEmpty || item[..end].LastIndexOf("[[", StringComparison.Ordinal) > item[..end].LastIndexOf("]]", StringComparison.Ordinal)) return 0;
        builder.Position = start + offset;
        inlines.Add(item[..end], RunStyle.Bold);
        inlines.Add(": ");
        return end + 4;
    }

    private int AddParagraph(List<TextLine> lines, int at, int start)
    {
        if (!builder.InBlock) builder.Position = start + offset;
        int end = at + 1;
        bool inItem = start > lines[at].Start;
        while (end < lines.Count && !lines[end].IsBlank && (!inItem || lines[end].Indent > lines[at].Indent) && !StartsBlock(lines[end])) end++;
        inlines.Add(TextLine.Joined(text, lines, at, end, start));
        builder.EndBlock();
        return end;
    }

    private bool StartsBlock(TextLine line)
    {
        ReadOnlySpan<char> content = line.In(text);
        return content.StartsWith("#+", StringComparison.Ordinal) || content is "#" || content.StartsWith("# ", StringComparison.Ordinal) || StarsOf(line) > 0 || MarkerOf(line).Length > 0
            || content[0] == '|' || content.StartsWith(": ", StringComparison.Ordinal) || content.Length >= 5 && content.IndexOfAnyExcept('-') < 0;
    }

    private int EndOfBlock(List<TextLine> lines, int at, HashSet<string> unended)
    {
        ReadOnlySpan<char> content = lines[at].In(text)[8..];
        int space = content.IndexOfAny(' ', '\t');
        string name = (space < 0 ? content : content[..space]).ToString();
        if (unended.Contains(name)) return 0;
        for (int end = at + 1; end < lines.Count; end++)
        {
            ReadOnlySpan<char> line = lines[end].In(text);
            if (line.StartsWith("#+end_", StringComparison.OrdinalIgnoreCase) && line[6..].TrimEnd().Equals(name, StringComparison.OrdinalIgnoreCase)) return end;
        }

        unended.Add(name);
        return 0;
    }

    private int EndOfDrawer(List<TextLine> lines, int at)
    {
        for (int end = at + 1; end < lines.Count && end < at + LongestDrawer; end++)
        {
            if (lines[end].In(text).Equals(":END:", StringComparison.OrdinalIgnoreCase)) return end;
        }

        return 0;
    }

    private void AddDelimited(List<TextLine> lines, int at, int end, int depth)
    {
        ReadOnlySpan<char> content = lines[at].In(text)[8..];
        string name = content[..(content.IndexOfAny(' ', '\t') is > 0 and int space ? space : content.Length)].ToString().ToLowerInvariant();
        switch (name)
        {
            case "comment":
                return;
            case "src" or "example":
                AddCode(TextLine.Verbatim(text, lines, at + 1, end), at + 1 < end ? lines[at + 1].Start : lines[at].Start);
                return;
            case "export":
                if (!content.Contains("html", StringComparison.OrdinalIgnoreCase)) return;
                var html = new MarkdownDocumentHtml(builder, limits);
                int mark = html.Open(BoxKind.Division);
                html.Add(TextLine.Verbatim(text, lines, at + 1, end), isInline: false);
                html.CloseTo(mark);
                return;
        }

        bool quote = name is "quote" or "verse" && builder.Box.Depth < limits.MaxDepth;
        if (quote) builder.OpenBox(BoxKind.Quote);
        if (depth < Deepest) Add(lines.GetRange(at + 1, end - at - 1), depth + 1);
        else AddCode(TextLine.Verbatim(text, lines, at + 1, end), lines[at].Start);
        if (quote) builder.CloseBox();
    }

    private void AddCode(string code, int position)
    {
        builder.EndBlock();
        builder.Position = position + offset;
        builder.Kind = BlockKind.Code;
        builder.AddText(code);
        builder.EndBlock();
        builder.Kind = BlockKind.Paragraph;
    }

    private int AddFixedWidth(List<TextLine> lines, int at)
    {
        var code = new System.Text.StringBuilder();
        int start = lines[at].Start;
        for (; at < lines.Count && lines[at].In(text) is ":" or [':', ' ', ..]; at++)
        {
            if (code.Length > 0) code.Append('\n');
            code.Append(lines[at].In(text) is [':', ' ', .. var rest] ? rest : []);
        }

        AddCode(code.ToString(), start);
        return at;
    }

    private int AddTable(List<TextLine> lines, int at)
    {
        builder.OpenBox(BoxKind.Table);
        for (; at < lines.Count && !lines[at].IsBlank && text[lines[at].Start] == '|'; at++)
        {
            ReadOnlySpan<char> row = lines[at].In(text);
            if (row.StartsWith("|-", StringComparison.Ordinal) && row.IndexOfAnyExcept("|-+:") < 0) continue;
            bool header = at + 1 < lines.Count && lines[at + 1].In(text).StartsWith("|-", StringComparison.Ordinal);
            builder.OpenBox(BoxKind.TableRow);
            builder.Position = lines[at].Start + offset;
            ReadOnlySpan<char> cells = row.Trim('|');
            foreach (Range cell in cells.Split('|'))
            {
                builder.OpenBox(header ? BoxKind.TableHeaderCell : BoxKind.TableCell);
                inlines.Add(cells[cell].Trim());
                builder.CloseBox();
            }

            builder.CloseBox();
        }

        builder.CloseBox();
        return at;
    }
}
