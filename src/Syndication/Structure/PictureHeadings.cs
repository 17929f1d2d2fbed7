using Syndication.Documents;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>Finds sections that are named by pictures: mails set their headings as images whose alternative text says what a heading would.</summary>
internal static class PictureHeadings
{
    private const int Widest = 40;
    private const int BannerRatio = 5;

    /// <summary>The blocks; none unless several pictures of one size stand alone and lead nowhere, and are banners or called as sections are for the most part.</summary>
    public static HashSet<int> Find(Reading reading)
    {
        Dictionary<(int Width, int Height), List<int>> bySize = [];
        for (int i = Math.Max(reading.TitleBlock, 0); i < reading.Count; i++)
        {
            if (reading.Blocks[i].Kind != BlockKind.Image || reading.RoleOf(i) != BlockRole.Content || reading.Blocks[i].Box.ListDepth > 0) continue;
            if (Picture(reading, i) is not { } picture || Characters.Width(picture.Alt) is < 2 or > Widest || reading.NextText(i + 1) < 0) continue;
            if (!bySize.TryGetValue((picture.Width, picture.Height), out List<int>? same)) bySize[(picture.Width, picture.Height)] = same = [];
            same.Add(i);
        }

        foreach (List<int> same in bySize.Values)
        {
            string[] names = [.. same.Select(block => TitleOf(reading, block)!)];
            int named = names.Count(name => reading.Vocabulary.NamesSection(name));
            bool called = named >= 2 && named * 2 >= same.Count;
            if (same.Count >= 2 && (called || AreBanners(reading, same)) && names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Length) return [.. same];
        }

        return [];
    }

    /// <summary>Whether pictures of one size are far wider than high, and each has text of its own below.</summary>
    private static bool AreBanners(Reading reading, List<int> blocks)
    {
        ImageTarget picture = Picture(reading, blocks[0])!.Value;
        if (picture.Height == 0 || picture.Width < BannerRatio * picture.Height) return false;
        for (int i = 0; i < blocks.Count; i++)
        {
            int text = reading.NextText(blocks[i] + 1);
            if (text < 0 || (i + 1 < blocks.Count && text > blocks[i + 1])) return false;
        }

        return true;
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
