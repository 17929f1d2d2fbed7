using Syndication.Documents;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>What an issue's parts look like as a whole: figures by which a likely reading is told from an unlikely one.</summary>
/// <param name="Items">How many items there are, those within others included.</param>
/// <param name="Sections">How many sections have titles.</param>
/// <param name="OutsideShare">The share of the content that stands in no item: preface, texts of sections, closing.</param>
/// <param name="BareShare">The share of items that have neither title nor link.</param>
/// <param name="LargestShare">The share of the largest item in the text of all items.</param>
/// <param name="EmptyShare">The share of sections that hold nothing.</param>
/// <param name="Undecided">The share of headings whose style was decided by a hair.</param>
/// <param name="Scatter">How many looks headings have beyond what any issue needs, by the number of headings.</param>
/// <param name="MixedShare">The share of items that are laid out otherwise than the one before them in the same section.</param>
/// <param name="MisnamedShare">The share of items that are called as sections are and lead nowhere.</param>
/// <param name="RunTogetherShare">The share of the content that stands in blocks which hold more links than one piece of news has.</param>
/// <param name="Damage">The share of characters that no text has: U+FFFD, or Latin letters read for the bytes of others.</param>
internal readonly record struct IssueShape(int Items, int Sections, double OutsideShare, double BareShare, double LargestShare, double EmptyShare, double Undecided, double Scatter, double MixedShare, double MisnamedShare, double RunTogetherShare, double Damage)
{
    private const int UsualLooks = 3;
    private const double Hair = 1.0;
    private const int LongBlock = 600, ManyLinks = 7;

    public static IssueShape Of(Understanding understanding)
    {
        int sections = 0, empty = 0, items = 0, bare = 0, misnamed = 0;
        long inItems = 0, largest = 0;
        Reading reading = understanding.Reading;
        foreach (Section section in understanding.Parts.Sections) Add(section);
        long content = 0, together = 0;
        int mixed = 0;
        string? layout = null;
        for (int i = 0; i < reading.Count; i++)
        {
            if (!reading.IsContent(i)) continue;
            content += reading.Blocks[i].Length;
            if (reading.Cues[i] is { Width: > LongBlock, WebLinks: > ManyLinks }) together += reading.Blocks[i].Length;
            string? own = understanding.Ledger.LayoutOf(i);
            if (own is not null && layout is not null && own != layout) mixed++;
            layout = understanding.Ledger.PlaceOf(i) == "section title" ? null : own ?? layout;
        }

        double headings = understanding.Styles.Sum(style => style.Blocks.Count);
        double undecided = understanding.Styles.Sum(style => style.Signature.Class is HeadingClass.Markup or HeadingClass.Styled ? style.Blocks.Count * Math.Max(0, 1 - (Math.Abs(style.Score) / Hair)) : 0);
        return new IssueShape(
            items, sections, content == 0 ? 1 : Math.Clamp(1 - ((double)inItems / content), 0, 1), items == 0 ? 0 : (double)bare / items, inItems == 0 ? 0 : (double)largest / inItems,
            sections == 0 ? 0 : (double)empty / sections, headings == 0 ? 0 : undecided / headings, headings == 0 ? 0 : Math.Max(0, understanding.Styles.Count - UsualLooks) / headings, items == 0 ? 0 : (double)mixed / items, items == 0 ? 0 : (double)misnamed / items,
            content == 0 ? 0 : (double)together / content, DamageOf(reading.Document.Text));

        void Add(Section section)
        {
            if (section.Title is not null)
            {
                sections++;
                if (section.Items.IsEmpty && section.Sections.IsEmpty && section.Content is null) empty++;
                inItems += section.Title.Length;
            }

            foreach (Item item in section.Items) Count(item);
            foreach (Section inner in section.Sections) Add(inner);
        }

        void Count(Item item)
        {
            items++;
            long length = (item.Title?.Length ?? 0) + (item.Content?.Text.Length ?? 0);
            inItems += length;
            largest = Math.Max(largest, length);
            if (item.Title is null && item.Links.IsEmpty) bare++;
            if (item is { Title: { } title, Links.IsEmpty: true } && reading.Vocabulary.NamesSection(title)) misnamed++;
            foreach (Item inner in item.Items) Count(inner);
        }
    }

    /// <summary>U+FFFD, C1 controls, and Â or Ã before what UTF-8 goes on with: a letter that was read as Latin-1.</summary>
    private static double DamageOf(string text)
    {
        int damaged = 0;
        ReadOnlySpan<char> rest = text;
        for (int at = rest.IndexOfAny(Broken); at >= 0; at = rest.IndexOfAny(Broken))
        {
            if (rest[at] is not ('Â' or 'Ã') || (at + 1 < rest.Length && rest[at + 1] is >= '\u0080' and <= '\u00BF')) damaged++;
            rest = rest[(at + 1)..];
        }

        return text.Length == 0 ? 0 : (double)damaged / text.Length;
    }

    private static readonly System.Buffers.SearchValues<char> Broken = System.Buffers.SearchValues.Create(
        [(char)0xFFFD, 'Â', 'Ã', .. Enumerable.Range(0x80, 0x20).Select(code => (char)code)]);
}
