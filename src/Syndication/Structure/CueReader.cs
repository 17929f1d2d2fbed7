using Syndication.Documents;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>Sees the cues of one block.</summary>
internal static class CueReader
{
    public static BlockCues Read(FlatDocument document, Block block) => Read(document, block, Ordinal.Read(document.TextOf(block)), 0);

    /// <summary>Sees the cues of a block that starts with a picture which stands for a bullet.</summary>
    public static BlockCues ReadAfter(FlatDocument document, Block block, Ordinal bullet) => Read(document, block, bullet, bullet.Length);

    private static BlockCues Read(FlatDocument document, Block block, Ordinal ordinal, int skip)
    {
        ReadOnlySpan<char> text = document.TextOf(block);
        skip = Math.Max(skip, Characters.PicturesLength(text));
        int plain = 0, foreign = 0, own = 0, anchor = 0, webLinks = 0, bold = 0, boldLead = 0, linkLead = 0, leadLink = -1, lastLink = -1;
        bool inBoldLead = true, inLinkLead = true;
        short look = 0;
        int lookWidth = -1;
        foreach (Run run in document.RunsOf(block))
        {
            if (run.Length == 0)
            {
                if (run.Link >= 0 && run.Link != lastLink && document.Links[run.Link].IsWeb) webLinks++;
                lastLink = run.Link;
                continue;
            }

            ReadOnlySpan<char> part = document.Text.AsSpan(run.Start, run.Length);
            int width = Characters.Width(part);
            bool blank = part.IsWhiteSpace() || (run.Link < 0 && run.End <= block.Start + skip);
            if (run.Link >= 0)
            {
                LinkTarget link = document.Links[run.Link];
                if (link.Reach == LinkReach.Foreign) foreign += width;
                else if (link.Reach == LinkReach.Anchor) anchor += width;
                else own += width;
                if (run.Link != lastLink && link.IsWeb) webLinks++;
            }
            else if (!blank)
            {
                plain += width;
            }

            lastLink = run.Link;
            if (run.Style.HasFlag(RunStyle.Bold) || blank)
            {
                bold += width;
                if (inBoldLead) boldLead = run.End - block.Start;
            }
            else
            {
                inBoldLead = false;
            }

            if (inLinkLead && (run.Link >= 0 ? document.Links[run.Link].Reach != LinkReach.Anchor || anchor < width : blank))
            {
                if (run.Link >= 0)
                {
                    linkLead = run.End - block.Start;
                    if (leadLink < 0) leadLink = run.Link;
                }
            }
            else if (inLinkLead)
            {
                inLinkLead = false;
            }

            if (width > lookWidth)
            {
                look = run.Look;
                lookWidth = width;
            }
        }

        int total = Characters.Width(text);
        char last = LastVisible(text);
        return new BlockCues
        {
            Width = total,
            PlainWidth = plain,
            ForeignWidth = foreign,
            OwnWidth = own,
            AnchorWidth = anchor,
            WebLinks = webLinks,
            IsBold = total > 0 && bold >= total,
            BoldLead = bold > 0 ? Trimmed(text, boldLead) : 0,
            LinkLead = leadLink >= 0 ? linkLead : 0,
            LeadLink = leadLink,
            Look = look,
            EndsSentence = Characters.EndsSentence(last),
            EndsWithColon = Characters.IsColon(last),
            IsOpenEnded = last is ',' or '，' or ';' or '；' or '、',
            EndsWithSemicolon = last is ';' or '；',
            Ordinal = ordinal,
        };
    }

    private static int Trimmed(ReadOnlySpan<char> text, int length)
    {
        while (length > 0 && char.IsWhiteSpace(text[length - 1])) length--;
        return length;
    }

    private static char LastVisible(ReadOnlySpan<char> text)
    {
        int i = text.Length - 1;
        while (i >= 0 && (Characters.IsInvisible(text[i]) || text[i] is '"' or '”' or '’' or ')' or '）' or '」' or '』' or '】')) i--;
        return i < 0 ? '\0' : text[i];
    }
}
