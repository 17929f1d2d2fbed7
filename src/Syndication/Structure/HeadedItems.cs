using Syndication.Documents;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>Items that have headings: their text, and the lists of links that stand below it.</summary>
internal sealed class HeadedItems
{
    private readonly Reading reading;
    private readonly bool hasLinkSections;

    public HeadedItems(Reading reading, OutlineNode root)
    {
        this.reading = reading;
        hasLinkSections = HasLinkSections(root);
    }

    /// <summary>The item under a heading, with those under headings below it.</summary>
    public ItemDraft DraftOf(OutlineNode node)
    {
        var draft = new ItemDraft { First = node.Heading, FirstIsHeading = true, Layout = ItemLayout.Heading };
        foreach (OutlineNode child in node.Children.TakeWhile(IsLeadIn)) child.FoldInto(node.Body);
        AddBody(draft, node.Body);
        foreach (OutlineNode child in node.Children.SkipWhile(IsLeadIn)) draft.Items.Add(DraftOf(child));
        return draft;

        // A line over a list below an item's text announces it: a part of the text.
        static bool IsLeadIn(OutlineNode child) => child.Style is { Signature.Class: HeadingClass.LeadIn };
    }

    /// <summary>A list under an item's title, or below its text, is text too, unless each entry is a link of its own.</summary>
    private void AddBody(ItemDraft draft, List<int> body)
    {
        int first = body.FindIndex(IsListed), last = body.FindLastIndex(IsListed);
        if (first < 0 || !IsNamedLink(body[first]) || Links(body, first, last) is not { Count: > 1 } links)
        {
            draft.Rest.AddRange(body);
            return;
        }

        draft.Rest.AddRange(body.Where((_, place) => place < first || place > last));
        draft.Items.AddRange(links);
    }

    /// <summary>
    /// The entries of the one list of a body, where each starts with a link and at most a line follows it. What every item lists under the same words are its
    /// sources; so are links that stand over the text.
    /// </summary>
    private List<ItemDraft> Links(List<int> body, int first, int last)
    {
        int before = body.FindLastIndex(first, first + 1, place => !IsListed(place) && reading.Blocks[place].Length > 0);
        int after = body.FindAll(block => block > body[last] && reading.Blocks[block].Length > 0).Count;
        List<int> list = body.GetRange(first, last + 1 - first);
        if (after > (before < 0 ? 0 : 1) || (before >= 0 && reading.IsUsualLabel(body[before])) || !list.TrueForAll(block => IsListed(block) || reading.Blocks[block].Length == 0)) return [];
        List<ItemDraft> entries = ListLayout.Read(reading, list);
        return entries.TrueForAll(entry => IsNamedLink(entry.First)) ? entries : [];
    }

    /// <summary>Whether a line starts with a link in words: "#4711" only points to something.</summary>
    private bool IsNamedLink(int block) => reading.Cues[block].LinkLead is > 0 and int lead && Characters.HasLetter(reading.TextOf(block)[..lead]);

    private bool IsListed(int block) => reading.Blocks[block] is { Length: > 0, Box.ListDepth: > 0 };

    /// <summary>The links below the last story of a section that it does not announce: more items of the section, where other sections are such lists.</summary>
    public List<ItemDraft> TakeMore(ItemDraft last)
    {
        bool isMore = hasLinkSections && last.Items.Count > 0 && last.Items.TrueForAll(static item => item.Layout == ItemLayout.ListEntry)
            && last.Rest.FindLast(block => reading.Blocks[block].Length > 0) is > 0 and int before && before < last.Items[0].First && !reading.Cues[before].EndsWithColon;
        List<ItemDraft> more = isMore ? [.. last.Items] : [];
        if (isMore) last.Items.Clear();
        return more;
    }

    /// <summary>Whether a heading stands over nothing but a list of links.</summary>
    private bool HasLinkSections(OutlineNode node) => node.Children.Exists(child =>
        HasLinkSections(child)
        || (child.Children.Count == 0 && child.Body.Count > 1 && child.Body.TrueForAll(IsListed) && ListLayout.Read(reading, child.Body).TrueForAll(entry => reading.Cues[entry.First].LinkLead > 0)));
}
