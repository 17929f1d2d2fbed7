using System.Collections.Immutable;
using Syndication.Structure;

namespace Syndication.Tool.Rendering;

/// <summary>
/// Finds the blocks of a result in the text of its page. Blocks are what the page shows, in order: each begins where the one before it ended, but for text
/// that one of the two leaves out, and there the element that the block began with in the source says where to look.
/// </summary>
internal static class BlockPlaces
{
    private const int Reach = 20_000;

    /// <summary>The first letter of each block and how many there are; <see langword="null"/> for a block that is not found.</summary>
    internal static (int First, int Length)?[] Find(VisibleText page, ImmutableArray<BlockDecision> blocks)
    {
        var places = new (int First, int Length)?[blocks.Length];
        int[] ends = Ends(page, blocks);
        int at = 0;
        for (int i = 0; i < blocks.Length; i++)
        {
            string letters = VisibleText.LettersOf(blocks[i].Text);
            if (letters.Length == 0) continue;
            int from = Math.Max(at, page.StartOf(blocks[i].Position) ?? 0);
            int first = IndexOf(page.Letters, letters, from, ends[i]);
            if (first < 0) first = IndexOf(page.Letters, letters, at, ends[i]);
            if (first < 0) continue;
            places[i] = (first, letters.Length);
            at = first + letters.Length;
        }

        return places;
    }

    /// <summary>Where each block ends at the latest: where the element of the next one begins.</summary>
    private static int[] Ends(VisibleText page, ImmutableArray<BlockDecision> blocks)
    {
        int[] ends = new int[blocks.Length];
        for (int i = blocks.Length - 1; i >= 0; i--)
        {
            ends[i] = i + 1 == blocks.Length ? page.Letters.Length
                : blocks[i + 1].Position > blocks[i].Position && page.StartOf(blocks[i + 1].Position) is { } next ? next : ends[i + 1];
        }

        return ends;
    }

    private static int IndexOf(string text, string letters, int from, int end)
    {
        if (from + letters.Length > text.Length) return -1;
        if (string.CompareOrdinal(text, from, letters, 0, letters.Length) == 0) return from;
        int count = Math.Min(end - from, letters.Length + Reach);
        return count < letters.Length ? -1 : text.IndexOf(letters, from, count, StringComparison.Ordinal);
    }
}
