namespace Syndication.Structure;

/// <summary>How the first block of an item is split into title and text.</summary>
/// <param name="Start">First character of the title in the document's text.</param>
/// <param name="End">One past its last character; equal to <paramref name="Start"/> where there is no title.</param>
/// <param name="TextStart">Where the item's text goes on.</param>
/// <param name="Label">A printed label; <see langword="null"/> where there is none.</param>
/// <param name="Cue">Why this is the title.</param>
internal readonly record struct TitleCut(int Start, int End, int TextStart, string? Label, string Cue)
{
    public bool HasTitle => End > Start;
}
