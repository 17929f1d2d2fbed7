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

        var root = new OutlineNode(-1, null, null);
        OutlineNode at = root;
        for (int i = 0; i < reading.Count; i++)
        {
            if (reading.RoleOf(i) != BlockRole.Content) continue;
            if (!styleOf.TryGetValue(i, out HeadingStyle? style))
            {
                at.Body.Add(i);
                continue;
            }

            while (at.Style is not null && at.Style.Rank >= style.Rank) at = at.Parent!;
            var node = new OutlineNode(i, style, at);
            at.Children.Add(node);
            at = node;
        }

        return root;
    }
}
