using Syndication.Documents;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>Finds the styles of headings: blocks that are headings by markup, or stand out from the text and stand over more of it.</summary>
internal sealed class HeadingFinder
{
    private const int MaxWidth = 140;

    private readonly Reading reading;
    private readonly short bodySize;
    private readonly bool bodyIsBold;
    private readonly string? bodyBackground;

    /// <summary>A caption over a table stands where a heading would: it has the rank of the highest heading.</summary>
    private readonly int captionLevel;

    private readonly HashSet<int> pictures;
    private readonly HashSet<int> rowHeadings;

    private HeadingFinder(Reading reading)
    {
        this.reading = reading;
        pictures = PictureHeadings.Find(reading);
        rowHeadings = RowHeadings.Find(reading);
        (bodySize, bodyIsBold, bodyBackground) = BodyStyle(reading);
        captionLevel = 6;
        for (int i = 0; i < reading.Count; i++)
        {
            if (reading.IsContent(i) && reading.Blocks[i].Kind == BlockKind.Heading) captionLevel = Math.Min(captionLevel, reading.Blocks[i].Level);
        }
    }

    /// <summary>The styles of headings in the content, without ranks, in order of first appearance.</summary>
    public static List<HeadingStyle> Find(Reading reading)
    {
        var finder = new HeadingFinder(reading);
        Dictionary<HeadingSignature, HeadingStyle> styles = [];
        List<HeadingStyle> inOrder = [];
        int[] lineRanks = reading.Document.Format == DocumentFormat.PlainText ? LineHeadings.Rank(reading) : [];
        for (int i = 0; i < reading.Count; i++)
        {
            if (!reading.IsContent(i)) continue;
            int line = lineRanks.Length > 0 ? lineRanks[i] : 0;
            if (finder.SignatureOf(i, line) is not { } signature) continue;
            if (!styles.TryGetValue(signature, out HeadingStyle? style))
            {
                styles[signature] = style = new HeadingStyle(signature);
                inOrder.Add(style);
            }

            style.Blocks.Add(i);
        }

        finder.JoinSingles(inOrder);
        inOrder.RemoveAll(style => !finder.IsStyle(style));
        inOrder.RemoveAll(style => finder.IsLoneButton(style, inOrder));
        if (reading.Profile is not null) KnownSections.AddTo(reading, inOrder);
        return inOrder;
    }

    /// <summary>Of titles that look alike some are links and others not: one alone joins the others, unless the one stands right over the other.</summary>
    private void JoinSingles(List<HeadingStyle> styles)
    {
        foreach (HeadingStyle single in styles.FindAll(style => style is { Signature.Class: HeadingClass.Styled, Blocks.Count: 1 } && !IsStyle(style)))
        {
            int block = single.Blocks[0];
            HeadingSignature twin = single.Signature with { IsLinked = !single.Signature.IsLinked, Color = null };
            HeadingStyle? others = styles.Find(style => style != single && style.Signature with { Color = null } == twin);
            if (others is null || others.Blocks.Count < 2 || others.Blocks.Contains(reading.NextText(block + 1)) || others.Blocks.Exists(other => reading.NextText(other + 1) == block)) continue;
            others.Blocks.Add(block);
            others.Blocks.Sort();
            styles.Remove(single);
        }
    }

    private HeadingSignature? SignatureOf(int index, int line)
    {
        Block block = reading.Blocks[index];
        BlockCues cues = reading.Cues[index];
        if (pictures.Contains(index)) return new HeadingSignature(HeadingClass.Picture, 0, 0, false, false, false, null, false, 0);
        if (cues.Width == 0) return null;
        if (ProfileLabeler.IsPinnedTitle(block)) return PinnedSignature(block);
        if (block.Box is { Kind: BoxKind.Caption, Parent.Kind: BoxKind.Table }) return new HeadingSignature(HeadingClass.Markup, captionLevel, 0, false, false, false, null, false, 0);
        if (rowHeadings.Contains(index)) return new HeadingSignature(HeadingClass.Markup, captionLevel, 0, false, false, false, null, false, 0);
        if (InQuoteOrData(block.Box)) return null;
        Look look = reading.Document.Looks[cues.Look];
        if (block.Kind == BlockKind.Heading)
        {
            return cues.Width > 300 ? null : new HeadingSignature(HeadingClass.Markup, block.Level, 0, false, false, false, null, false, 0);
        }

        if (block.Kind != BlockKind.Paragraph || cues.Width > MaxWidth) return null;
        if (line > 0) return new HeadingSignature(HeadingClass.Line, line, 0, false, false, false, null, false, 0);
        if (IsListGroup(index)) return new HeadingSignature(HeadingClass.ListGroup, 0, 0, cues.IsBold, false, false, null, false, block.Box.ListDepth);
        if (block.Box.ListDepth > 0 || IsButton(index)) return null;
        if (IsProminent(cues, look) && (!EndsLikeText(index) || (cues.IsLinked && !cues.IsOpenEnded)) && cues.Width <= 110 && reading.NextText(index + 1) >= 0)
        {
            return new HeadingSignature(HeadingClass.Styled, 0, look.Size, cues.IsBold, cues.IsLinked, look.Centered, cues.IsLinked || OnColor(look) ? null : look.Color, OnColor(look), 0, MarkOf(index));
        }

        if (MarkOf(index) is '【' or '▍' or '■' or '◆' or '▌' && cues.Width <= 60 && !EndsLikeText(index) && reading.NextText(index + 1) >= 0)
        {
            return new HeadingSignature(HeadingClass.Styled, 0, 0, cues.IsBold, cues.IsLinked, false, null, false, 0, MarkOf(index));
        }

        return IsLeadIn(index) ? new HeadingSignature(HeadingClass.LeadIn, 0, 0, false, false, false, null, false, 0) : null;
    }

    /// <summary>A heading that a selector names keeps its level; another element is above all headings as a section, below them as an item.</summary>
    private static HeadingSignature PinnedSignature(Block block)
    {
        BlockPins pin = block.Pins.HasFlag(BlockPins.Section) ? BlockPins.Section : BlockPins.Item;
        int level = block.Kind == BlockKind.Heading ? block.Level : pin == BlockPins.Section ? 0 : 7;
        return new HeadingSignature(HeadingClass.Markup, level, 0, false, false, false, null, false, 0, Pin: pin);
    }

    /// <summary>Whether blocks of a style stand over text often enough to be headings.</summary>
    private bool IsStyle(HeadingStyle style)
    {
        if (style.Signature.Class is HeadingClass.Markup or HeadingClass.Line or HeadingClass.Picture) return true;
        int over = 0;
        foreach (int block in style.Blocks)
        {
            int next = reading.NextText(block + 1);
            if (next >= 0 && (reading.Cues[next].Width > reading.Cues[block].Width || reading.Blocks[next].Box.ListDepth > 0 || style.Blocks.BinarySearch(next) < 0)) over++;
        }

        int distinct = style.Blocks.Select(block => reading.TextOf(block).ToString()).Distinct(StringComparer.Ordinal).Count();
        bool isLabel = style.Signature.Class == HeadingClass.Styled && reading.Cues[style.Blocks[0]].EndsWithColon;
        if (style.Blocks.Count >= (isLabel ? 2 : 3) && distinct * 2 <= style.Blocks.Count) return false;
        return style.Signature.Class switch
        {
            HeadingClass.LeadIn => true,
            HeadingClass.ListGroup => style.Blocks.Count > 1 && (style.Blocks.FindAll(GroupsLinks).Count * 2 >= style.Blocks.Count || !Array.Exists(reading.Cues, static cues => cues.WebLinks > 0)),
            _ => over * 10 >= style.Blocks.Count * 7 && (style.Blocks.Count > 1 || style.Signature.Size > bodySize || (IsLeadIn(style.Blocks[0]) && !reading.Cues[style.Blocks[0]].EndsWithColon) || reading.Profile?.LeadsSections(style.Name) == true),
        };
    }

    /// <summary>One line that is nothing but a link, in a look of its own, right over the headings of others: it asks for something.</summary>
    private bool IsLoneButton(HeadingStyle style, List<HeadingStyle> styles)
    {
        if (style is not { Signature: { Class: HeadingClass.Styled, IsLinked: true }, Blocks: [int block] }) return false;
        int next = reading.NextText(block + 1);
        return styles.Exists(other => other != style && other.Blocks.Count > 1 && other.Blocks.Contains(next) && !other.Signature.IsLinked);
    }

    private bool IsProminent(BlockCues cues, Look look) =>
        (cues.IsBold && !bodyIsBold) || (OnColor(look) && cues is { WebLinks: 0, Width: <= 60, EndsSentence: false }) || (look.Size > 0 && look.Size * 8 > (bodySize == 0 ? 16 : bodySize) * 9) || (cues.IsBold && look.Size > bodySize);

    /// <summary>The sign that a line starts with, of those that publishers set before headings; NUL where it starts with none.</summary>
    private char MarkOf(int index)
    {
        ReadOnlySpan<char> text = reading.TextOf(index).TrimStart();
        if (text.IsEmpty || char.IsLetterOrDigit(text[0])) return '\0';
        return text[0] is '【' or '[' or '［' or '「' ? (text[^1] is '】' or ']' or '］' or '」' ? '【' : '\0')
            : char.IsSurrogate(text[0]) || char.GetUnicodeCategory(text[0]) is System.Globalization.UnicodeCategory.OtherSymbol or System.Globalization.UnicodeCategory.MathSymbol ? (char.IsSurrogate(text[0]) ? '☺' : text[0]) : '\0';
    }

    /// <summary>Ends as running text does; a question or an exclamation may be a title.</summary>
    private bool EndsLikeText(int index)
    {
        ReadOnlySpan<char> text = reading.TextOf(index).TrimEnd();
        return text.IsEmpty || reading.Cues[index].IsOpenEnded || text[^1] is '.' or '。' or '．' or '…';
    }

    private bool IsLeadIn(int index)
    {
        BlockCues cues = reading.Cues[index];
        if (cues.Width > 60 || EndsLikeText(index) || (cues.WebLinks > 0 && !cues.IsLinked) || reading.Blocks[index].AfterBreak) return false;
        int next = index + 1;
        if (next >= reading.Count || !reading.IsContent(next) || reading.Blocks[next].Box.ListDepth == 0) return false;
        return (!cues.EndsWithColon || cues.Width <= 24) && !reading.RepeatsHeading(index) && !reading.Vocabulary.Is(WordClass.Related, reading.TextOf(index));
    }

    private bool IsListGroup(int index)
    {
        Block block = reading.Blocks[index];
        BlockCues cues = reading.Cues[index];
        if (block.Box.Kind != BoxKind.ListItem || block.Box.ListDepth != 1 || cues.Width > 60 || cues.WebLinks > 0 || EndsLikeText(index)) return false;
        if (index > 0 && ReferenceEquals(reading.Blocks[index - 1].Box, block.Box)) return false;
        return index + 1 < reading.Count && reading.Blocks[index + 1].Box.ListDepth == 2 && reading.Blocks[index + 1].Box.IsWithin(block.Box);
    }

    private bool GroupsLinks(int group)
    {
        for (int i = group + 1; i < reading.Count && reading.Blocks[i].Box.ListDepth > reading.Blocks[group].Box.ListDepth; i++)
        {
            if (reading.Cues[i].WebLinks > 0) return true;
        }

        return false;
    }

    private static bool InQuoteOrData(Box box)
    {
        for (Box? at = box; at is not null; at = at.Parent)
        {
            if (at.Kind is BoxKind.Quote or BoxKind.Table or BoxKind.DefinitionList or BoxKind.Figure or BoxKind.Summary) return true;
        }

        return false;
    }

    /// <summary>Whether it stands on a colour that the text does not stand on. Which one is not asked: sections often have one each.</summary>
    private bool OnColor(Look look) => look.Background is not null && look.Background != bodyBackground;

    /// <summary>A linked line that only points, or leads where a line shortly before led already: "Read more".</summary>
    private bool IsButton(int index)
    {
        if (reading.Cues[index].WebLinks == 0) return false;
        if (reading.Vocabulary.Is(WordClass.Pointer, reading.TextOf(index))) return true;
        string? url = LinkOf(index);
        for (int i = index - 1, seen = 0; i >= 0 && seen < 6; i--, seen++)
        {
            if (url is not null && LinkOf(i) == url && reading.TextOf(i).Length > 0) return true;
        }

        return false;
    }

    private string? LinkOf(int index)
    {
        foreach (Run run in reading.Document.RunsOf(reading.Blocks[index]))
        {
            if (run.Link >= 0) return reading.Document.Links[run.Link].Url;
        }

        return null;
    }

    /// <summary>The size, whether it is bold, and the background that most of the content is set in.</summary>
    private static (short Size, bool IsBold, string? Background) BodyStyle(Reading reading)
    {
        Dictionary<short, int> widths = [];
        Dictionary<string, int> backgrounds = new(StringComparer.Ordinal);
        int bold = 0, total = 0;
        for (int i = 0; i < reading.Count; i++)
        {
            if (!reading.IsContent(i)) continue;
            BlockCues cues = reading.Cues[i];
            short size = reading.Document.Looks[cues.Look].Size;
            widths[size] = widths.GetValueOrDefault(size) + cues.Width;
            string background = reading.Document.Looks[cues.Look].Background ?? "";
            backgrounds[background] = backgrounds.GetValueOrDefault(background) + cues.Width;
            total += cues.Width;
            if (cues.IsBold) bold += cues.Width;
        }

        short best = 0;
        foreach ((short size, int width) in widths)
        {
            if (width > widths.GetValueOrDefault(best) || (width == widths.GetValueOrDefault(best) && size < best)) best = size;
        }

        return (best, bold * 2 > total, backgrounds.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).FirstOrDefault().Key is { Length: > 0 } most ? most : null);
    }
}
