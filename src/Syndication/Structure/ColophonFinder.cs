using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>Finds what stands under an issue to say how it came about: labelled lines at the very end ("Author: …", "Created: …"), or all under the last rule where the way out stands.</summary>
internal static class ColophonFinder
{
    private const int MaxBlocks = 8;
    private const int MaxWidth = 600;

    public static void Label(Reading reading)
    {
        LabelFields(reading);
        LabelUnderRule(reading);
    }

    /// <summary>Two labelled by-lines or more at the end, with the short linked lines among them.</summary>
    private static void LabelFields(Reading reading)
    {
        int first = -1, fields = 0, seen = 0;
        for (int i = reading.Count - 1; i > 0 && seen < MaxBlocks; i--)
        {
            if (!reading.IsContent(i) || reading.Blocks[i].Length == 0) continue;
            seen++;
            if (reading.Blocks[i].Box.ListDepth > 0 || reading.Blocks[i].Kind == BlockKind.Heading || reading.Cues[i].Width > 60) break;
            if (IsField(reading, i))
            {
                first = i;
                fields++;
            }
            else if (!reading.Cues[i].IsLinked && reading.Cues[i].WebLinks == 0)
            {
                break;
            }
        }

        if (fields < 2) return;
        for (int i = first; i < reading.Count; i++)
        {
            if (!reading.IsContent(i)) continue;
            if (IsField(reading, i)) reading.Label(i, BlockRole.Byline, "says who or when, at the end");
            else reading.Label(i, BlockRole.Footer, "stands among lines that say who and when");
        }
    }

    /// <summary>"Author: …": one word, a colon, and a by-line.</summary>
    private static bool IsField(Reading reading, int block)
    {
        ReadOnlySpan<char> text = reading.TextOf(block);
        int colon = text.IndexOfAny(':', '：');
        return colon is > 0 and <= 16 && !text[..colon].Contains(' ') && BylineCues.IsByline(reading, block);
    }

    private static void LabelUnderRule(Reading reading)
    {
        int rule = reading.Count - 1, blocks = 0, width = 0;
        bool isWayOut = false;
        for (; rule > 0; rule--)
        {
            if (reading.Blocks[rule].Kind == BlockKind.Rule && reading.RoleOf(rule) == BlockRole.Content && blocks > 0) break;
            if (reading.RoleOf(rule) == BlockRole.Related || reading.Blocks[rule].Kind == BlockKind.Heading) return;
            if (!reading.IsContent(rule) || reading.Blocks[rule].Length == 0) continue;
            blocks++;
            width += reading.Cues[rule].Width;
            isWayOut |= reading.IsBoilerplate(rule);
            if (blocks > MaxBlocks || width > MaxWidth || reading.Blocks[rule].Box.ListDepth > 0) return;
        }

        if (rule == 0 || !isWayOut) return;
        for (int i = rule + 1; i < reading.Count; i++) reading.LabelContent(i, BlockRole.Footer, "stands under the last rule with the licence or the way out");
    }
}
