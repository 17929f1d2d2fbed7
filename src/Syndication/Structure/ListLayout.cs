using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>
/// Items that are entries of a list, or terms of a definition list with what follows them. Entries are passed over whole, by the place where each ends,
/// so that lists within lists cost no more than the blocks in them.
/// </summary>
internal sealed class ListLayout
{
    private readonly Reading reading;
    private readonly List<int> segment;

    /// <summary>How many links stand before each place of the segment.</summary>
    private readonly int[] linksBefore;

    private ListLayout(Reading reading, List<int> segment)
    {
        this.reading = reading;
        this.segment = segment;
        linksBefore = new int[segment.Count + 1];
        for (int i = 0; i < segment.Count; i++) linksBefore[i + 1] = linksBefore[i] + reading.Cues[segment[i]].WebLinks;
    }

    /// <summary>One draft per entry of the outermost list; entries of lists within are items within where they have links, text else.</summary>
    public static List<ItemDraft> Read(Reading reading, List<int> segment)
    {
        var layout = new ListLayout(reading, segment);
        return layout.Drafts(layout.Entries(0, segment.Count));
    }

    private List<ItemDraft> Drafts(List<(int From, int To, int Depth)> entries)
    {
        List<ItemDraft> drafts = new(entries.Count);
        foreach ((int from, int to, int depth) in entries) drafts.Add(Draft(from, to, depth));
        return drafts;
    }

    /// <summary>From where to where each entry of the outermost list between two places goes.</summary>
    private List<(int From, int To, int Depth)> Entries(int from, int to)
    {
        int depth = Math.Max(reading.Entries.Around(BoxAt(from)), 1);
        List<(int From, int To, int Depth)> entries = [];
        int start = from;
        Box? list = null;
        Box? adopted = null;
        for (int i = from; i < to;)
        {
            Box? at = reading.Entries.At(BoxAt(i), depth);
            bool starts = at is not null && at.Kind != BoxKind.DefinitionDescription;

            // A second list that the entry before announces with a colon is that entry's.
            if (starts && list is not null && !ReferenceEquals(at!.Parent, list) && (ReferenceEquals(at.Parent, adopted) || reading.Cues[segment[i - 1]].EndsWithColon))
            {
                adopted = at.Parent;
                starts = false;
            }

            if (starts) list ??= at!.Parent;
            if (starts && i > start)
            {
                entries.Add((start, i, depth));
                start = i;
            }

            i = at is null ? i + 1 : EndOf(at, i, to);
        }

        entries.Add((start, to, depth));
        return entries;
    }

    private ItemDraft Draft(int from, int to, int depth)
    {
        int first = from;
        while (first < to && reading.Blocks[segment[first]].Length == 0) first++;
        if (first == to) first = from;
        string layout = reading.Entries.At(BoxAt(from), depth) is { Kind: BoxKind.DefinitionTerm } ? ItemLayout.Definition : ItemLayout.ListEntry;
        var draft = new ItemDraft { First = segment[first], Layout = layout, Links = linksBefore[to] - linksBefore[from] };
        for (int i = from; i < first; i++) draft.Rest.Add(segment[i]);

        // The lists within come last: where text stands after them, they are a part of the text.
        int inner = -1;
        bool goesOn = false;
        for (int i = first + 1; i < to && !goesOn;)
        {
            Box? at = reading.Entries.At(BoxAt(i), depth + 1);
            if (at is { Kind: BoxKind.ListItem })
            {
                if (inner < 0) inner = i;
                i = EndOf(at, i, to);
                continue;
            }

            goesOn = inner >= 0;
            if (!goesOn) draft.Rest.Add(segment[i]);
            i++;
        }

        if (inner < 0) return draft;
        List<(int From, int To, int Depth)> entries = goesOn ? [] : Entries(inner, to);
        int linked = entries.FindAll(entry => linksBefore[entry.To] > linksBefore[entry.From]).Count;
        if (!goesOn && linked * 2 >= entries.Count) draft.Items.AddRange(Drafts(entries));
        else draft.Rest.AddRange(segment[inner..to]);
        return draft;
    }

    private Box BoxAt(int place) => reading.Blocks[segment[place]].Box;

    /// <summary>One past the last place of the segment that an entry goes to.</summary>
    private int EndOf(Box entry, int place, int to)
    {
        int last = reading.Entries.LastBlock(entry);
        int low = place + 1, high = to;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (segment[middle] <= last) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
