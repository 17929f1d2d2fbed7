using Syndication.Documents;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>Finds the label that an item's title carries, before it or as its first word.</summary>
internal static class ItemLabel
{
    /// <summary>Passes over the label in front of a title and returns it: "[label] title", "【label】title", "label：linked title".</summary>
    public static string? Take(FlatDocument document, Block block, ref int start)
    {
        ReadOnlySpan<char> text = document.Text.AsSpan(start, block.End - start);
        if (text.Length > 2 && text[0] is '[' or '【' or '［')
        {
            int close = text.IndexOfAny(']', '】', '］');
            if (close is > 1 and <= 20 && !text[1..close].IsWhiteSpace() && ItemTitle.SkipSpace(document, block, start + close + 1) < block.End && !ItemTitle.IsLinked(document, block, start + 1))
            {
                string label = text[1..close].Trim().ToString();
                start = ItemTitle.SkipSpace(document, block, start + close + 1);
                return label;
            }
        }

        int colon = text.IndexOfAny(':', '：');
        if (colon is > 0 and <= 20 && !text[..colon].IsWhiteSpace() && Characters.Width(text[..colon]) <= 24 && !ItemTitle.IsLinked(document, block, start) && !ItemTitle.IsLinked(document, block, start + colon))
        {
            bool isBold = IsBold(document, block, start) && !IsDate(text[..colon]);
            int after = ItemTitle.SkipSpace(document, block, start + colon + 1);
            int linked = after < block.End && Characters.IsOpening(document.Text[after]) ? after + 1 : after;
            if (linked < block.End && ItemTitle.IsLinked(document, block, linked) && (!isBold || EndsWithLink(document, block, linked)) && !IsAddress(document.Text.AsSpan(linked, block.End - linked)))
            {
                string label = text[..colon].Trim().ToString();
                start = after;
                return label;
            }
        }

        return null;
    }

    /// <summary>"KEP: …", "PR：…", "KEP-753: …", "PR #117740：…": a label of capitals, with its number or without, that stays in the title.</summary>
    public static string? Within(ReadOnlySpan<char> title)
    {
        int end = 0;
        while (end < title.Length && char.IsAsciiLetterUpper(title[end])) end++;
        if (end is < 2 or > 10) return null;
        int colon = end;
        if (colon < title.Length && !Characters.IsColon(title[colon]))
        {
            // "KEP-753", "PR #7", "RFC 9110" count proposals; "CS 253" and "UTF-8" are names.
            int wanted = title[end..].TrimStart() is ['#', ..] ? 1 : title[end] == '-' ? 3 : 4;
            while (colon < title.Length && (title[colon] is ' ' or '\u00A0' or '#' or '-' || char.IsAsciiDigit(title[colon]))) colon++;
            int digits = 0;
            foreach (char c in title[end..colon]) digits += char.IsAsciiDigit(c) ? 1 : 0;
            if (digits < wanted) return null;
        }

        return colon + 1 < title.Length && Characters.IsColon(title[colon]) ? title[..end].ToString() : null;
    }

    /// <summary>Whether all that follows is one address: then the words before it are the title.</summary>
    private static bool IsAddress(ReadOnlySpan<char> rest) => BareAddress.LengthAt(rest) is > 0 and int length && rest[length..].IsWhiteSpace();

    /// <summary>Whether a text is a day or a span of days and nothing else: <c>12 May 2019</c>, <c>27–28 Mar 2019</c>.</summary>
    private static bool IsDate(ReadOnlySpan<char> text)
    {
        int dash = text.IndexOfAny('-', '–', '—');
        if (dash is 1 or 2 && !text[..dash].ContainsAnyExceptInRange('0', '9')) text = text[(dash + 1)..];
        return DateFinder.First(text) is { } date && !text[..date.Start].ContainsAnyInRange('A', 'z') && text[date.End..].Trim().IsEmpty;
    }

    /// <summary>Whether a link with words of its own runs from a place to the end: <c>Wanda Rope: How to splice</c>, the name bold. Bold words that a sentence follows are a title.</summary>
    private static bool EndsWithLink(FlatDocument document, Block block, int at)
    {
        foreach (Run run in document.RunsOf(block))
        {
            if (at >= run.Start && at < run.End) return run.Link >= 0 && document.Text.AsSpan(run.End, block.End - run.End).Trim(" .。\u00A0").IsEmpty && !Vocabulary.Default.Is(WordClass.Pointer, document.Text.AsSpan(run.Start, run.Length));
        }

        return false;
    }

    private static bool IsBold(FlatDocument document, Block block, int at)
    {
        foreach (Run run in document.RunsOf(block))
        {
            if (at >= run.Start && at < run.End) return run.Style.HasFlag(RunStyle.Bold);
        }

        return false;
    }
}
