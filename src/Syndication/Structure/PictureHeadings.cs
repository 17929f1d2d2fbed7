using Syndication.Documents;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>Finds sections that are named by pictures: mails set their headings as images whose alternative text says what a heading would.</summary>
internal static class PictureHeadings
{
    private const int Widest = 40;

    /// <summary>The blocks; none unless several pictures of one width stand alone, lead nowhere, and are called as sections are for the most part.</summary>
    public static HashSet<int> Find(Reading reading)
    {
        Dictionary<int, List<int>> byWidth = [];
        for (int i = Math.Max(reading.TitleBlock, 0); i < reading.Count; i++)
        {
            if (reading.Blocks[i].Kind != BlockKind.Image || reading.RoleOf(i) != BlockRole.Content || reading.Blocks[i].Box.ListDepth > 0) continue;
            if (Picture(reading, i) is not { } picture || Characters.Width(picture.Alt) is < 2 or > Widest || reading.NextText(i + 1) < 0) continue;
            if (!byWidth.TryGetValue(picture.Width, out List<int>? same)) byWidth[picture.Width] = same = [];
            same.Add(i);
        }

        foreach (List<int> same in byWidth.Values)
        {
            string[] names = [.. same.Select(block => TitleOf(reading, block)!)];
            int named = names.Count(name => reading.Vocabulary.NamesSection(name));
            if (same.Count >= 2 && named >= 2 && named * 2 >= same.Count && names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Length) return [.. same];
        }

        return [];
    }

    /// <summary>The alternative text of the one picture that a block is; <see langword="null"/> where it is another thing.</summary>
    public static string? TitleOf(Reading reading, int block) => Picture(reading, block)?.Alt.Trim();

    private static ImageTarget? Picture(Reading reading, int block)
    {
        ImageTarget? picture = null;
        foreach (Run run in reading.Document.RunsOf(reading.Blocks[block]))
        {
            if (run.Image < 0) continue;
            if (picture is not null || run.Link >= 0) return null;
            picture = reading.Document.Images[run.Image];
        }

        return picture;
    }
}
