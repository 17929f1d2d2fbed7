using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>Tells lines that speak about the issue (who, when, how long) from those that speak in it.</summary>
internal static class BylineCues
{
    public static bool IsByline(Reading reading, int block)
    {
        BlockCues cues = reading.Cues[block];
        if (cues.Width is 0 or > 160 || reading.Blocks[block].Kind == BlockKind.Code) return false;
        if (reading.Blocks[block].Kind == BlockKind.Heading && reading.Blocks[block].Level < 3 && block == reading.TitleBlock) return false;
        string text = reading.TextOf(block).ToString();
        if (BylineReader.Read(reading.Document, reading.Blocks[block]).Count > 0) return true;
        if (cues.EndsSentence && cues.Width > 40) return false;
        return DateFinder.First(text) is { } date && cues.Width - date.Length < 50;
    }
}
