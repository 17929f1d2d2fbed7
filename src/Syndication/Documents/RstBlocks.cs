namespace Syndication.Documents;

/// <summary>Makes blocks of the lines of a reStructuredText.</summary>
internal sealed class RstBlocks
{
    private const int Deepest = 16;
    private readonly FlatDocumentBuilder builder;
    private readonly string text;
    private readonly int offset;
    private readonly Limits limits;
    private readonly TextHeadings headings;
    private readonly RstInlines inlines;
    private readonly CancellationToken cancellationToken;
    private int automatic;

    public RstBlocks(FlatDocumentBuilder builder, string text, int offset, Limits limits, List<TextLine> lines, CancellationToken cancellationToken)
    {
        this.builder = builder;
        this.text = text;
        this.offset = offset;
        this.limits = limits;
        this.cancellationToken = cancellationToken;
        headings = new TextHeadings(text, TextFlavour.Rst);
        inlines = new RstInlines(builder, new RstTargets(text, lines));
    }

    public void Add(List<TextLine> lines, int depth = 0)
    {
        var lists = new TextLists(builder, limits);
        int margin = int.MaxValue;
        foreach (TextLine line in lines) margin = line.IsBlank ? margin : Math.Min(margin, line.Indent);
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
            at = AddBlock(lines, at, margin, lists, depth);
        }

        lists.EndAll();
    }

    private int AddBlock(List<TextLine> lines, int at, int margin, TextLists lists, int depth)
    {
        TextLine line = lines[at];
        ReadOnlySpan<char> content = line.In(text);
        if (content is ".." || content.StartsWith(".. ", StringComparison.Ordinal)) return AddExplicit(lines, at, lists, depth);
        if (content.StartsWith("__ ", StringComparison.Ordinal)) return at + 1;
        if (IsTable(content)) return AddTable(lines, at, lists);
        if (headings.At(lines, at) is { Lines: > 0 } heading)
        {
            lists.EndAll();
            builder.Kind = BlockKind.Heading;
            builder.Level = heading.Level;
            EndWith(heading.Title.In(text));
            return at + heading.Lines;
        }

        if (headings.MarkOf(line) != '\0' && line.Length >= 4)
        {
            lists.EndAll();
            builder.AddRule();
            return at + 1;
        }

        ListMarker marker = MarkerOf(line, lists);
        if (marker.Length > 0)
        {
            lists.OpenItem(line.Indent, marker);
            return AddParagraph(lines, at, line.Start + marker.Length);
        }

        lists.EndAt(line.Indent);
        if (content.StartsWith("| ", StringComparison.Ordinal)) return AddLineBlock(lines, at);
        bool mayNest = depth < Deepest && builder.Box.Depth + 3 <= limits.MaxDepth;
        if (!lists.Any && line.Indent > margin && mayNest) return AddNested(lines, at, BoxKind.Quote, depth, margin);
        if (!lists.Any && mayNest && at + 1 < lines.Count && !lines[at + 1].IsBlank && lines[at + 1].Indent > line.Indent) return AddDefinition(lines, at, depth);
        return AddParagraph(lines, at, line.Start);
    }

    private ListMarker MarkerOf(TextLine line, TextLists lists)
    {
        ReadOnlySpan<char> content = line.In(text);
        if (content.StartsWith("#. ", StringComparison.Ordinal))
        {
            var marker = new ListMarker(3, 1, '#');
            automatic = lists.Continues(line.Indent, marker) ? automatic + 1 : 1;
            return marker with { Ordinal = automatic };
        }

        ListMarker found = ListMarker.Of(content);
        return found.Length > 1 && char.IsWhiteSpace(content[found.Length - 1]) ? found : default;
    }

    private int AddParagraph(List<TextLine> lines, int at, int start)
    {
        builder.Position = start + offset;
        int end = at + 1;
        int least = start > lines[at].Start ? lines[at].Indent + 1 : lines[at].Indent;
        while (end < lines.Count && !lines[end].IsBlank && lines[end].Indent >= least && !StartsBlock(lines, end)) end++;
        ReadOnlySpan<char> paragraph = TextLine.Joined(text, lines, at, end, start);
        bool literal = paragraph.EndsWith("::", StringComparison.Ordinal);
        if (literal) paragraph = paragraph.Length == 2 || char.IsWhiteSpace(paragraph[^3]) ? paragraph[..^2].TrimEnd() : paragraph[..^1];
        EndWith(paragraph);
        return literal ? AddLiteral(lines, at, end) : end;
    }

    /// <summary>Strictly a list needs an empty line before it; two bullets in a row are hardly anything else.</summary>
    private bool StartsBlock(List<TextLine> lines, int at)
    {
        ReadOnlySpan<char> content = lines[at].In(text);
        if (content.StartsWith(".. ", StringComparison.Ordinal) || content is "..") return true;
        return IsBullet(lines[at]) && at + 1 < lines.Count && IsBullet(lines[at + 1]) && lines[at].Indent == lines[at + 1].Indent;
    }

    private bool IsBullet(TextLine line) => line.Length > 2 && text[line.Start] is '-' or '*' or '+' or '•' && char.IsWhiteSpace(text[line.Start + 1]);

    private void EndWith(ReadOnlySpan<char> paragraph)
    {
        inlines.Add(paragraph);
        builder.EndBlock();
        builder.Kind = BlockKind.Paragraph;
    }

    private int AddLiteral(List<TextLine> lines, int paragraph, int at)
    {
        int start = at;
        while (start < lines.Count && lines[start].IsBlank) start++;
        int end = start;
        for (int next = start; next < lines.Count && (lines[next].IsBlank || lines[next].Indent > lines[paragraph].Indent); next++) end = lines[next].IsBlank ? end : next + 1;
        if (end > start) AddCode(lines, start, end);
        return Math.Max(at, end);
    }

    private void AddCode(List<TextLine> lines, int from, int to)
    {
        if (from >= to) return;
        builder.EndBlock();
        builder.Position = lines[from].Start + offset;
        builder.Kind = BlockKind.Code;
        builder.AddText(TextLine.Verbatim(text, lines, from, to));
        builder.EndBlock();
        builder.Kind = BlockKind.Paragraph;
    }

    private static bool IsTable(ReadOnlySpan<char> content) =>
        content.StartsWith("+-", StringComparison.Ordinal) && content[^1] == '+' && content.IndexOfAnyExcept("+-=") < 0
        || content.Length > 4 && content[0] == '=' && content.Contains(' ') && content.IndexOfAnyExcept('=', ' ') < 0;

    /// <summary>Tables are drawn with characters: they stay as they are drawn.</summary>
    private int AddTable(List<TextLine> lines, int at, TextLists lists)
    {
        lists.EndAt(lines[at].Indent);
        int end = at;
        while (end < lines.Count && !lines[end].IsBlank) end++;
        AddCode(lines, at, end);
        return end;
    }

    private int AddLineBlock(List<TextLine> lines, int at)
    {
        for (; at < lines.Count && !lines[at].IsBlank && text[lines[at].Start] == '|'; at++)
        {
            builder.Break();
            builder.Position = lines[at].Start + offset;
            inlines.Add(lines[at].In(text)[1..].TrimStart());
        }

        builder.EndBlock();
        return at;
    }

    private int AddNested(List<TextLine> lines, int at, BoxKind kind, int depth, int margin)
    {
        int end = at;
        while (end < lines.Count && (lines[end].IsBlank || lines[end].Indent > margin)) end++;
        builder.OpenBox(kind);
        Add(lines.GetRange(at, end - at), depth + 1);
        builder.CloseBox();
        return end;
    }

    private int AddDefinition(List<TextLine> lines, int at, int depth)
    {
        int indent = lines[at].Indent;
        builder.OpenBox(BoxKind.DefinitionList);
        while (at + 1 < lines.Count && !lines[at].IsBlank && lines[at].Indent == indent && !lines[at + 1].IsBlank && lines[at + 1].Indent > indent)
        {
            builder.OpenBox(BoxKind.DefinitionTerm);
            builder.Position = lines[at].Start + offset;
            EndWith(lines[at].In(text));
            builder.CloseBox();
            at = AddNested(lines, at + 1, BoxKind.DefinitionDescription, depth, indent);
        }

        builder.CloseBox();
        return at;
    }

    /// <summary>Explicit markup: definitions and comments are not seen; of a directive that is not known, all of it is.</summary>
    private int AddExplicit(List<TextLine> lines, int at, TextLists lists, int depth)
    {
        int end = RstTargets.EndOf(lines, at);
        ReadOnlySpan<char> content = lines[at].In(text)[2..].TrimStart();
        if (content.IsEmpty || content[0] is '_' or '|') return end;
        lists.EndAt(lines[at].Indent);
        bool isFootnote = content[0] == '[' && content.IndexOf(']') > 1;
        int colons = content.IndexOf("::", StringComparison.Ordinal);
        if (!isFootnote && (colons <= 0 || content[..colons].ContainsAny(' ', '\t'))) return end;
        int body = at + 1;
        while (!isFootnote && body < end && lines[body].In(text) is [':', .., ':'] or [':', _, ..] && lines[body].In(text)[1..].Contains(':')) body++;
        string name = isFootnote ? "" : content[..colons].ToString().ToLowerInvariant();
        ReadOnlySpan<char> argument = isFootnote ? content : content[(colons + 2)..].Trim();
        switch (name)
        {
            case "contents" or "meta" or "raw" or "highlight" or "default-role" or "role" or "include" or "sectnum" or "class" or "index" or "toctree":
                return end;
            case "code" or "code-block" or "sourcecode" or "parsed-literal" or "literalinclude" or "math":
                while (body < end && lines[body].IsBlank) body++;
                AddCode(lines, body, end);
                return end;
            case "image" or "figure":
                builder.AddPicture(builder.AddImage(argument.ToString(), "", 0, 0));
                builder.EndBlock();
                break;
            default:
                inlines.Add(argument);
                builder.EndBlock();
                break;
        }

        if (depth < Deepest) Add(lines.GetRange(body, end - body), depth + 1);
        else AddCode(lines, body, end);
        return end;
    }
}
