namespace Syndication.Documents;

/// <summary>The inline markup of reStructuredText: emphasis, literals, references, roles, substitutions.</summary>
internal sealed class RstInlines(FlatDocumentBuilder builder, RstTargets targets)
{
    private const int Window = 3000;
    private readonly TextFlow flow = new(builder);

    public void Add(ReadOnlySpan<char> text)
    {
        int plain = 0, at = 0;
        while (at < text.Length)
        {
            int start = at;
            int end = MarkupAt(text, plain, ref start, emit: false);
            if (end <= at)
            {
                at++;
                continue;
            }

            flow.AddLines(text[plain..start]);
            MarkupAt(text, plain, ref start, emit: true);
            plain = at = end;
        }

        flow.AddLines(text[plain..]);
    }

    /// <summary>Where the markup at an offset ends; 0 where there is none. A reference by bare name begins before its underscore: at <paramref name="at"/> as returned.</summary>
    private int MarkupAt(ReadOnlySpan<char> text, int plain, ref int at, bool emit)
    {
        switch (text[at])
        {
            case '\\' when at + 1 < text.Length:
                if (emit && !char.IsWhiteSpace(text[at + 1])) flow.Add(text.Slice(at + 1, 1));
                return at + 2;
            case '`' when Follows(text, at + 1, '`'):
                return Literal(text, at, emit);
            case '`':
                return Interpreted(text, at, at, emit);
            case ':' when RoleEnd(text, at) is > 0 and int tick:
                return Interpreted(text, at, tick, emit);
            case '*' when IsStart(text, at):
                return Emphasis(text, at, emit);
            case '|' when IsStart(text, at):
                return Substitution(text, at, emit);
            case '[' when FootnoteEnd(text, at) is > 0 and int close:
                if (emit) flow.Add(text[at..close]);
                return close + 1;
            case '<' when at + 1 < text.Length && BareAddress.TargetLengthAt(text[(at + 1)..]) is > 0 and int length && Follows(text, at + 1 + length, '>'):
                if (emit) AddLink(text.Slice(at + 1, length), text.Slice(at + 1, length).ToString());
                return at + length + 2;
            case 'h' or 'H' when (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && BareAddress.LengthAt(text[at..]) is > 0 and int length:
                if (emit) AddLink(text.Slice(at, length), text.Slice(at, length).ToString());
                return at + length;
            case '_' or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9'):
                return NamedReference(text, plain, ref at, emit);
            default:
                return 0;
        }
    }

    private int Literal(ReadOnlySpan<char> text, int at, bool emit)
    {
        int length = Within(text, at + 2).IndexOf("``", StringComparison.Ordinal);
        if (length <= 0) return 0;
        if (emit) flow.AddLines(text.Slice(at + 2, length), RunStyle.Code);
        return at + length + 4;
    }

    private int Interpreted(ReadOnlySpan<char> text, int at, int tick, bool emit)
    {
        int length = Within(text, tick + 1).IndexOf('`');
        if (length <= 0 || char.IsWhiteSpace(text[tick + 1])) return 0;
        ReadOnlySpan<char> content = text.Slice(tick + 1, length);
        int end = tick + length + 2;
        int underscores = 0;
        while (underscores < 2 && Follows(text, end, '_'))
        {
            end++;
            underscores++;
        }

        if (!emit) return end;
        int angle = content[^1] == '>' ? content.LastIndexOf('<') : -1;
        ReadOnlySpan<char> label = angle > 0 ? content[..angle].TrimEnd() : angle == 0 ? content[1..^1] : content;
        if (underscores > 0) AddReference(label, angle >= 0 ? content[(angle + 1)..^1].ToString().Replace("\n", "", StringComparison.Ordinal) : null, underscores == 2);
        else flow.AddLines(tick > at ? label : content, tick == at ? RunStyle.Italic : text[at..tick] is ":code:" or ":literal:" ? RunStyle.Code : RunStyle.None);
        return end;
    }

    private void AddReference(ReadOnlySpan<char> label, string? address, bool isAnonymous)
    {
        if (address is null) address = isAnonymous ? targets.NextAnonymous() : targets.AddressOf(label);
        else if (address.EndsWith('_') && targets.AddressOf(address.AsSpan()[..^1]) is { } named) address = named;
        if (string.IsNullOrEmpty(address)) flow.AddLines(label);
        else AddLink(label, address);
    }

    private int NamedReference(ReadOnlySpan<char> text, int plain, ref int at, bool emit)
    {
        int start = at;
        if (text[at] == '_' || at > plain && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '_' or '-' or '.')) return 0;
        int end = start;
        while (end < text.Length && end - start < 80 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '.' or '+' or '_' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1]))) end++;
        if (!Follows(text, end, '_') || !char.IsAsciiLetterOrDigit(text[end - 1])) return 0;
        bool isAnonymous = Follows(text, end + 1, '_');
        int after = end + (isAnonymous ? 2 : 1);
        if (after < text.Length && (char.IsLetterOrDigit(text[after]) || text[after] == '_')) return 0;
        if (!isAnonymous && targets.AddressOf(text[start..end]) is null) return 0;
        if (emit) AddReference(text[start..end], null, isAnonymous);
        return after;
    }

    private int Emphasis(ReadOnlySpan<char> text, int at, bool emit)
    {
        string mark = Follows(text, at + 1, '*') ? "**" : "*";
        int from = at + mark.Length;
        if (from >= text.Length || char.IsWhiteSpace(text[from])) return 0;
        int length = Within(text, from).IndexOf(mark, StringComparison.Ordinal);
        if (length <= 0 || char.IsWhiteSpace(text[from + length - 1])) return 0;
        if (emit) flow.AddLines(text.Slice(from, length), mark.Length == 2 ? RunStyle.Bold : RunStyle.Italic);
        return from + length + mark.Length;
    }

    private int Substitution(ReadOnlySpan<char> text, int at, bool emit)
    {
        int length = Within(text, at + 1).IndexOf('|');
        if (length <= 0 || targets.SubstitutionOf(text.Slice(at + 1, length)) is not { } substitution) return 0;
        int end = at + length + 2;
        if (Follows(text, end, '_')) end++;
        if (!emit) return end;
        if (substitution.IsImage) flow.AddPicture(builder.AddImage(substitution.Value, substitution.Alt, 0, 0), substitution.Target.Length > 0 ? builder.AddLink(substitution.Target) : -1);
        else flow.AddLines(substitution.Value);
        return end;
    }

    private static int RoleEnd(ReadOnlySpan<char> text, int at)
    {
        int end = at + 1;
        while (end < text.Length && end - at < 40 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_' or '.' or '+' or ':')) end++;
        return end > at + 2 && text[end - 1] == ':' && Follows(text, end, '`') ? end : 0;
    }

    private static int FootnoteEnd(ReadOnlySpan<char> text, int at)
    {
        int end = at + 1;
        while (end < text.Length && end - at < 40 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '#' or '*' or '-' or '.')) end++;
        return Follows(text, end, ']') && Follows(text, end + 1, '_') ? end + 1 : 0;
    }

    private static bool IsStart(ReadOnlySpan<char> text, int at) => at == 0 || !char.IsLetterOrDigit(text[at - 1]);

    private static bool Follows(ReadOnlySpan<char> text, int at, char c) => at < text.Length && text[at] == c;

    /// <summary>How far the end of markup is looked for: far enough for what people write, near enough for hostile texts.</summary>
    private static ReadOnlySpan<char> Within(ReadOnlySpan<char> text, int from) => from >= text.Length ? [] : text.Slice(from, Math.Min(Window, text.Length - from));

    private void AddLink(ReadOnlySpan<char> label, string address) => flow.AddLines(label, RunStyle.None, builder.AddLink(address));
}
