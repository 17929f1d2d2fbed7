using System.Globalization;
using System.Text;

namespace Syndication.Tests.Structure;

/// <summary>
/// The archive of a letter of our own writing, with what is in each issue: three sections of which an issue has one to three, a greeting and a parting line in
/// every issue, and three designs one after the other that use the same tags for different things.
/// </summary>
internal static class LetterArchive
{
    public const string Greeting = "Tap the name of the harbour to follow us.", Parting = "Sent from the pilot house, with salt on the envelope.";

    private static readonly string[] sections = ["Tides and Weather", "Ships Expected", "From the Rigging Loft"];
    private static readonly string[] boats = ["Brig Marigold", "Ketch Aurora", "Steamer Halcyon", "Barque Petrel", "Yawl Kestrel", "Cutter Samphire", "Schooner Wren"];
    private static readonly string[] deeds = ["was towed in by night", "waits for a new mast", "brings oranges and letters", "lost an anchor off the point", "takes on ballast"];

    /// <summary>The designs, the oldest first.</summary>
    public enum Design
    {
        /// <summary>Sections are bold paragraphs, items paragraphs that begin with a link.</summary>
        Bold,

        /// <summary>Sections are h2, items h3 over a paragraph.</summary>
        Headings,

        /// <summary>Sections are h1, items h2 over a paragraph.</summary>
        LargeHeadings,
    }

    /// <summary>What a careful person reads in an issue.</summary>
    public static IEnumerable<(string Section, string[] Items)> Of(int number) =>
        sections.Skip(number % 3 == 1 ? 1 : 0).Take(number % 4 == 0 ? 1 : 3).Select((section, s) => (section, Enumerable.Range(0, 2 + ((number + s) % 2)).Select(i => Item(number, s, i)).ToArray()));

    public static string Page(int number, Design design)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=en><head><title>The Harbour Letter #{number}</title></head><body><div>");
        page.Append(CultureInfo.InvariantCulture, $"<h1>The Harbour Letter #{number}</h1><p>{Greeting}</p><p>Good morning from the quay. It is week {number} of the long watch, and the lamps are lit early.</p>");
        foreach ((string section, string[] items) in Of(number))
        {
            page.Append(design switch { Design.Bold => $"<p><b>{section}</b></p>", Design.Headings => $"<h2>{section}</h2>", _ => $"<h1>{section}</h1>" });
            foreach (string item in items)
            {
                string address = $"https://harbour.example/{number}/{item.Replace(' ', '-')}";
                string text = $"The harbour master wrote it down as he saw it, on page {number} of the log, and signed below.";
                page.Append(design switch
                {
                    Design.Bold => $"<p><a href=\"{address}\">{item}</a><br>{text}</p>",
                    Design.Headings => $"<h3>{item}</h3><p>{text} <a href=\"{address}\">The log</a>.</p>",
                    _ => $"<h2>{item}</h2><p>{text} <a href=\"{address}\">The log</a>.</p>",
                });
            }
        }

        page.Append(CultureInfo.InvariantCulture, $"<p>{Parting}</p></div></body></html>\n");
        return page.ToString();
    }

    /// <summary>What was read, in the form of <see cref="Of"/>.</summary>
    public static IEnumerable<(string Section, string[] Items)> Read(IssueResult result) =>
        result.Issue.Sections.Select(section => (section.Title ?? "", section.Items.Select(item => item.Title ?? "").ToArray()));

    private static string Item(int number, int section, int item) =>
        $"{boats[(number + (section * 3) + item) % boats.Length]} {deeds[((number * 2) + section + (item * 3)) % deeds.Length]}";
}
