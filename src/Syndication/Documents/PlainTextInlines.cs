namespace Syndication.Documents;

/// <summary>The links of a paragraph without markup: bare addresses, addresses in angle brackets, and bracketed words with an address before or after them.</summary>
internal sealed class PlainTextInlines(FlatDocumentBuilder builder, TextReferences references)
{
    private const int LongestLabel = 600;
    private readonly TextFlow flow = new(builder);

    /// <summary>Adds a paragraph; its lines are joined.</summary>
    public void Add(ReadOnlySpan<char> text, int outerLink = -1)
    {
        int plain = 0;
        for (int at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '[' when outerLink < 0 && Labelled(text[at..]) is { Length: > 0 } labelled:
                    flow.AddLines(text[plain..at]);
                    Add(text.Slice(at + 1, labelled.Label), builder.AddLink(text.Slice(at + labelled.Target, labelled.TargetLength).ToString()));
                    at += labelled.Length - 1;
                    plain = at + 1;
                    break;
                case '[' when outerLink < 0 && references.At(text[at..]) is { Length: > 0 } reference:
                    flow.AddLines(text[plain..at]);
                    flow.AddLines(text.Slice(at, reference.Length)[reference.Words], RunStyle.None, builder.AddLink(reference.Address!));
                    at += reference.Length - 1;
                    plain = at + 1;
                    break;
                case '<' when BareAddress.TargetLengthAt(text[(at + 1)..]) is > 0 and int length && at + 1 + length < text.Length && text[at + 1 + length] == '>':
                    flow.AddLines(text[plain..at], RunStyle.None, outerLink);
                    AddAddress(text.Slice(at + 1, length), outerLink);
                    at += length + 1;
                    plain = at + 1;
                    break;
                case 'h' or 'H' when (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && BareAddress.LengthAt(text[at..]) is > 0 and int length:
                    (int brackets, Range words) = WordsAfter(text[(at + length)..], outerLink);
                    (int macro, bool isImage) = brackets > 0 ? AsciiDocLink.MacroBefore(text[plain..at]) : default;
                    flow.AddLines(text[plain..(at - macro)], RunStyle.None, outerLink);
                    AddAddress(text.Slice(at, length), text.Slice(at + length, brackets)[words], isImage, outerLink);
                    at += length + brackets - 1;
                    plain = at + 1;
                    break;
            }
        }

        flow.AddLines(text[plain..], RunStyle.None, outerLink);
    }

    private (int Length, Range Words) WordsAfter(ReadOnlySpan<char> text, int outerLink) => outerLink < 0 && references.At(text).Length == 0 ? AsciiDocLink.At(text) : default;

    private void AddAddress(ReadOnlySpan<char> address, ReadOnlySpan<char> words, bool isImage, int outerLink)
    {
        if (isImage) flow.AddPicture(builder.AddImage(address.ToString(), words.ToString(), 0, 0));
        else if (words.IsEmpty) AddAddress(address, outerLink);
        else Add(words, builder.AddLink(address.ToString()));
    }

    private void AddAddress(ReadOnlySpan<char> address, int outerLink) => flow.Add(address, RunStyle.None, outerLink >= 0 ? outerLink : builder.AddLink(address.ToString()));

    /// <summary><c>[label](address)</c>, <c>[label] (&lt;address&gt;)</c>, <c>[label] &lt;address&gt;</c>.</summary>
    private static (int Length, int Label, int Target, int TargetLength) Labelled(ReadOnlySpan<char> text)
    {
        int depth = 0, close = 0;
        for (; close < text.Length && close < LongestLabel; close++)
        {
            if (text[close] == '[') depth++;
            else if (text[close] == ']' && --depth == 0) break;
        }

        if (close >= text.Length || depth != 0 || text[1..close].IsWhiteSpace()) return default;
        int at = close + 1;
        if (at < text.Length && text[at] == ' ') at++;
        bool round = at < text.Length && text[at] == '(';
        if (round) at++;
        bool angle = at < text.Length && text[at] == '<';
        if (angle) at++;
        if (!round && !angle || at >= text.Length) return default;
        int length = BareAddress.TargetLengthAt(text[at..]);
        int end = at + length;
        if (length == 0 || angle && (end >= text.Length || text[end++] != '>') || round && (end >= text.Length || text[end++] != ')')) return default;
        return (end, close - 1, at, length);
    }
}
