using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>How the blocks under one heading are laid out: what introduces, what are items, what trails.</summary>
internal sealed class SectionBody
{
    public List<int> Intro { get; } = [];

    public List<ItemDraft> Items { get; } = [];

    public List<int> Trailing { get; } = [];
}
