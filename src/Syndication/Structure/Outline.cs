namespace Syndication.Structure;

/// <summary>Nests blocks under headings by rank.</summary>
internal static class Outline
{
    public static OutlineNode Nest(Reading reading, List<HeadingStyle> styles)
    {
        Dictionary<int, HeadingStyle> styleOf = [];
        foreach (HeadingStyle style in styles)
        {
            foreach (int block in style.Blocks) styleOf[block] = style;
        }

        HashSet<int> recurring = Recurring(reading, styles);
        Dictionary<int, int> sponsors = SponsorBlocks.Find(reading, styleOf);
        HeadingStyle sponsorStyle = new(new HeadingSignature(HeadingClass.LeadIn, 0, 0, false, false, false, null, false, 0));
        var root = new OutlineNode(-1, null, null);
        OutlineNode at = root;
        for (int i = 0; i < reading.Count; i++)
        {
            if (reading.RoleOf(i) == BlockRole.Related) at = root;
            if (reading.RoleOf(i) != BlockRole.Content) continue;
            if (sponsors.TryGetValue(i, out int end))
            {
                var paid = new OutlineNode(i, sponsorStyle, root);
                for (int k = i + 1; k < end; k++)
                {
                    if (reading.RoleOf(k) == BlockRole.Content) paid.Body.Add(k);
                }

                root.Children.Add(paid);
                i = end - 1;
                continue;
            }

            if (!styleOf.TryGetValue(i, out HeadingStyle? style))
            {
                (ReferenceEquals(at, root) && root.Children.Count > 0 ? root.Tail : at.Body).Add(i);
                continue;
            }

            while (at.Style is not null && at.Style.Rank >= style.Rank) at = at.Parent!;
            if (style.Signature.Class != HeadingClass.Markup && at.Parent is { Style: not null } && (recurring.Contains(i) || (NamesSection(reading, i) && !NamesSection(reading, at.Heading)))) at = at.Parent;
            var node = new OutlineNode(i, style, at);
            at.Children.Add(node);
            at = node;
        }

        return root;
    }

    /// <summary>
    /// Raises headings that only look like their neighbours: one without link or text among titles that are links is the section of those that
    /// follow it, set by the publisher's mistake in the style of titles.
    /// </summary>
    public static void RaiseGroups(Reading reading, OutlineNode node)
    {
        for (int c = 0; c < node.Children.Count; c++)
        {
            OutlineNode child = node.Children[c];
            RaiseGroups(reading, child);
            for (int i = 1; i < child.Children.Count - 1; i++)
            {
                if (!OnlyGroups(reading, child.Children, i)) continue;
                var raised = new OutlineNode(child.Children[i].Heading, child.Style, node);
                raised.Children.AddRange(child.Children[(i + 1)..]);
                child.Children.RemoveRange(i, child.Children.Count - i);
                node.Children.Insert(c + 1, raised);
                break;
            }
        }
    }

    private static bool OnlyGroups(Reading reading, List<OutlineNode> siblings, int index)
    {
        OutlineNode node = siblings[index];
        if (!node.Style!.LeadsItems || node.Children.Count > 0 || node.Body.Count > 0 || reading.Cues[node.Heading].WebLinks > 0) return false;
        int linked = siblings.FindAll(sibling => ReferenceEquals(sibling.Style, node.Style) && reading.Cues[sibling.Heading].WebLinks > 0).Count;
        return linked * 4 >= siblings.Count * 3 && reading.Cues[siblings[index + 1].Heading].WebLinks > 0;
    }

    /// <summary>Short lines over lists that come again and again in the same words ("bugfix"): each is a part of the group it stands in, not of the item above it.</summary>
    private static HashSet<int> Recurring(Reading reading, List<HeadingStyle> styles)
    {
        Dictionary<string, List<int>> lines = new(StringComparer.Ordinal);
        foreach (HeadingStyle style in styles)
        {
            if (style.Signature.Class != HeadingClass.LeadIn) continue;
            foreach (int block in style.Blocks)
            {
                if (reading.Cues[block] is not { EndsWithColon: false, Width: <= 24, Ordinal.Length: 0 }) continue;
                string name = Folding.Fold(reading.TextOf(block).Trim().ToString());
                if (!lines.TryGetValue(name, out List<int>? same)) lines[name] = same = [];
                same.Add(block);
            }
        }

        return [.. lines.Values.Where(same => same.Count > 1).SelectMany(same => same)];
    }

    /// <summary>What is called as sections are ("bugfix", "其他") is no part of the item above it.</summary>
    private static bool NamesSection(Reading reading, int block) => reading.Vocabulary.NamesSection(reading.TextOf(block));
}
