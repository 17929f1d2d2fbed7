using System.Collections.Immutable;
using Syndication.Documents;
using Syndication.Model;

namespace Syndication.Structure;

/// <summary>Makes preface, sections, items and closing of an outline. Every block of content ends in exactly one of them.</summary>
internal sealed class Interpreter
{
    private readonly Reading reading;
    private readonly BodyLayout layouts;
    private readonly ItemWriter items;
    private readonly Ledger ledger;
    private readonly KnownLayouts? known;
    private readonly List<int> closing = [];
    private readonly List<(string? Section, string Layout)> noted = [];
    private readonly StoryHeadings stories;
    private readonly HeadedItems headed;

    private Interpreter(Reading reading, OutlineNode root, Ledger ledger, KnownLayouts? known)
    {
        this.reading = reading;
        this.known = known;
        this.ledger = ledger;
        layouts = new BodyLayout(reading, ListedItems(root) >= 3);
        items = new ItemWriter(reading, ledger);
        stories = new StoryHeadings(reading, layouts, root);
        headed = new HeadedItems(reading, root);
    }

    public static IssueParts Interpret(Reading reading, OutlineNode root, Ledger ledger, KnownLayouts? known)
    {
        var interpreter = new Interpreter(reading, root, ledger, known);
        return interpreter.Read(root);
    }

    private IssueParts Read(OutlineNode root)
    {
        List<Section> sections = [];
        Content? preface = null;
        bool hasSections = root.Children.Exists(child => !IsEntry(child));
        if (root.Children.Count == 0)
        {
            SectionBody body = layouts.Read(root.Body, null, false, known?.Of(null));
            Note(null, body.Items, root, null);
            preface = Text(body.Intro, "preface");
            closing.AddRange(body.Trailing);
            AddSection(sections, null, items.WriteAll(body.Items));
        }
        else
        {
            if (hasSections) FoldSlogans(root);
            else Note(null, [], root, null);
            preface = ReadPreface(root, hasSections, sections);
        }

        TakeClosing(root);
        ImmutableArray<Item>.Builder loose = ImmutableArray.CreateBuilder<Item>();
        for (int i = 0; i < root.Children.Count; i++)
        {
            OutlineNode child = root.Children[i];
            if (IsEntry(child))
            {
                loose.Add(items.Write(headed.DraftOf(child)));
                continue;
            }

            AddSection(sections, null, loose.DrainToImmutable());
            sections.Add(SectionOf(child, i == root.Children.Count - 1, null));
        }

        AddSection(sections, null, loose.DrainToImmutable());
        closing.AddRange(root.Tail);
        return new IssueParts(preface, sections, Text(closing, "closing"), RelatedFinder.Read(reading), noted);
    }

    /// <summary>A last section that is called a closing (footnotes, a sign-off) is one.</summary>
    private void TakeClosing(OutlineNode root)
    {
        if (root.Children.Count < 2 || root.Children[^1] is not { } last || !reading.Vocabulary.Is(WordClass.Closing, reading.TextOf(last.Heading))) return;
        last.FoldInto(closing);
        root.Children.RemoveAt(root.Children.Count - 1);
    }

    /// <summary>Lines set large before the first section that lead nowhere are part of the introduction, not items.</summary>
    private void FoldSlogans(OutlineNode root)
    {
        if (root.Children.TakeWhile(child => IsEntry(child)).Count() > 3) return;
        while (root.Children[0] is { Style.Signature.Class: HeadingClass.Styled } first && IsEntry(first) && reading.Cues[first.Heading].WebLinks == 0)
        {
            first.FoldInto(root.Body);
            root.Children.RemoveAt(0);
        }
    }

    /// <summary>What stands before the first heading: an introduction, unless it is a list of items itself.</summary>
    private Content? ReadPreface(OutlineNode root, bool hasSections, List<Section> sections)
    {
        SectionBody body = layouts.Read(root.Body, null, true);
        int linked = body.Items.Count(item =>
            item.Layout is ItemLayout.ListEntry or ItemLayout.Definition or ItemLayout.LinkedLine or ItemLayout.TableRow
            || (item.Layout is ItemLayout.LinkStart or ItemLayout.Bulleted && reading.Cues[item.First].WebLinks > 0));
        if (linked < 3 || (hasSections && linked < 5)) return Text(root.Body, "preface");
        AddSection(sections, null, items.WriteAll(body.Items));
        return Text([.. body.Intro, .. body.Trailing], "preface");
    }

    private static void AddSection(List<Section> sections, string? title, ImmutableArray<Item> own)
    {
        if (!own.IsEmpty) sections.Add(new Section { Title = title, Items = own });
    }

    private Section SectionOf(OutlineNode node, bool isLast, KnownLayout? around)
    {
        TitleCut cut = ItemTitle.Find(reading, node.Heading, true, false);
        string title = cut is { HasTitle: true, Label: null } ? reading.Document.Text[cut.Start..cut.End] : reading.TextOf(node.Heading)[reading.Cues[node.Heading].Ordinal.Length..].Trim().ToString();
        if (title.Length == 0) title = PictureHeadings.TitleOf(reading, node.Heading) ?? reading.TextOf(node.Heading).ToString();
        ledger.Place(node.Heading, "section title");
        string? kind = reading.Vocabulary.SectionKindOf(title);
        KnownLayout? layout = known?.Of(title, around);
        if (layout is { IsPinned: true, Layout: ItemLayout.Prose }) FoldAll(node);
        SectionBody body = layouts.Read(node.Body, title, node.Children.Count > 0, layout);
        Note(title, body.Items, node, layout);
        bool closes = isLast && node.Children.Count == 0 && body.Items.Count > 0 && body.Trailing.Count > 0;
        if (closes)
        {
            closing.AddRange(body.Trailing);
            body.Trailing.Clear();
        }

        List<Item> own = [.. items.WriteAll(body.Items)];
        List<Section> inner = [];
        for (int i = 0; i < node.Children.Count; i++)
        {
            OutlineNode child = node.Children[i];
            if (!IsEntry(child, layout))
            {
                inner.Add(SectionOf(child, isLast && i == node.Children.Count - 1, layout));
                continue;
            }

            ItemDraft draft = headed.DraftOf(child);
            List<ItemDraft> more = i == node.Children.Count - 1 ? headed.TakeMore(draft) : [];
            own.Add(items.Write(draft));
            own.AddRange(items.WriteAll(more));
        }

        var section = new Section
        {
            Title = title,
            Kind = kind,
            Slug = StableIds.Slug(title),
            Content = Text([.. body.Intro, .. body.Trailing], "section"),
            Items = [.. own],
            Sections = [.. inner],
        };
        ledger.Own(section, node.Heading);
        ledger.Own(section, body.Intro);
        ledger.Own(section, body.Trailing);
        return section;
    }

    /// <summary>What stands under headings within a section that is one text is text too.</summary>
    private static void FoldAll(OutlineNode node)
    {
        foreach (OutlineNode child in node.Children) child.FoldInto(node.Body);
        node.Children.Clear();
    }

    /// <summary>Notes how the items of a section are set, where nearly all are set in one way. Headings that stand beside sections, or were decided by a hair, are not plain.</summary>
    private void Note(string? title, List<ItemDraft> body, OutlineNode node, KnownLayout? layout)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        int total = 0;
        foreach (ItemDraft item in body)
        {
            counts[item.Layout] = counts.GetValueOrDefault(item.Layout) + 1;
            total++;
        }

        List<OutlineNode> entries = node.Children.FindAll(child => IsEntry(child, layout));
        if (entries.Count > 0)
        {
            if (entries.Count < node.Children.Count || entries.Exists(static entry => entry.Style is { IsSettled: false, Score: > -1 and < 1 })) return;
            counts[ItemLayout.Heading] = entries.Count;
            total += entries.Count;
        }

        foreach ((string name, int count) in counts)
        {
            if (count * 5 >= total * 4) noted.Add((title, name));
        }
    }

    /// <summary>Whether a heading is the title of an item: as its style is, unless it only groups, or a person says how the items of the section are set.</summary>
    private bool IsEntry(OutlineNode node, KnownLayout? layout = null)
    {
        if (layout is { IsPinned: true, Layout: ItemLayout.Heading }) return true;
        if (layout is { IsPinned: true } pinned && new ProfileLayout(reading, pinned).Pinned(node.Body, null, false) is not null) return false;
        if (stories.Has(node.Style!)) return stories.IsStory(node);
        if (!node.Style!.LeadsItems || (!node.Style.IsSettled && (HeadsNamedList(node) || HeadsListBesideItems(node)))) return false;
        if (node.Children.Count == 0 || reading.Cues[node.Heading].WebLinks > 0) return true;
        return node.Body.Exists(block => reading.Blocks[block].Length > 0);
    }

    /// <summary>Called as sections are, with nothing below but a list.</summary>
    private bool HeadsNamedList(OutlineNode node) =>
        node.Body.Count > 0 && reading.Cues[node.Heading].WebLinks == 0 && node.Body.TrueForAll(block => reading.Blocks[block].Box.ListDepth > 0)
        && reading.Vocabulary.NamesSection(reading.TextOf(node.Heading));

    /// <summary>
    /// A short heading without a link over nothing but a list groups: where the other headings of its style are counted and it is not, where it stands
    /// below items of its section in a style that lists of links follow, or where headings stand below that list too.
    /// </summary>
    private bool HeadsListBesideItems(OutlineNode node)
    {
        if (node.Body.Count == 0 || reading.Cues[node.Heading] is not { WebLinks: 0, Width: <= 40, Ordinal.Length: 0, EndsWithColon: false }) return false;
        if (!node.Body.TrueForAll(block => reading.Blocks[block].Box.ListDepth > 0)) return false;
        if (node.Children.Count > 0) return ListLayout.Read(reading, node.Body).TrueForAll(entry => reading.Cues[entry.First].LinkLead > 0);
        int counted = node.Style!.Blocks.FindAll(block => reading.Cues[block].Ordinal.Kind is OrdinalKind.Arabic or OrdinalKind.Circled).Count;
        return counted * 2 >= node.Style.Blocks.Count || HeadsLongEntries(node) || (node.Style.Score < 0 && node.Parent!.Body.Exists(block => reading.Cues[block].LinkLead > 0));
    }

    /// <summary>Over four entries and more, of which three in four are a sentence or two that lead somewhere: as many pieces of news.</summary>
    private bool HeadsLongEntries(OutlineNode node) =>
        ListLayout.Read(reading, node.Body) is { Count: >= 4 } entries && entries.FindAll(entry => reading.Cues[entry.First] is { IsSentence: true, WebLinks: > 0 }).Count * 4 >= entries.Count * 3;

    private Content? Text(List<int> blocks, string place)
    {
        blocks.Sort();
        return items.Text(blocks, place);
    }

    /// <summary>How many entries of lists with links, and headings of items, the issue has.</summary>
    private int ListedItems(OutlineNode node)
    {
        int count = node.Style is { LeadsItems: true } ? 1 : 0;
        foreach (int block in node.Body)
        {
            if (reading.Blocks[block].Box.ListDepth > 0 && reading.Cues[block].WebLinks > 0) count++;
        }

        return count + node.Children.Sum(ListedItems);
    }
}
