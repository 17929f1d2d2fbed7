using Syndication.Documents;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>How sure a reading is to be right, from 0 to 1: what is left after each doubt has taken its share.</summary>
internal static class Confidence
{
    /// <summary>The confidence of a reading.</summary>
    /// <param name="understanding">What was understood.</param>
    /// <param name="metadata">What is known of the issue as a whole.</param>
    /// <param name="isIssue">Whether it looks like an issue.</param>
    /// <param name="coverage">The share of the text that is accounted for.</param>
    /// <param name="decoded">The text, and how its bytes were understood.</param>
    public static double Of(Understanding understanding, IssueMetadata metadata, bool isIssue, double coverage, DecodedText decoded)
    {
        double confidence = 1 - Doubts.Always;
        foreach ((_, double doubt) in DoubtsOf(understanding, metadata, isIssue, coverage, decoded)) confidence *= 1 - Math.Clamp(doubt, 0, 1);
        return Math.Round(confidence, 3);
    }

    /// <summary>Each doubt, with its name.</summary>
    public static IEnumerable<(string Name, double Doubt)> DoubtsOf(Understanding understanding, IssueMetadata metadata, bool isIssue, double coverage, DecodedText decoded)
    {
        var shape = IssueShape.Of(understanding);
        yield return ("no issue", isIssue ? 0 : Doubts.NoIssue);
        yield return ("text lost", (1 - coverage) * Doubts.TextLost);
        yield return ("cut off", IsCutOff(understanding.Reading, decoded.Text) ? Doubts.CutOff : 0);
        yield return ("damaged text", shape.Damage > 0 ? Math.Min(Doubts.MostDamage, Doubts.AnyDamage + (shape.Damage * Doubts.Damage)) : 0);
        yield return ("encoding", decoded.Diagnostics.Any(diagnostic => diagnostic.Code is DiagnosticCodes.EncodingContradicted or DiagnosticCodes.BytesReplaced) ? Doubts.EncodingContradicted : 0);
        yield return ("limits", decoded.Diagnostics.Concat(understanding.Reading.Document.Diagnostics).Any(diagnostic => diagnostic.Code is DiagnosticCodes.InputTruncated or DiagnosticCodes.NestingLimited) ? Doubts.Limits : 0);
        yield return ("few items", shape.Items switch { 0 => Doubts.NoItems, 1 => Doubts.OneItem, 2 => Doubts.TwoItems, _ => 0 });
        yield return ("text in no item", Math.Max(0, shape.OutsideShare - Doubts.UsualOutside) * Doubts.OutsideItems);
        yield return ("items without title and link", shape.BareShare * Doubts.BareItems);
        yield return ("one item is all", shape.Items > 2 ? Math.Max(0, shape.LargestShare - Doubts.UsualLargest) * Doubts.LargestItem : 0);
        yield return ("empty sections", shape.EmptyShare * Doubts.EmptySections);
        yield return ("headings undecided", shape.Undecided * Doubts.Undecided);
        yield return ("many looks", shape.Scatter * Doubts.Scatter);
        yield return ("items of several kinds", Math.Max(0, shape.MixedShare - Doubts.UsualMixed) * Doubts.MixedItems);
        yield return ("items called as sections", shape.MisnamedShare * Doubts.MisnamedItems);
        yield return ("no sections", shape is { Items: >= Doubts.ManyItems, Sections: 0 } ? Doubts.NoSections : 0);
        yield return ("run together", shape.RunTogetherShare * Doubts.RunTogether);
        yield return ("no title", metadata.Title is null && metadata.Number is null ? Doubts.NoTitle : 0);
        yield return ("no number or date", metadata.Number is null && metadata.Published is null ? Doubts.NoNumberNorDate : 0);
        yield return ("nothing leads out", metadata.Number is null && metadata.Published is null && !understanding.Reading.Document.Links.Any(static link => link is { IsWeb: true, Reach: Documents.LinkReach.Foreign }) ? Doubts.NothingLeadsOut : 0);
    }

    /// <summary>Whether the source ends before its end: a page that was begun but not closed, or a last line that stops within a sentence.</summary>
    private static bool IsCutOff(Reading reading, string source)
    {
        if (reading.Document.Format == DocumentFormat.Html)
        {
            ReadOnlySpan<char> tail = source.AsSpan(Math.Max(0, source.Length - 4096));
            ReadOnlySpan<char> head = source.AsSpan(0, Math.Min(source.Length, 4096));
            if (head.Contains("<html", StringComparison.OrdinalIgnoreCase) && !tail.Contains("</html", StringComparison.OrdinalIgnoreCase) && !tail.Contains("</body", StringComparison.OrdinalIgnoreCase)) return true;
            int open = tail.LastIndexOf('<');
            return open >= 0 && !tail[open..].Contains('>') && open + 1 < tail.Length && (char.IsAsciiLetter(tail[open + 1]) || tail[open + 1] == '/');
        }

        int last = reading.Count - 1;
        while (last >= 0 && (reading.Blocks[last].Length == 0 || reading.RoleOf(last) == BlockRole.Hidden)) last--;
        return last >= 0 && reading.IsContent(last) && source.Length > 0 && source[^1] != '\n' && reading.Cues[last] is { EndsSentence: false } && !source.AsSpan().TrimEnd().EndsWith(")");
    }
}
