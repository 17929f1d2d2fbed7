using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>
/// Headings in the look of sections that tell one story each, in prose and nothing else: where half of a look and more do, and are called by more
/// than a word, those are titles of items, and only the others are sections.
/// </summary>
internal sealed class StoryHeadings
{
    /// <summary>Titles of stories are this wide on average, or wider.</summary>
    private const int StoryTitle = 11;

    private readonly Reading reading;
    private readonly BodyLayout layouts;
    private readonly HashSet<HeadingStyle> styles = [];

    public StoryHeadings(Reading reading, BodyLayout layouts, OutlineNode root)
    {
        this.reading = reading;
        this.layouts = layouts;
        Dictionary<HeadingStyle, (int All, int Told, int Width)> counts = [];
        Count(root, counts);
        foreach ((HeadingStyle style, (int all, int told, int width)) in counts)
        {
            if ((told * 2 > all ? told >= 2 : told >= 3 && told * 2 == all) && width >= told * StoryTitle) styles.Add(style);
        }
    }

    /// <summary>Whether some headings of a look are stories.</summary>
    public bool Has(HeadingStyle style) => styles.Contains(style);

    /// <summary>Whether nothing but prose stands below a heading that is not called as sections are.</summary>
    public bool IsStory(OutlineNode node)
    {
        if (node.Children.Count > 0 || reading.IsKnownSection(node.Heading) || reading.Vocabulary.NamesSection(reading.TextOf(node.Heading)[reading.Cues[node.Heading].Ordinal.Length..])) return false;
        SectionBody body = layouts.Read(node.Body, null, false);
        return body is { Items: [{ Layout: ItemLayout.Prose, IsUntitled: true }], Trailing.Count: 0 };
    }

    private void Count(OutlineNode node, Dictionary<HeadingStyle, (int All, int Told, int Width)> counts)
    {
        foreach (OutlineNode child in node.Children)
        {
            if (child.Style is { LeadsItems: false, IsSettled: false, Signature.Class: HeadingClass.Markup or HeadingClass.Styled } style)
            {
                (int all, int told, int width) = counts.GetValueOrDefault(style);
                counts[style] = IsStory(child) ? (all + 1, told + 1, width + reading.Cues[child.Heading].Width) : (all + 1, told, width);
            }

            Count(child, counts);
        }
    }
}
