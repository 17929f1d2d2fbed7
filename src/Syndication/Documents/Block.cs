namespace Syndication.Documents;

/// <summary>One line or paragraph of the document as a reader sees it: runs of text in one box. Blocks in order are the document.</summary>
internal sealed class Block
{
    public required BlockKind Kind { get; init; }

    /// <summary>1 to 6 for a heading; 0 else.</summary>
    public int Level { get; init; }

    public required Box Box { get; init; }

    /// <summary>First character in <see cref="FlatDocument.Text"/>.</summary>
    public required int Start { get; init; }

    public required int Length { get; init; }

    /// <summary>First run in <see cref="FlatDocument.Runs"/>.</summary>
    public required int FirstRun { get; init; }

    public required int RunCount { get; init; }

    /// <summary>Follows the block before by a line break within one paragraph.</summary>
    public bool AfterBreak { get; init; }

    /// <summary>In plain text: preceded by an empty line.</summary>
    public bool AfterGap { get; init; }

    /// <summary>Offset in the decoded source, from 0; -1 where unknown.</summary>
    public int Position { get; init; } = -1;

    /// <summary>The microdata property around it (<c>headline</c>, <c>articleBody</c>, …); <see langword="null"/> where there is none.</summary>
    public string? Property { get; init; }

    /// <summary>What the selectors of a profile say of it.</summary>
    public BlockPins Pins { get; init; }

    public int End => Start + Length;
}
