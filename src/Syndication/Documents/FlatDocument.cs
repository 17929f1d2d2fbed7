using System.Runtime.InteropServices;
using Syndication.Text;

namespace Syndication.Documents;

/// <summary>Any input as flat blocks in reading order: the one form that understanding starts from.</summary>
internal sealed class FlatDocument
{
    public required DocumentFormat Format { get; init; }

    /// <summary>The visible characters of all blocks, in order, without gaps: white space collapsed but in <see cref="BlockKind.Code"/>.</summary>
    public required string Text { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }

    public required IReadOnlyList<Box> Boxes { get; init; }

    public required List<Run> Runs { get; init; }

    public required IReadOnlyList<LinkTarget> Links { get; init; }

    public required IReadOnlyList<ImageTarget> Images { get; init; }

    public required IReadOnlyList<Look> Looks { get; init; }

    public required IReadOnlyList<Evidence> Evidence { get; init; }

    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>The document's own address, absolute; <see langword="null"/> where unknown.</summary>
    public string? Address { get; init; }

    /// <summary>The document with what its envelope says among the evidence, under the source <c>envelope</c>.</summary>
    public FlatDocument With(ReadOnlySpan<KeyValuePair<string, string>> envelope)
    {
        if (envelope.IsEmpty) return this;
        List<Evidence> all = [.. Evidence];
        foreach ((string? name, string? value) in envelope)
        {
            if (!string.IsNullOrEmpty(name) && !string.IsNullOrWhiteSpace(value)) all.Add(new Evidence("envelope", name.ToLowerInvariant(), value.Trim()));
        }

        return new FlatDocument
        {
            Format = Format, Text = Text, Blocks = Blocks, Boxes = Boxes, Runs = Runs, Links = Links, Images = Images, Looks = Looks,
            Evidence = all, Diagnostics = Diagnostics, Address = Address,
        };
    }

    public ReadOnlySpan<Run> RunsOf(Block block) => CollectionsMarshal.AsSpan(Runs).Slice(block.FirstRun, block.RunCount);

    public ReadOnlySpan<char> TextOf(Block block) => Text.AsSpan(block.Start, block.Length);
}
