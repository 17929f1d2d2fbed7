namespace Syndication.Structure;

/// <summary>How often one title was that of a section or of an item, how it was spelled, and where it stood among the sections.</summary>
internal sealed class SectionTally
{
    private readonly Tally spellings = new();
    private long places;

    public int AsSection { get; private set; }

    public int AsItem { get; private set; }

    /// <summary>The usual spelling.</summary>
    public string Title => spellings.MostFirst().First().Key;

    /// <summary>Where it stands on the average, from 0 for first to 1000 for last.</summary>
    public double Place => (double)places / Math.Max(1, AsSection);

    public void AddSection(string title, int index, int count)
    {
        spellings.Add(title);
        AsSection++;
        places += index * 1000L / Math.Max(1, count - 1);
    }

    public void AddItem() => AsItem++;

    public void Add(SectionTally other)
    {
        spellings.Add(other.spellings);
        AsSection += other.AsSection;
        AsItem += other.AsItem;
        places += other.places;
    }
}
