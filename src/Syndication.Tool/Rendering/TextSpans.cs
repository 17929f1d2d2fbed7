using System.Collections.Immutable;
using Syndication.Structure;

namespace Syndication.Tool.Rendering;

/// <summary>Finds the blocks of a result in the plain text that they were read from: their letters stand there in order, with marks of the format between.</summary>
internal static class TextSpans
{
    /// <summary>Where each block begins and ends; <see langword="null"/> for a block that is not found. They do not overlap.</summary>
    internal static (int Start, int End)?[] Find(string text, ImmutableArray<BlockDecision> blocks)
    {
        var spans = new (int Start, int End)?[blocks.Length];
        int at = 0;
        for (int i = 0; i < blocks.Length; i++)
        {
            if (blocks[i].Position < 0 || blocks[i].Position >= text.Length) continue;
            int from = Math.Max(at, blocks[i].Position), limit = text.Length;
            for (int next = i + 1; next < blocks.Length && limit == text.Length; next++)
            {
                if (blocks[next].Position > blocks[i].Position) limit = Math.Min(limit, blocks[next].Position);
            }

            bool isAlone = (i == 0 || blocks[i - 1].Position != blocks[i].Position) && (i + 1 == blocks.Length || blocks[i + 1].Position != blocks[i].Position);
            if (Within(text, from, limit, VisibleText.LettersOf(blocks[i].Text), isAlone) is not { } span) continue;
            spans[i] = span;
            at = span.End;
        }

        return spans;
    }

    /// <summary>A block that is alone has all of its lines, marks of links and the like with them; of several in one place each has its letters.</summary>
    private static (int Start, int End)? Within(string text, int from, int limit, string letters, bool isAlone)
    {
        int start = -1, end = -1, next = 0;
        for (int i = from; i < limit && next < letters.Length; i++)
        {
            if (text[i] != letters[next]) continue;
            if (start < 0) start = i;
            end = i + 1;
            next++;
        }

        bool isWhole = start >= 0 && next == letters.Length;
        if (isWhole && !isAlone) return (start, end);

        // Words that are written elsewhere in the text, as substitutions have them, are not found: what stands there is the block.
        int line = isWhole ? text.AsSpan(end, limit - end).IndexOfAny('\r', '\n') : -1;
        if (line >= 0) limit = end + line;
        while (from < limit && char.IsWhiteSpace(text[from])) from++;
        while (limit > from && char.IsWhiteSpace(text[limit - 1])) limit--;
        return from < limit ? (from, limit) : null;
    }
}
