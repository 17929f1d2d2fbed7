namespace Syndication.Structure;

/// <summary>Where each block went, and why: the proof that nothing was lost.</summary>
internal sealed class Ledger(Reading reading)
{
    private readonly Entry[] entries = new Entry[reading.Count];

    /// <summary>Enters a block of content; one that is entered twice is a mistake of ours and keeps its first place.</summary>
    public void Place(int block, string place, string? layout = null, string? cue = null) => entries[block] = entries[block].Place is null ? new Entry(place, layout, cue, entries[block].Owner) : entries[block];

    /// <summary>Says which section or item a block went into; the first that claims it keeps it.</summary>
    public void Own(object part, int block) => entries[block] = entries[block] with { Owner = entries[block].Owner ?? part };

    /// <inheritdoc cref="Own(object, int)"/>
    public void Own(object part, List<int> blocks)
    {
        foreach (int block in blocks) Own(part, block);
    }

    public object? OwnerOf(int block) => entries[block].Owner;

    public string? PlaceOf(int block) => entries[block].Place;

    public string? LayoutOf(int block) => entries[block].Layout;

    public string? CueOf(int block) => entries[block].Cue;

    /// <summary>The share of visible characters that stand in the model or were set aside, from 0 to 1.</summary>
    public double Coverage()
    {
        long total = 0, placed = 0;
        for (int i = 0; i < entries.Length; i++)
        {
            int length = reading.Blocks[i].Length;
            total += length;
            if (reading.RoleOf(i) != BlockRole.Content || entries[i].Place is not null) placed += length;
        }

        return total == 0 ? 1 : (double)placed / total;
    }

    private readonly record struct Entry(string? Place, string? Layout, string? Cue, object? Owner = null);
}
