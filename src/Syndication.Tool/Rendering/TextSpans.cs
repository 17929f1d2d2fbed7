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

            if (Within(text, from, limit, VisibleText.LettersOf(blocks[i].Text)) is not { } span) continue;
            spans[i] = span;
            at = span.End;
        }

        return spans;
    }

    private static (int Start, int End)? Within(string text, int from, int limit, string letters)
    {
        int start = -1, end = -1, next = 0;
        for (int i = from; i < limit && next < letters.Length; i++)
        {
            if (text[i] != letters[next]) continue;
            if (start < 0) start = i;
            end = i + 1;
            next++;
        }

        if (start >= 0 && next == letters.Length) return (start, end);

        // A block that has words which are written elsewhere in the text, as substitutions have them: all of its lines.
        while (from < limit && char.IsWhiteSpace(text[from])) from++;
        while (limit > from && char.IsWhiteSpace(text[limit - 1])) limit--;
        return from < limit ? (from, limit) : null;
    }
}
