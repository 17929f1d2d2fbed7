using Syndication.Text;

namespace Syndication.Documents;

/// <summary>The inline markup of Org: links and emphasis.</summary>
internal sealed class OrgInlines(FlatDocumentBuilder builder)
{
    private const int Window = 3000;
    private const int Deepest = 6;
    private readonly TextFlow flow = new(builder);

    public void Add(ReadOnlySpan<char> text, RunStyle style = RunStyle.None) => Add(text, style, -1, 0);

    private void Add(ReadOnlySpan<char> text, RunStyle style, int link, int depth)
    {
        int plain = 0;
        for (int at = 0; at < text.Length; at++)
        {
            int length = 0;
            switch (text[at])
            {
                case '[' when at + 1 < text.Length && text[at + 1] == '[' && link < 0 && LinkAt(text[at..]) is { Length: > 0 } found:
                    flow.AddLines(text[plain..at], style, link);
                    AddLink(text.Slice(at + 2, found.Target).ToString(), text.Slice(at + found.Label, found.LabelLength), style, depth);
                    plain = at + found.Length;
                    at = plain - 1;
                    continue;
                case '<' when at + 1 < text.Length && BareAddress.TargetLengthAt(text[(at + 1)..]) is > 0 and int target && at + 1 + target < text.Length && text[at + 1 + target] == '>':
                    flow.AddLines(text[plain..at], style, link);
                    AddAddress(text.Slice(at + 1, target), style, link);
                    plain = at + target + 2;
                    at = plain - 1;
                    continue;
                case 'h' or 'H' when (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && BareAddress.LengthAt(text[at..]) is > 0 and int address:
                    flow.AddLines(text[plain..at], style, link);
                    AddAddress(text.Slice(at, address), style, link);
                    plain = at + address;
                    at = plain - 1;
                    continue;
                case '*' or '/' or '_' or '=' or '~' or '+' when depth < Deepest:
                    length = EmphasisAt(text, at);
                    break;
            }

            if (length == 0) continue;
            flow.AddLines(text[plain..at], style, link);
            RunStyle inner = style | StyleOf(text[at]);
            ReadOnlySpan<char> content = text.Slice(at + 1, length - 2);
            if (text[at] is '=' or '~') flow.AddLines(content, inner, link);
            else Add(content, inner, link, depth + 1);
            plain = at + length;
            at = plain - 1;
        }

        flow.AddLines(text[plain..], style, link);
    }

    private void AddAddress(ReadOnlySpan<char> address, RunStyle style, int link) => flow.Add(address, style, link >= 0 ? link : builder.AddLink(address.ToString()));

    private void AddLink(string target, ReadOnlySpan<char> label, RunStyle style, int depth)
    {
        string address = target.StartsWith("file:", StringComparison.OrdinalIgnoreCase) ? target[5..] : target;
        if (label.IsEmpty && IsImage(address))
        {
            flow.AddPicture(builder.AddImage(address, "", 0, 0));
            return;
        }

        bool leads = address.Contains(':', StringComparison.Ordinal) || address.StartsWith('/') || address.StartsWith('.') || address.Length < target.Length;
        int link = leads ? builder.AddLink(address) : -1;
        if (label.IsEmpty) flow.AddLines(target, style, link);
        else Add(label, style, link, depth + 1);
    }

    private static bool IsImage(string address) => Path.GetExtension(address).ToLowerInvariant() is ".png" or ".jpg" or ".jpeg" or ".gif" or ".svg" or ".webp";

    private static (int Length, int Target, int Label, int LabelLength) LinkAt(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> rest = text[2..Math.Min(text.Length, Window)];
        int target = rest.IndexOf(']');
        if (target <= 0 || target + 1 >= rest.Length || rest[..target].Contains('\n')) return default;
        if (rest[target + 1] == ']') return (target + 4, target, 0, 0);
        if (rest[target + 1] != '[') return default;
        int label = rest[(target + 2)..].IndexOf("]]", StringComparison.Ordinal);
        if (label <= 0) return default;
        return (target + label + 6, target, target + 4, label);
    }

    private static int EmphasisAt(ReadOnlySpan<char> text, int at)
    {
        if (at > 0 && !IsBoundary(text[at - 1])) return 0;
        ReadOnlySpan<char> rest = text[at..Math.Min(text.Length, at + Window)];
        if (rest.Length < 3 || char.IsWhiteSpace(rest[1]) || rest[1] == rest[0]) return 0;
        int from = 2;
        while (from < rest.Length)
        {
            int end = rest[from..].IndexOf(rest[0]);
            if (end < 0) return 0;
            end += from;
            if (!char.IsWhiteSpace(rest[end - 1]) && (end + 1 == rest.Length || IsBoundary(rest[end + 1]))) return rest[..end].Count('\n') > 2 ? 0 : end + 1;
            from = end + 1;
        }

        return 0;
    }

    private static bool IsBoundary(char c) => char.IsWhiteSpace(c) || Characters.IsEastAsian(c) || !char.IsLetterOrDigit(c) && c is not ('/' or '*' or '_' or '=' or '~' or '+' or '<' or '>' or '@' or '#' or '%' or '&' or '$');

    private static RunStyle StyleOf(char mark) => mark switch
    {
        '*' => RunStyle.Bold,
        '/' => RunStyle.Italic,
        '_' => RunStyle.Underline,
        '+' => RunStyle.Strike,
        _ => RunStyle.Code,
    };
}
