using System.Collections.Immutable;
using Syndication.Documents;
using Syndication.Model;

namespace Syndication.Structure;

/// <summary>Writes drafts as items: title, label, safe content, links, by-line, and the items within.</summary>
internal sealed class ItemWriter(Reading reading, Ledger ledger)
{
    private readonly ContentWriter writer = new(reading.Document);
    private readonly List<Piece> pieces = [];

    public Item Write(ItemDraft draft)
    {
        FlatDocument document = reading.Document;
        Block first = document.Blocks[draft.First];
        bool isAlone = draft.Rest.TrueForAll(block => document.Blocks[block].Length == 0) && draft.Items.Count == 0;
        TitleCut cut = draft.Title ?? (draft.IsUntitled
            ? new TitleCut(first.Start, first.Start, first.Start, null, "prose without a title")
            : ItemTitle.Find(reading, draft.First, draft.FirstIsHeading, isAlone));
        ledger.Place(draft.First, cut.HasTitle && cut.TextStart > first.Start ? "item title" : "item", draft.Layout, draft.Known is { } known ? $"{known.Cue}; {cut.Cue}" : cut.Cue);

        var links = new LinkList();
        List<Person>? authors = null;
        pieces.Clear();
        foreach (int block in draft.Rest)
        {
            if (block < draft.First) pieces.Add(Piece.Whole(document, block));
        }

        if (cut.TextStart < first.End || HasImage(first)) pieces.Add(new Piece(draft.First, cut.TextStart, first.End));
        AddLinks(links, first, cut);
        foreach (int block in draft.Rest)
        {
            ledger.Place(block, "item");
            if (block > draft.First) pieces.Add(Piece.Whole(document, block));
            if (reading.Cues[block].Width < 120 && BylineReader.Read(document, document.Blocks[block]) is { Count: > 0 } people) (authors ??= []).AddRange(people);
            else AddLinks(links, document.Blocks[block], default);
        }

        Content? content = writer.Write(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(pieces), RootOf(draft));
        ImmutableArray<Item> inner = WriteAll(draft.Items);
        var item = new Item
        {
            Title = cut.HasTitle ? document.Text[cut.Start..cut.End] : null,
            Kind = cut.Label,
            Content = content,
            Links = links.ToImmutable(),
            Authors = authors is null ? [] : [.. authors],
            Items = inner,
        };
        ledger.Own(item, draft.First);
        ledger.Own(item, draft.Rest);
        return item;
    }

    /// <summary>Writes drafts in their order.</summary>
    public ImmutableArray<Item> WriteAll(List<ItemDraft> drafts)
    {
        if (drafts.Count == 0) return [];
        var items = ImmutableArray.CreateBuilder<Item>(drafts.Count);
        foreach (ItemDraft draft in drafts) items.Add(Write(draft));
        return items.MoveToImmutable();
    }

    /// <summary>Writes blocks as content of their own and enters them in the ledger.</summary>
    public Content? Text(List<int> blocks, string place)
    {
        if (blocks.Count == 0) return null;
        pieces.Clear();
        foreach (int block in blocks)
        {
            ledger.Place(block, place);
            pieces.Add(Piece.Whole(reading.Document, block));
        }

        return writer.Write(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(pieces), reading.Document.Boxes[0]);
    }

    /// <summary>The box within which an item is written: the list entry, cell or row that is all its own.</summary>
    private Box RootOf(ItemDraft draft)
    {
        Box box = reading.Blocks[draft.First].Box;
        if (draft.Layout is ItemLayout.TableRow) return box.Nearest(BoxKind.TableRow) ?? box;
        if (draft.Layout is ItemLayout.ListEntry or ItemLayout.Definition)
        {
            for (Box? at = box; at is not null; at = at.Parent)
            {
                if (at.Kind is BoxKind.ListItem or BoxKind.DefinitionTerm or BoxKind.DefinitionDescription) return at.Kind is BoxKind.ListItem ? at : at.Parent ?? at;
            }
        }

        return reading.Document.Boxes[0];
    }

    private bool HasImage(Block block)
    {
        foreach (Run run in reading.Document.RunsOf(block))
        {
            if (run.Image >= 0) return true;
        }

        return false;
    }

    /// <summary>The web links of a block in reading order, each address once, the title's first.</summary>
    private void AddLinks(LinkList links, Block block, TitleCut cut)
    {
        FlatDocument document = reading.Document;
        ReadOnlySpan<Run> runs = document.RunsOf(block);
        for (int i = 0; i < runs.Length; i++)
        {
            if (runs[i].Link < 0) continue;
            int first = i;
            while (i + 1 < runs.Length && (runs[i + 1].Link == runs[first].Link || (i + 2 < runs.Length && runs[i + 1].Link < 0 && runs[i + 2].Link == runs[first].Link))) i++;
            LinkTarget target = document.Links[runs[first].Link];
            if (target.IsWeb) links.Add(target.Url!, document.Text.AsSpan(runs[first].Start, runs[i].End - runs[first].Start).Trim(), runs[first].Start >= cut.Start && runs[first].End <= cut.End);
        }
    }
}
