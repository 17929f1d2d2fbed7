using Syndication.Documents;
using Syndication.Model;

namespace Syndication.Structure;

/// <summary>Tells an issue from pages that are none: lists of issues, categories, imprints, error pages. Says why.</summary>
internal static class IssueJudge
{
    private const int LittleText = 120;

    /// <summary>An issue with a title such as "Links" leads to this many places at least; without number and date to more.</summary>
    private const int FewLinks = 3, FewLinksUnnamed = 8;

    /// <summary>Why the document is no issue; <see langword="null"/> where it looks like one.</summary>
    public static string? WhyNot(Reading reading, IssueParts parts, IssueMetadata metadata)
    {
        int content = 0, visible = 0;
        for (int i = 0; i < reading.Count; i++)
        {
            visible += reading.Cues[i].Width;
            if (reading.IsContent(i)) content += reading.Cues[i].Width;
        }

        if (visible == 0) return "it has no text";
        if (ListedIssues(reading) >= 3) return "its headings are the titles of several issues: it lists them";
        int items = 0, away = 0, within = 0, links = 0;
        foreach (PlacedItem placed in new Issue { Sections = [.. parts.Sections] }.AllItems())
        {
            items++;
            links += placed.Item.Links.Length;
            if (placed.Item.Links.Length > 0 || placed.Item.Content is { Text.Length: > 60 }) away++;
            else within++;
        }

        if (links < (metadata.Number is null && metadata.Published is null ? FewLinksUnnamed : FewLinks) && IsSitePage(reading, metadata)) return "its title is that of a page about the site, such as an imprint, an archive or a message that there is no such page";
        if ((items == 0 && content < LittleText) || (content < LittleText / 4 && !reading.Document.Links.Any(link => link.IsWeb))) return "it has hardly any text beside menus";
        if (items <= 3 && content < visible * 0.12 && content < 400) return "nearly all of it is menus";
        if (items >= 3 && away == 0 && reading.TitleBlock < 0) return "none of its entries leads or says anything";
        return null;
    }

    /// <summary>Whether the title is what sites call pages that every page leads to (About, Impressum, 隐私政策).</summary>
    private static bool IsSitePage(Reading reading, IssueMetadata metadata)
    {
        if (metadata.Title is { } title && metadata.Number is null && reading.Vocabulary.Is(WordClass.Navigation, title)) return true;
        return reading.Document.Evidence.Any(said => said is { Source: "title" } && reading.Vocabulary.Is(WordClass.Navigation, said.Value));
    }

    /// <summary>How many different issues the headings of the page name, each a link within the site or over one.</summary>
    private static int ListedIssues(Reading reading)
    {
        HashSet<int> numbers = [];
        for (int i = 0; i < reading.Count; i++)
        {
            Block block = reading.Blocks[i];
            if (i == reading.TitleBlock || block.Kind != BlockKind.Heading || reading.RoleOf(i) is BlockRole.Related or BlockRole.Sidebar) continue;
            if (reading.Cues[i].OwnWidth * 2 < reading.Cues[i].Width) continue;
            if (IssueNumberFinder.Best(reading.TextOf(i)) is { } number) numbers.Add(number.Value);
        }

        return numbers.Count;
    }
}
