namespace Syndication.Documents;

/// <summary>A stretch of a block's text with one style and at most one link.</summary>
/// <param name="Start">First character in <see cref="FlatDocument.Text"/>.</param>
/// <param name="Length">Number of characters; 0 for an image.</param>
/// <param name="Style">How it is set.</param>
/// <param name="Link">Index in <see cref="FlatDocument.Links"/>; -1 where it is no link.</param>
/// <param name="Image">Index in <see cref="FlatDocument.Images"/>; -1 where it is text.</param>
/// <param name="Look">Index in <see cref="FlatDocument.Looks"/>: size and colour.</param>
internal readonly record struct Run(int Start, int Length, RunStyle Style, int Link, int Image, short Look)
{
    public int End => Start + Length;
}
