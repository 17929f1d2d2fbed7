namespace Syndication.Documents;

/// <summary>
/// The rules of a page's own <c>style</c> elements that name one class or id (CSS Syntax 3): word processors and mail editors set headings by them
/// alone. Rules for a medium, a state or a place in the tree are passed over, and none hides anything: scripts show what they hide.
/// </summary>
internal sealed class StyleSheet
{
    private const int MostRules = 4000;
    private readonly Dictionary<string, InlineStyle> rules = new(StringComparer.Ordinal);
    private Dictionary<string, InlineStyle>.AlternateLookup<ReadOnlySpan<char>> Rules => rules.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether it says nothing.</summary>
    public bool IsEmpty => rules.Count == 0;

    /// <summary>Adds the rules of a <c>style</c> element; later ones win.</summary>
    public void Add(string css)
    {
        ReadOnlySpan<char> rest = WithoutComments(css);
        while (rules.Count < MostRules)
        {
            int open = rest.IndexOfAny('{', ';');
            if (open < 0) return;
            ReadOnlySpan<char> selectors = rest[..open].Trim();
            if (rest[open] == ';')
            {
                rest = rest[(open + 1)..];
                continue;
            }

            rest = rest[(open + 1)..];
            int end = selectors is ['@', ..] ? EndOfBlock(rest) : rest.IndexOf('}');
            if (end < 0) end = rest.Length;
            if (selectors is not ['@', ..]) AddRule(selectors, rest[..end]);
            rest = rest[Math.Min(end + 1, rest.Length)..];
        }
    }

    /// <summary>What the rules say of an element: the id's over the classes', those with the element's name over those without.</summary>
    public InlineStyle Of(string name, ReadOnlySpan<char> classes, ReadOnlySpan<char> id)
    {
        InlineStyle style = default;
        foreach (Range range in classes.SplitAny(' ', '\t', '\n', '\r', '\f'))
        {
            ReadOnlySpan<char> single = classes[range];
            if (single.IsEmpty) continue;
            if (Find("", '.', single) is { } any) style = any.Over(style);
            if (Find(name, '.', single) is { } own) style = own.Over(style);
        }

        if (!id.IsEmpty && Find("", '#', id) is { } named) style = named.Over(style);
        return style;
    }

    private InlineStyle? Find(ReadOnlySpan<char> element, char mark, ReadOnlySpan<char> value)
    {
        Span<char> key = stackalloc char[80];
        if (element.Length + 1 + value.Length > key.Length) return null;
        element.CopyTo(key);
        key[element.Length] = mark;
        value.CopyTo(key[(element.Length + 1)..]);
        return Rules.TryGetValue(key[..(element.Length + 1 + value.Length)], out InlineStyle style) ? style : null;
    }

    private void AddRule(ReadOnlySpan<char> selectors, ReadOnlySpan<char> declarations)
    {
        InlineStyle? style = null;
        foreach (Range range in selectors.Split(','))
        {
            ReadOnlySpan<char> selector = selectors[range].Trim();
            int mark = selector.IndexOfAny('.', '#');
            if (mark < 0 || !IsName(selector[..mark]) || mark + 1 == selector.Length || !IsName(selector[(mark + 1)..])) continue;
            style ??= InlineStyle.Parse(declarations) with { IsHidden = false };
            string key = string.Concat(selector[..mark].ToString().ToLowerInvariant(), selector[mark..]);
            rules[key] = style.Value.Over(rules.GetValueOrDefault(key));
        }
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('-' or '_')) return false;
        }

        return true;
    }

    private static int EndOfBlock(ReadOnlySpan<char> text)
    {
        int depth = 1;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '{') depth++;
            else if (text[i] == '}' && --depth == 0) return i;
        }

        return -1;
    }

    private static ReadOnlySpan<char> WithoutComments(string css)
    {
        if (!css.Contains("/*", StringComparison.Ordinal)) return css.Replace("<!--", "", StringComparison.Ordinal).Replace("-->", "", StringComparison.Ordinal);
        var kept = new System.Text.StringBuilder(css.Length);
        for (int at = 0; at < css.Length;)
        {
            int open = css.IndexOf("/*", at, StringComparison.Ordinal);
            if (open < 0) open = css.Length;
            kept.Append(css, at, open - at);
            int close = open < css.Length ? css.IndexOf("*/", open + 2, StringComparison.Ordinal) : -1;
            at = close < 0 ? css.Length : close + 2;
        }

        return kept.Replace("<!--", "").Replace("-->", "").ToString();
    }
}
