using Syndication.Documents;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>Finds the title that the first block of an item prints: its leading link, its leading bold words, a short line, a first sentence before links.</summary>
internal static class ItemTitle
{
    private const int MaxWidth = 240;
    private const int MaxLine = 130;

    /// <summary>Splits the first block of an item.</summary>
    /// <param name="reading">The document.</param>
    /// <param name="block">The item's first block.</param>
    /// <param name="isHeading">The block is a heading: all of it is the title.</param>
    /// <param name="isAlone">The item has no other block.</param>
    public static TitleCut Find(Reading reading, int block, bool isHeading, bool isAlone)
    {
        Block at = reading.Blocks[block];
        int start = at.Start + reading.Cues[block].Ordinal.Length;
        string? label = ItemLabel.Take(reading.Document, at, ref start);
        TitleCut none = new(at.Start, at.Start, start == at.End ? at.End : at.Start, label, "no title printed");
        if (isHeading) return ByLineBeforeAddress(reading, at, start, label) ?? Trimmed(reading, at, start, at.End, at.End, label, "heading") ?? none;
        int named = IsLinked(reading.Document, at, start) ? start : start + Characters.PicturesLength(reading.Document.Text.AsSpan(start, at.End - start));
        return ByLink(reading, at, named, label, isAlone)
            ?? ByBold(reading, at, named, label)
            ?? ByWordsBeforeAddress(reading, at, start, label)
            ?? ByLine(reading, block, start, label, isAlone)
            ?? BySentenceBeforeLinks(reading, at, start, label)
            ?? BySentenceWithLink(reading, at, start, label)
            ?? none;
    }

    private static TitleCut? ByLink(Reading reading, Block block, int start, string? label, bool isAlone)
    {
        FlatDocument document = reading.Document;
        string text = document.Text;
        int from = start;
        while (from < block.End && from < start + 2 && !IsLinked(document, block, from) && (Characters.IsOpening(text[from]) || Characters.IsInvisible(text[from]))) from++;
        int end = LinkEnd(document, block, from);
        if (end <= from || Characters.Width(text.AsSpan(from, end - from)) is < 2 or > MaxWidth) return null;
        if (IsPointer(reading, text.AsSpan(from, end - from))) return null;
        while (end < block.End && from > start && Characters.IsClosing(text[end])) end++;
        bool goesOn = GoesOn(text, end, block.End);
        if (goesOn && isAlone && IsNote(document, block, start, end)) return null;
        return Trimmed(reading, block, start, end, goesOn ? start : end, label, "starts with a link");
    }

    /// <summary>One short sentence that linked words only open: a note without a title, unless the words are the name of what they lead to, and it alone is spoken of.</summary>
    private static bool IsNote(FlatDocument document, Block block, int start, int end)
    {
        ReadOnlySpan<char> text = document.Text.AsSpan(start, block.End - start);
        int width = Characters.Width(text);
        if (width > 120 || Characters.Width(text[..(end - start)]) * 4 > width || text.TrimEnd() is not [.., '.' or '。'] || InnerSentenceEnd(text) >= 0) return false;
        string? url = null;
        foreach (Run run in document.RunsOf(block))
        {
            if (run.Link < 0 || run.End <= start) continue;
            if (run.Start >= end && run.Length > 0) return true;
            url ??= document.Links[run.Link].Url;
        }

        return url is null || !IsNamedBy(text[..(end - start)], url);
    }

    /// <summary>Whether all words of a name stand in an address (GNU Stow: www.gnu.org/software/stow).</summary>
    private static bool IsNamedBy(ReadOnlySpan<char> name, string url)
    {
        int words = 0;
        for (int i = 0; i < name.Length;)
        {
            int word = i;
            while (i < name.Length && char.IsLetterOrDigit(name[i])) i++;
            if (i - word > 1 && !url.AsSpan().Contains(name[word..i], StringComparison.OrdinalIgnoreCase)) return false;
            if (i - word > 1) words++;
            i = Math.Max(i, word + 1);
        }

        return words > 0;
    }

    /// <summary>Whether the sentence that the title opens goes on behind it: then the text keeps the title's words.</summary>
    private static bool GoesOn(string text, int end, int blockEnd)
    {
        int i = end;
        while (i < blockEnd && char.IsWhiteSpace(text[i])) i++;
        return i < blockEnd && (char.IsLower(text[i]) || (i == end && Characters.IsEastAsian(text[i])));
    }

    private static TitleCut? ByBold(Reading reading, Block block, int start, string? label)
    {
        FlatDocument document = reading.Document;
        int end = start;
        foreach (Run run in document.RunsOf(block))
        {
            if (run.End <= start || run.Length == 0) continue;
            bool blank = document.Text.AsSpan(run.Start, run.Length).IsWhiteSpace();
            if (run.Start > end || !(run.Style.HasFlag(RunStyle.Bold) || (blank && end > start))) break;
            end = run.End;
        }

        if (end <= start || Characters.Width(document.Text.AsSpan(start, end - start)) is < 2 or > MaxLine) return null;
        return Trimmed(reading, block, start, end, GoesOn(document.Text, end, block.End) ? start : end, label, "starts with bold words");
    }

    private static TitleCut? ByLine(Reading reading, int index, int start, string? label, bool isAlone)
    {
        Block block = reading.Blocks[index];
        BlockCues cues = reading.Cues[index];
        ReadOnlySpan<char> text = reading.Document.Text.AsSpan(start, block.End - start);
        if (cues.Width > MaxLine || (cues.WebLinks > 1 && !cues.IsLinked) || (cues.EndsWithColon && (block.Box.ListDepth == 0 || isAlone || cues.Width > 60))) return null;
        if (InnerSentenceEnd(text) >= 0) return null;
        bool endsLikeText = text.TrimEnd() is [.., '.' or '。' or '…'] or [.., '。' or '？' or '！' or '.' or '?' or '!', '”' or '」' or '』'];
        if (endsLikeText && (isAlone || cues.Width > 60)) return null;
        if (isAlone && cues.Width > 100) return null;
        return Trimmed(reading, block, start, block.End, block.End, label, "a short line");
    }

    private static TitleCut? BySentenceBeforeLinks(Reading reading, Block block, int start, string? label)
    {
        FlatDocument document = reading.Document;
        int link = block.End;
        foreach (Run run in document.RunsOf(block))
        {
            if (run.Link >= 0 && run.Start >= start)
            {
                link = run.Start;
                break;
            }
        }

        int end = link;
        while (end > start && (Characters.IsInvisible(document.Text[end - 1]) || Characters.IsOpening(document.Text[end - 1]))) end--;
        ReadOnlySpan<char> before = document.Text.AsSpan(start, end - start);
        bool isAddress = link < block.End && document.Text.AsSpan(link, block.End - link).StartsWith("http", StringComparison.OrdinalIgnoreCase);
        bool isBracketed = end < link && link < block.End && Characters.IsOpening(document.Text[link - 1]);
        if (link == block.End || before.IsEmpty || Characters.Width(before) > MaxLine || !(isAddress || isBracketed)) return null;
        if (InnerSentenceEnd(before) >= 0 || before[^1] is ',' or '，') return null;
        if (isBracketed && EndOfBrackets(document, block, link) is { } close) return Trimmed(reading, block, start, close, block.End, label, "a line with its link in brackets");
        return Trimmed(reading, block, start, end, end, label, "a sentence before its links");
    }

    /// <summary>Where brackets around a link close, when nothing but the closing mark of the line follows them.</summary>
    private static int? EndOfBrackets(FlatDocument document, Block block, int link)
    {
        int end = link;
        while (end < block.End && end < link + 160 && (IsLinked(document, block, end) || document.Text[end] is ' ' or ',' or '，' or '、')) end++;
        if (end == block.End || !Characters.IsClosing(document.Text[end])) return null;
        while (end < block.End && Characters.IsClosing(document.Text[end])) end++;
        return document.Text.AsSpan(end, block.End - end).Trim() is "。" or "." or "" or ";" or "；" ? end : null;
    }

    /// <summary>Plain text with the bare address that it leads to.</summary>
    private static TitleCut? ByLineBeforeAddress(Reading reading, Block block, int start, string? label)
    {
        if (block.RunCount == 0) return null;
        Run last = reading.Document.RunsOf(block)[^1];
        if (last.Link < 0 || last.Start <= start + 1 || !reading.Document.Text.AsSpan(last.Start, last.Length).StartsWith("http", StringComparison.OrdinalIgnoreCase)) return null;
        return Trimmed(reading, block, start, last.Start, last.Start, label, "a line before its address");
    }

    /// <summary>Words with the bare address that they name, and nothing after it (<c>A small web framework https://…</c>).</summary>
    private static TitleCut? ByWordsBeforeAddress(Reading reading, Block block, int start, string? label)
    {
        foreach (Run run in reading.Document.RunsOf(block))
        {
            if (run.Link < 0 || run.End <= start || run.Length == 0) continue;
            ReadOnlySpan<char> words = reading.Document.Text.AsSpan(start, Math.Max(0, run.Start - start));
            if (run.End < block.End || words.TrimEnd().Length < 2 || Characters.Width(words) > MaxLine || InnerSentenceEnd(words) >= 0) return null;
            return ByLineBeforeAddress(reading, block, start, label);
        }

        return null;
    }

    /// <summary>A short first sentence that ends with the item's first link, over more text.</summary>
    private static TitleCut? BySentenceWithLink(Reading reading, Block block, int start, string? label)
    {
        FlatDocument document = reading.Document;
        foreach (Run run in document.RunsOf(block))
        {
            if (run.Link < 0 || run.Start < start || run.Length == 0) continue;
            if (document.Text.AsSpan(run.Start, run.Length) is ['[', ..]) return null;
            int end = run.End;
            bool ends = end + 1 < block.End && (document.Text[end] is '。' or '！' || (document.Text[end] is '.' or '!' && char.IsWhiteSpace(document.Text[end + 1])));
            if (!ends || Characters.Width(document.Text.AsSpan(start, end - start)) > 60 || InnerSentenceEnd(document.Text.AsSpan(start, end - start)) >= 0) return null;
            return Trimmed(reading, block, start, end, end, label, "a short sentence that ends with the link");
        }

        return null;
    }

    /// <summary>Where a sentence ends within a text, not at its end; -1 where none does.</summary>
    private static int InnerSentenceEnd(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        for (int i = 0; i < text.Length - 1; i++)
        {
            if (text[i] is '。' or '！' or '？' or '；' || (text[i] is '.' or '!' or '?' or ';' && char.IsWhiteSpace(text[i + 1]) && i > 3 && !char.IsUpper(text[i - 1]))) return i;
        }

        return -1;
    }

    /// <summary>The end of a link and of those that go on with it: to the same address, or without anything between.</summary>
    private static int LinkEnd(FlatDocument document, Block block, int from)
    {
        int end = from;
        int link = -1;
        foreach (Run run in document.RunsOf(block))
        {
            if (run.Length == 0 || run.End <= from) continue;
            if (run.Start > end) break;
            bool blank = run.Link < 0 && document.Text.AsSpan(run.Start, run.Length).IsWhiteSpace();
            if (blank && end > from)
            {
                if (!NextIsSame(document, block, run.End, link)) break;
                end = run.End;
                continue;
            }

            if (run.Link < 0 || document.Links[run.Link].Reach == LinkReach.Anchor) break;
            link = run.Link;
            end = run.End;
        }

        return end;
    }

    private static bool NextIsSame(FlatDocument document, Block block, int at, int link)
    {
        foreach (Run run in document.RunsOf(block))
        {
            if (run.Start == at && run.Length > 0) return run.Link >= 0 && document.Links[run.Link].Href == document.Links[link].Href;
        }

        return false;
    }

    /// <summary>Link text that only points ("here", "link", a bare address) names nothing.</summary>
    private static bool IsPointer(Reading reading, ReadOnlySpan<char> text) =>
        text.Length < 24 && reading.Vocabulary.Is(WordClass.Pointer, text);

    private static TitleCut? Trimmed(Reading reading, Block block, int start, int end, int textStart, string? label, string cue)
    {
        string text = reading.Document.Text;
        start = SkipAnchor(reading.Document, block, start, end);
        while (end > start && (Characters.IsInvisible(text[end - 1]) || text[end - 1] is ':' or '：' or ';' or '；' or ',' or '，' or '、' or '¶' or '§' or '-' or '–' or '—' or '|')) end--;
        if (end - start > 1 && textStart >= block.End && text[end - 1] is '。' or '.' && !text.AsSpan(start, end - 1 - start).Contains(text[end - 1])) end--;
        if (end <= start) return null;
        return new TitleCut(start, end, AfterSeparator(reading.Document, block, textStart), label ?? ItemLabel.Within(text.AsSpan(start, end - start)), cue);
    }

    private static int AfterSeparator(FlatDocument document, Block block, int at)
    {
        string text = document.Text;
        int i = SkipSpace(document, block, at);
        if (i + 1 < block.End && text[i] == ':' && text[i + 1] == ':') return SkipSpace(document, block, i + 2);
        if (i < block.End && text[i] is ':' or '：' or '–' or '—' or '-' or '|' or ',' or '，' && !IsLinked(document, block, i)) return SkipSpace(document, block, i + 1);
        if (i < block.End && text[i] is '。' or '.' && (i + 1 >= block.End || !char.IsAsciiLetterOrDigit(text[i + 1])) && !IsLinked(document, block, i)) return SkipSpace(document, block, i + 1);
        return i;
    }

    /// <summary>The first letter from a place on that shows.</summary>
    public static int SkipSpace(FlatDocument document, Block block, int at)
    {
        while (at < block.End && Characters.IsInvisible(document.Text[at])) at++;
        return at;
    }

    /// <summary>Passes over a link to the heading itself, as documentation themes put before or after it.</summary>
    private static int SkipAnchor(FlatDocument document, Block block, int start, int end)
    {
        foreach (Run run in document.RunsOf(block))
        {
            if (run.Start == start && run.Link >= 0 && run.Length <= 2 && run.End < end && document.Links[run.Link].Reach == LinkReach.Anchor) return SkipSpace(document, block, run.End);
        }

        return SkipSpace(document, block, start);
    }

    /// <summary>Whether a letter of a block is part of a link that leaves the page.</summary>
    public static bool IsLinked(FlatDocument document, Block block, int at)
    {
        foreach (Run run in document.RunsOf(block))
        {
            if (at >= run.Start && at < run.End) return run.Link >= 0 && document.Links[run.Link].Reach != LinkReach.Anchor;
        }

        return false;
    }
}
