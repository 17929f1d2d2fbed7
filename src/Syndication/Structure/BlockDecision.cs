using System.Collections.Immutable;

namespace Syndication.Structure;

/// <summary>What one block of the document was taken for, and why: one line of <c>syndication inspect</c>.</summary>
/// <param name="Text">The block's text.</param>
/// <param name="Role">What it was taken for: <c>content</c>, <c>title</c>, <c>byline</c>, <c>navigation</c>, <c>footer</c>, …</param>
/// <param name="Place">Where it stands in the model: <c>preface</c>, <c>section title</c>, <c>item title</c>, <c>item</c>, <c>closing</c>, …; <see langword="null"/> where it was set aside.</param>
/// <param name="Rank">The rank of a heading, from 1; 0 where it is none.</param>
/// <param name="Cue">The cue that decided.</param>
/// <param name="RunnerUp">What it would have been next; <see langword="null"/> where nothing else was in question.</param>
/// <param name="Line">Line in the decoded text, from 1; <see langword="null"/> where unknown.</param>
/// <param name="Column">Column in UTF-16 code units, from 1; <see langword="null"/> where unknown.</param>
public sealed record BlockDecision(string Text, string Role, string? Place, int Rank, string Cue, string? RunnerUp, int? Line, int? Column)
{
    /// <summary>What the source has it as: <c>heading 2</c>, <c>paragraph</c>, <c>list item</c>, <c>quote</c>, <c>code</c>, <c>table cell</c>.</summary>
    public string Kind { get; init; } = "paragraph";

    /// <summary>The part of the issue that the block went into, as a JSON Pointer (RFC 6901) into the JSON form: <c>/sections/0/items/2</c>; <see langword="null"/> where it went into none.</summary>
    public string? Path { get; init; }

    /// <summary>Offset in the decoded text, from 0; -1 where unknown.</summary>
    internal int Position { get; init; } = -1;

    /// <summary>The links in the block's text that lead to an address that a feed can carry, in order.</summary>
    public ImmutableArray<BlockLink> Links { get; init => field = value.IsDefault ? [] : value; } = [];
}
