using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>Labels what the publication's profile says of blocks: what a selector names before all else, recurring texts after the issue's own evidence.</summary>
internal static class ProfileLabeler
{
    /// <summary>Sets aside what the selectors name as furniture.</summary>
    public static void LabelIgnored(Reading reading)
    {
        for (int i = 0; i < reading.Count; i++)
        {
            if (reading.Blocks[i].Pins.HasFlag(BlockPins.Ignore)) reading.LabelContent(i, BlockRole.Furniture, "the profile's selector names it as furniture");
        }
    }

    /// <summary>Sets aside texts that recur from issue to issue, and takes back what the selectors name as titles.</summary>
    public static void Label(Reading reading)
    {
        ProfileCues profile = reading.Profile!;
        for (int i = 0; i < reading.Count; i++)
        {
            Block block = reading.Blocks[i];
            if (IsPinnedTitle(block))
            {
                if (reading.RoleOf(i) is not (BlockRole.Hidden or BlockRole.Furniture)) reading.Label(i, BlockRole.Content, "the profile's selector names it as a title");
            }
            else if (reading.IsContent(i) && block.Length > 0 && (profile.IsPinned || MayRecur(reading, i)) && profile.IsFurniture(reading.TextOf(i)))
            {
                reading.Label(i, BlockRole.Furniture, "stands so in other issues of the publication");
            }
        }
    }

    /// <summary>Whether a selector names the block as the title of a section or of an item.</summary>
    public static bool IsPinnedTitle(Block block) => (block.Pins & (BlockPins.Section | BlockPins.Item)) != BlockPins.None;

    /// <summary>Only lines that are no headings and no entries of lists are set aside for standing in other issues: those may be news again.</summary>
    public static bool MayRecur(Reading reading, int block) => reading.Blocks[block].Kind == BlockKind.Paragraph && reading.Blocks[block].Box.ListDepth == 0 && reading.Cues[block].Width <= 160;
}
