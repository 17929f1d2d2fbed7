using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>A block or a part of one: the only edit that understanding makes is to split a block in two.</summary>
/// <param name="Block">The block's index.</param>
/// <param name="Start">First character in the document's text.</param>
/// <param name="End">One past the last character.</param>
internal readonly record struct Piece(int Block, int Start, int End)
{
    public static Piece Whole(FlatDocument document, int block) => new(block, document.Blocks[block].Start, document.Blocks[block].End);

    public int Length => End - Start;
}
