using Syndication.Model;

namespace Syndication.Tests.Structure;

/// <summary>What an issue is read as, in a line for each section: its way from the top and the titles of its items, with those within in brackets.</summary>
internal static class ExpectedSections
{
    /// <summary>The head of an issue whose headings are those of stories.</summary>
    public const string TwoStories = """
        # Harbour News

        ## The ferry sails again after a long winter
        After a winter in the dock the old ferry is back. It was painted by the pupils of the school, who may ride for nothing.

        ## The lamp on the north pier is out since Tuesday
        The keeper asks all boats to sail slowly until he has found a new one. He looks for it in three towns.
        """;

    public static void Expect(string source, params string[] expected)
    {
        List<string> found = [];
        foreach (Section section in IssueReader.Default.Read(source).Issue.Sections) Add(section, null);
        Assert.Equal(expected, found);

        void Add(Section section, string? above)
        {
            string name = above is null ? section.Title ?? "-" : $"{above} › {section.Title}";
            if (section.Items.Length > 0) found.Add($"{name}: {Titles(section.Items)}");
            foreach (Section inner in section.Sections) Add(inner, name);
        }
    }

    private static string Titles(IEnumerable<Item> items) =>
        string.Join(", ", items.Select(static item => item.Items.IsEmpty ? item.Title ?? "-" : $"{item.Title ?? "-"} ({Titles(item.Items)})"));
}
