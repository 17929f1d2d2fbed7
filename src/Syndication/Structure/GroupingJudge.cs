using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>Decides for each style of heading whether its headings are sections or titles of items: once per style, from all its headings.</summary>
internal sealed class GroupingJudge(Reading reading, List<HeadingStyle> styles, OutlineNode root, KnownLayouts? layouts)
{
    public void Decide()
    {
        Dictionary<HeadingStyle, List<OutlineNode>> nodes = [];
        Collect(root, nodes);
        bool aboveGroups = false;
        bool aboveLeads = false;
        foreach (HeadingStyle style in styles.OrderBy(s => s.Rank))
        {
            if (!nodes.TryGetValue(style, out List<OutlineNode>? own)) continue;
            Judge(style, own, aboveGroups);
            if (aboveLeads && !style.IsSettled && style.Signature.Class is not (HeadingClass.LeadIn or HeadingClass.ListGroup or HeadingClass.Line)) style.LeadsItems = true;
            aboveGroups |= !style.LeadsItems;
            aboveLeads |= style.LeadsItems && style.Signature.Class is HeadingClass.Markup or HeadingClass.Styled;
        }
    }

    private static void Collect(OutlineNode node, Dictionary<HeadingStyle, List<OutlineNode>> nodes)
    {
        foreach (OutlineNode child in node.Children)
        {
            if (!nodes.TryGetValue(child.Style!, out List<OutlineNode>? list)) nodes[child.Style!] = list = [];
            list.Add(child);
            Collect(child, nodes);
        }
    }

    private void Judge(HeadingStyle style, List<OutlineNode> nodes, bool underSections)
    {
        double known = reading.Profile?.LeadOf(style, styles) ?? 0;
        switch (style.Signature)
        {
            case { Pin: not BlockPins.None }:
                style.LeadsItems = style.Signature.Pin == BlockPins.Item;
                style.Score = style.LeadsItems ? Weights.Settles : -Weights.Settles;
                style.Cue = "named by the profile's selector";
                style.IsSettled = true;
                return;
            case var _ when Math.Abs(known) >= Weights.Settles:
                style.LeadsItems = known > 0;
                style.Score = known;
                style.Cue = "so the profile says";
                style.IsSettled = true;
                return;
            case { Class: HeadingClass.LeadIn or HeadingClass.ListGroup }:
                style.Cue = "stands over a list";
                return;
            case { Class: HeadingClass.Picture }:
                style.Cue = "pictures called as sections are";
                return;
            case { Class: HeadingClass.Line }:
                style.LeadsItems = style.Signature.Level >= LineHeadings.Entry;
                style.Cue = "rank of its line";
                return;
        }

        double count = nodes.Count;
        int linked = 0, arabic = 0, han = 0, prose = 0, lists = 0, groups = 0, words = 0, labels = 0, recurring = 0, under = 0, repeated = 0, single = 0;
        double width = 0;
        bool groupsLinks = nodes.Exists(node => LinkStarts(node) >= 2);
        HashSet<Box> articles = [];
        Dictionary<string, int> names = new(StringComparer.Ordinal);
        foreach (OutlineNode node in nodes) names[NameOf(node)] = names.GetValueOrDefault(NameOf(node)) + 1;
        foreach (OutlineNode node in nodes)
        {
            BlockCues cues = reading.Cues[node.Heading];
            width += cues.Width;
            if (reading.Blocks[node.Heading].Box.Nearest(BoxKind.Article) is { } article) articles.Add(article);
            bool isLink = cues.LinkLead > 0 && (cues.PlainWidth * 3 <= cues.Width * 2 || IsLinkWithSubtitle(node.Heading, cues));
            if (isLink || StandsOverItsLink(node)) linked++;
            if (cues.Ordinal.Kind is OrdinalKind.Arabic or OrdinalKind.Circled or OrdinalKind.Bullet) arabic++;
            if (cues.Ordinal.Kind is OrdinalKind.Han or OrdinalKind.BracketedHan or OrdinalKind.Roman) han++;
            if (reading.Vocabulary.NamesSection(reading.TextOf(node.Heading)[cues.Ordinal.Length..])) words++;
            if (reading.IsKnownSection(node.Heading)) recurring++;
            if (StandsWhereItemsHaveHeadings(node)) under++;
            if (names[NameOf(node)] > 1) repeated++;
            if (node.Children.Count == 1) single++;
            if (ItemTitle.Find(reading, node.Heading, true, false).Label is not null) labels++;
            Shape shape = groupsLinks && LinkStarts(node) > 0 ? Shape.LinkList : ShapeOf(node);
            if (shape == Shape.Prose) prose++;
            else if (shape == Shape.LinkList) lists++;
            if (node.Body.TrueForAll(block => reading.Blocks[block].Length == 0) && node.Children.Count > 0) groups++;
        }

        width /= count;
        if (HasOutlineNumbers()) arabic = 0;
        (double Weight, string Cue)[] cuesOf =
        [
            (Weights.TitleIsLink * linked / count, "titles are links"),
            (Weights.ArabicOrdinal * arabic / count, "titles are counted"),
            (Weights.HanOrdinal * han / count, "titles are counted 一、二、"),
            (Weights.ProseBelow * prose / count, "prose stands below"),
            (Weights.LinkListBelow * lists / count, "lists of links stand below"),
            (count > 1 && articles.Count == nodes.Count ? Weights.OwnArticle : 0, "each stands in an article of its own"),
            (Weights.HeadingsBelow * groups / count, "headings stand below"),
            (underSections ? Weights.UnderSections : Weights.TopRank, underSections ? "stands under sections" : "highest rank"),
            (Weights.SectionWord * words / count, "called as sections are"),
            (Weights.Label * labels / count, "titles have labels"),
            (Weights.KnownSection * recurring / count, "called as sections of other issues are"),
            (Weights.RepeatedTitle * repeated / count, "the same titles stand under several headings"),
            (known, "the same in other issues"),
            (Weights.LearnedLayout * under / count, "items of the section have headings in other issues"),
            (width > 36 && count >= 3 ? Weights.SingleChild * single / count : 0, "long titles over one heading each"),
            (width > 36 ? Weights.LongTitle : width <= 16 ? Weights.ShortTitle : 0, width > 36 ? "long titles" : "short titles"),
        ];
        style.Score = cuesOf.Sum(cue => cue.Weight);
        style.LeadsItems = style.Score > 0;
        style.Cue = (style.LeadsItems ? cuesOf.MaxBy(cue => cue.Weight) : cuesOf.MinBy(cue => cue.Weight)).Cue;
    }

    /// <summary>Whether the link of what a heading names stands right below it, or its address alone at the end.</summary>
    private bool StandsOverItsLink(OutlineNode node)
    {
        if (node.Body.Count == 0) return false;
        if (reading.RepeatsHeading(node.Body[0])) return true;
        List<int> links = node.Body.FindAll(block => reading.Cues[block].WebLinks > 0);
        return links is [var only] && reading.Blocks[only].Box.ListDepth == 0 && reading.IsAddress(only);
    }

    /// <summary>"<u>Name</u> – what it is".</summary>
    private bool IsLinkWithSubtitle(int heading, BlockCues cues) =>
        reading.TextOf(heading)[cues.LinkLead..].TrimStart() is [':' or '：' or '-' or '–' or '—' or '|', ..];

    private bool StandsWhereItemsHaveHeadings(OutlineNode node) =>
        layouts is not null && node.Parent is { Heading: >= 0 } section
        && layouts.Of(reading.TextOf(section.Heading)[reading.Cues[section.Heading].Ordinal.Length..].ToString()) is { Layout: ItemLayout.Heading, IsOfSection: true };

    private string NameOf(OutlineNode node) => reading.NameOf(node.Heading);

    /// <summary>Where headings are numbered "1.2", the numbers count sections.</summary>
    private bool HasOutlineNumbers() => styles.Exists(style => style.Blocks.Exists(block => reading.Cues[block].Ordinal.Kind == OrdinalKind.Outline));

    /// <summary>How many paragraphs under a heading start with the link that they are about, where at least half do: they are its items.</summary>
    private int LinkStarts(OutlineNode node)
    {
        int starts = 0, others = 0;
        foreach (int block in node.Body)
        {
            if (reading.Blocks[block] is not { Kind: BlockKind.Paragraph, Length: > 0, AfterBreak: false }) continue;
            if (reading.Blocks[block].Box.ListDepth == 0 && reading.Blocks[block].Box.Nearest(BoxKind.Quote) is null && ParagraphLayout.IsLinkStart(reading, block) && BareAddress.LengthAt(reading.TextOf(block)) == 0) starts++;
            else others++;
        }

        return starts >= others ? starts : 0;
    }

    private Shape ShapeOf(OutlineNode node)
    {
        int listed = 0, linkedEntries = 0, prose = 0;
        Box? entry = null;
        foreach (int block in node.Body)
        {
            BlockCues cues = reading.Cues[block];
            if (prose > 0 && reading.IsUsualLabel(block)) break;
            if (reading.Blocks[block].Box.ListDepth > 1) continue;
            if (reading.Blocks[block].Box.ListDepth > 0)
            {
                Box? own = reading.Blocks[block].Box.Nearest(BoxKind.ListItem);
                if (!ReferenceEquals(own, entry))
                {
                    listed++;
                    if (cues.WebLinks > 0) linkedEntries++;
                }

                entry = own;
            }
            else if (cues.Ordinal.Length > 0 && cues.Ordinal.Kind is OrdinalKind.Bullet or OrdinalKind.Arabic or OrdinalKind.Circled)
            {
                listed++;
                if (cues.WebLinks > 0) linkedEntries++;
            }
            else if (cues.IsSentence)
            {
                prose++;
            }
        }

        if (linkedEntries > 0 && linkedEntries * 2 >= listed && prose <= 2 && listed >= 1) return Shape.LinkList;
        return prose > 0 && node.Children.Count == 0 ? Shape.Prose : Shape.Other;
    }

    private enum Shape
    {
        Other,
        Prose,
        LinkList,
    }
}
