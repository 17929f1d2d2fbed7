using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>Where the headings of each level stand first and last in the content, as far as it is known: whether an issue goes on after a place.</summary>
internal sealed class ContentLevels
{
    private readonly Dictionary<int, (int First, int Last)> levels = [];

    public ContentLevels(Reading reading, IReadOnlySet<int> except)
    {
        for (int i = reading.TitleBlock + 1; i < reading.Count; i++)
        {
            if (!reading.IsContent(i) || reading.Blocks[i].Kind != BlockKind.Heading || except.Contains(i)) continue;
            int level = reading.Blocks[i].Level;
            levels[level] = (levels.TryGetValue(level, out (int First, int Last) seen) ? seen.First : i, i);
        }
    }

    /// <summary>Whether a heading of the level of one before some blocks stands after them.</summary>
    public bool GoOn(int first, int end) => levels.Values.Any(level => level.First < first && level.Last >= end);
}
