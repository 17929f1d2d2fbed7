using System.Text;
using Syndication.Documents;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>Pictures typed before paragraphs that lead somewhere (<c>📒 A story</c>), the same one again and again: they are bullets, and so are the others that stand there.</summary>
internal static class PictureBullets
{
    private const int Fewest = 3;

    public static void Find(Reading reading)
    {
        Dictionary<Rune, (int All, int Linked)> seen = [];
        for (int i = 0; i < reading.Count; i++)
        {
            if (PictureOf(reading, i) is not (> 0, var picture)) continue;
            (int all, int linked) = seen.GetValueOrDefault(picture);
            seen[picture] = (all + 1, linked + (reading.Cues[i].WebLinks > 0 ? 1 : 0));
        }

        if (!seen.Values.Any(static count => count.All >= Fewest && count.Linked * 3 >= count.All * 2)) return;
        for (int i = 0; i < reading.Count; i++)
        {
            if (PictureOf(reading, i) is not (> 0 and var length, var picture)) continue;
            (int all, int linked) = seen[picture];
            if (linked * 3 >= all * 2) reading.Cues[i] = CueReader.ReadAfter(reading.Document, reading.Blocks[i], new Ordinal(OrdinalKind.Bullet, length, 0));
        }
    }

    /// <summary>The picture that a paragraph starts with, and how many characters it takes with the white space after it.</summary>
    private static (int Length, Rune Picture) PictureOf(Reading reading, int index)
    {
        Block block = reading.Blocks[index];
        if (block is not { Kind: BlockKind.Paragraph, Length: > 2 } || block.Box.ListDepth > 0 || block.Box.Nearest(BoxKind.Quote) is not null || block.Box.Nearest(BoxKind.Figure) is not null || reading.Cues[index].Ordinal.Length > 0) return default;
        ReadOnlySpan<char> text = reading.TextOf(index);
        int end = Characters.PicturesLength(text);
        if (end == 0) return default;
        Rune.DecodeFromUtf16(text, out Rune picture, out _);
        return end < text.Length && !ItemTitle.IsLinked(reading.Document, block, block.Start) ? (end, picture) : default;
    }
}
