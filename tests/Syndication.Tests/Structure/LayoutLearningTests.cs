using System.Globalization;
using System.Text;
using Syndication.Documents;
using Syndication.Structure;

namespace Syndication.Tests.Structure;

/// <summary>How items are set: learned from the issues in which it is plain, and used for those that leave it open.</summary>
public class LayoutLearningTests
{
    private static readonly string[] plants = ["Broad beans", "Winter leeks", "The old quince", "Rhubarb", "Sweet peas", "A row of kale", "Garlic"];
    private static readonly string[] deeds = ["came through the frost", "were eaten by pigeons", "want staking this week", "can be lifted now", "stand in water"];

    /// <summary>The designs of a letter of our own writing, the oldest first.</summary>
    private enum Design
    {
        /// <summary>Items in "Beds" are paragraphs that start bold.</summary>
        Bold,

        /// <summary>Items in "Beds" are entries of a list, and headings are one rank higher.</summary>
        Lists,
    }

    [Fact]
    public void The_layout_of_each_section_is_learned_in_words_that_a_person_can_correct()
    {
        PublicationProfile profile = Learned(Design.Bold);
        Assert.Equal(
            [("Beds", ItemLayout.BoldStart, 8), ("Seed swap", ItemLayout.ListEntry, 8), ("From the shed", ItemLayout.Prose, 8)],
            profile.Layouts.Select(static layout => (layout.Section!, layout.Items, layout.Issues)));
        string json = PublicationProfileJson.Serialize(profile);
        Assert.Contains("\"section\": \"Beds\"", json, StringComparison.Ordinal);
        Assert.Contains("\"items\": \"paragraph that starts bold\"", json, StringComparison.Ordinal);
        Assert.Equal(profile, PublicationProfileJson.Deserialize(json));
        Assert.NotEqual(profile, profile with { Layouts = [] });
    }

    [Fact]
    public void Where_all_sections_are_set_alike_that_is_said_of_the_publication()
    {
        PublicationProfile profile = PublicationProfile.Learn(Enumerable.Range(1, 4).Select(static number =>
            Read($"<h1>Pond Notes #{number}</h1><p>Good morning from the pond, in week {number}.</p>" + string.Concat(((string[])["Newts", $"Guest {number}"]).Select(section => $"<h2>{section}</h2>{RunIn(number)}{RunIn(number + 1)}")))));
        Assert.Equal(new LayoutProfile(ItemLayout.BoldStart, null, 4), profile.Layouts[0]);
        Assert.Equal(new LayoutProfile(ItemLayout.BoldStart, "Newts", 4), Assert.Single(profile.Layouts[1..]));
    }

    [Fact]
    public void A_section_with_one_item_is_read_as_in_other_issues()
    {
        string page = Page(9, Beds(RunIn(3)));
        Assert.NotEqual([$"Beds: {Item(3)}"], Outline(IssueReader.Default.Read(page)).Take(1));
        Assert.Equal([$"Beds: {Item(3)}"], Outline(Reader(Learned(Design.Bold)).Read(page)).Take(1));
    }

    [Fact]
    public void Lists_under_items_belong_to_them_where_other_issues_set_items_so()
    {
        string list = "<ul><li><a href=https://a.example/1>How to net a bed</a></li><li><a href=https://a.example/2>Where the nets are kept</a></li></ul>";
        string page = Page(9, Beds(RunIn(3) + list + RunIn(4) + list));
        Assert.NotEqual([$"Beds: {Item(3)} | {Item(4)}"], Outline(IssueReader.Default.Read(page)).Take(1));
        IssueResult taught = Reader(Learned(Design.Bold)).Read(page);
        Assert.Equal([$"Beds: {Item(3)} | {Item(4)}"], Outline(taught).Take(1));
        Assert.Equal(4, taught.Issue.Sections[0].Items.Sum(static item => item.Links.Count(static link => link.Url.StartsWith("https://a.example/", StringComparison.Ordinal))));
    }

    [Fact]
    public void Points_without_links_under_a_long_paragraph_are_items_where_they_are_in_other_issues()
    {
        const string Long = "<p>The tin on the shelf by the door is full again, and what is in it is for everybody who leaves something else in it, as was agreed in the spring by all who came to the meeting, and by most of those who did not.</p>";
        string swap = $"<h2>Seed swap</h2>{Long}<ul><li>Marrow, two packets</li><li>Chard, from last year</li></ul>";
        string page = Page(9, Beds(RunIn(3) + RunIn(4)) + swap);
        Assert.DoesNotContain("Seed swap: Marrow, two packets | Chard, from last year", Outline(IssueReader.Default.Read(page)));
        Assert.Contains("Seed swap: Marrow, two packets | Chard, from last year", Outline(Reader(Learned(Design.Bold)).Read(page)));
    }

    [Fact]
    public void Inspecting_says_that_the_layout_was_learned_and_from_how_many_issues()
    {
        IssueResult result = new IssueReader(new IssueReaderOptions { Profile = Learned(Design.Bold), Explain = true }).Read(Page(9, Beds(RunIn(3))));
        Assert.StartsWith("paragraph that starts bold; layout learned from 8 issues", Assert.Single(result.Decisions, static block => block.Cue.Contains("layout", StringComparison.Ordinal)).Cue, StringComparison.Ordinal);
        IssueResult plain = new IssueReader(new IssueReaderOptions { Profile = Learned(Design.Bold), Explain = true }).Read(Page(8, Design.Bold));
        Assert.DoesNotContain(plain.Decisions, static block => block.Cue.Contains("layout", StringComparison.Ordinal));
    }

    [Fact]
    public void What_an_issue_plainly_shows_wins_over_what_was_learned()
    {
        string page = Page(9, Beds($"<ul><li><a href=https://a.example/1>{Item(3)}</a></li><li><a href=https://a.example/2>{Item(4)}</a></li></ul>"));
        Assert.Equal(IssueReader.Default.Read(page).Issue, Reader(new PublicationProfile { Layouts = Learned(Design.Bold).Layouts, LearnedFrom = 8 }).Read(page).Issue);
    }

    [Fact]
    public void Every_generation_of_markup_keeps_its_own_layout()
    {
        PublicationProfile profile = PublicationProfile.Learn([.. Alone(1, 8, Design.Bold), .. Alone(9, 14, Design.Lists)]);
        Assert.Equal(
            [("Beds", ItemLayout.BoldStart, "h2"), ("Beds", ItemLayout.ListEntry, "h1")],
            profile.Layouts.Where(static layout => layout.Section == "Beds").Select(static layout => (layout.Section!, layout.Items, layout.Among!)));
        Assert.Equal([$"Beds: {Item(3)}"], Outline(Reader(profile).Read(Page(20, Beds(RunIn(3))))).Take(1));
        for (int number = 1; number <= 14; number++)
        {
            Design design = number <= 8 ? Design.Bold : Design.Lists;
            Assert.Equal(Outline(Read(Page(number, design))), Outline(Reader(profile).Read(Page(number, design))));
        }
    }

    [Fact]
    public void The_order_of_the_issues_makes_no_difference_and_learners_add_up()
    {
        List<IssueResult> alone = [.. Alone(1, 8, Design.Bold), .. Alone(9, 14, Design.Lists)];
        PublicationProfile profile = PublicationProfile.Learn(alone);
        Assert.Equal(profile, PublicationProfile.Learn(Enumerable.Reverse(alone)));
        var (first, second) = (new ProfileLearner(), new ProfileLearner());
        foreach (IssueResult issue in alone) (issue.Issue.Number % 3 == 0 ? first : second).Add(issue);
        second.Add(first);
        Assert.Equal(profile, second.Learn());
    }

    [Fact]
    public void Two_issues_teach_no_layout() => Assert.Empty(PublicationProfile.Learn(Alone(1, 2, Design.Bold)).Layouts);

    [Theory]
    [InlineData("prose", "?")]
    [InlineData("bare paragraph", "One. | ? | Three.")]
    [InlineData("paragraph that starts bold", "One. | Three.")]
    [InlineData("list entry", "A point | Another")]
    [InlineData("table row", "?")]
    public void A_layout_that_a_person_pinned_wins_over_what_the_page_shows(string layout, string items)
    {
        const string Page = """
            # Pond Notes 12

            ## Newts

            **One.** The first has come to the water, and stays there.

            Two. The second is late, as it was last year.

            **Three.** The third was seen by a child.

            - A point
            - Another

            ## Toads

            - [A](https://a.example/)
            - [B](https://b.example/)
            """;
        var source = new IssueSource { FileName = "12.md" };
        PublicationProfile profile = new() { Layouts = [new LayoutProfile(layout, "Newts")] };
        IssueResult pinned = new IssueReader(new IssueReaderOptions { Profile = profile, Explain = true }).Read(Page, source), alone = IssueReader.Default.Read(Page, source);
        if (layout == "table row") items = Outline(alone).First()["Newts: ".Length..];
        else Assert.Contains(pinned.Decisions, static block => block.Cue.Contains("layout pinned by the profile", StringComparison.Ordinal));
        Assert.Equal([$"Newts: {items}", "Toads: A | B"], Outline(pinned));
        Assert.Equal(1, pinned.Coverage);

        // A learned profile in which a person has corrected one line: that line is pinned.
        Assert.Equal(Outline(pinned), Outline(new IssueReader(new IssueReaderOptions { Profile = profile with { LearnedFrom = 8 } }).Read(Page, source)));
    }

    [Fact]
    public void Headings_within_a_section_are_titles_of_items_or_groups_or_text_as_a_person_pins()
    {
        const string Page = "# Pond Notes 12\n\n## Newts\n\n### Spring\n\n- [A](https://a.example/)\n- [B](https://b.example/)\n\n### Autumn\n\n- [C](https://c.example/)\n- [D](https://d.example/)\n\n## Toads\n\n- [E](https://e.example/)\n- [F](https://f.example/)\n";
        string Sections(string? layout) => string.Join("; ", new IssueReader(new IssueReaderOptions { Profile = layout is null ? null : new PublicationProfile { Layouts = [new LayoutProfile(layout, "Newts")] } })
            .Read(Page, new IssueSource { FileName = "12.md" }).Issue.Sections.Select(static section => $"{section.Title} {section.Items.Length} {section.Sections.Length}"));
        Assert.Equal("Newts 0 2; Toads 2 0", Sections(null));
        Assert.Equal("Newts 0 2; Toads 2 0", Sections("list entry"));
        Assert.Equal("Newts 2 0; Toads 2 0", Sections("heading"));
        Assert.Equal("Newts 1 0; Toads 2 0", Sections("prose"));
    }

    [Fact]
    public void Headings_that_could_be_either_are_titles_of_items_where_the_section_has_such_in_other_issues()
    {
        static string Page(int number, string news) =>
            $"<h1>Pond Notes #{number}</h1><p>Good morning from the pond, in week {number}.</p><h2>News</h2>{news}<h2>Links</h2><ul><li><a href=https://a.example/{number}>A of {number}</a></li><li><a href=https://b.example/{number}>B of {number}</a></li></ul>";
        static string News(int number) => $"<h3>Newts came in week {number}</h3><p>They have come to the water, and stay there. It is early.</p><h3>Toads left in week {number}</h3><p>They have gone up the hill, as they do. It is late.</p>";
        string open = Page(5, "<h4>Newts</h4><ul><li><a href=https://c.example/>A count</a></li><li><a href=https://d.example/>A map</a></li></ul><h4>Toads</h4><p>They have gone up the hill, as they do. It is late.</p>");
        PublicationProfile profile = PublicationProfile.Learn(Enumerable.Range(1, 4).Select(number => Read(Page(number, News(number)))));
        Assert.Equal(ItemLayout.Heading, Assert.Single(profile.Layouts, static layout => layout.Section == "News").Items);
        Assert.Equal(["Newts", "Toads"], Read(open).Issue.Sections[0].Sections.Select(static section => section.Title));
        Assert.Equal(["Newts", "Toads"], Reader(profile).Read(open).Issue.Sections[0].Items.Select(static item => item.Title));
    }

    /// <summary>Whatever is learned of a publication in general: an issue that shows what it is stays what it is.</summary>
    [Fact]
    public void A_layout_that_was_learned_of_other_sections_spoils_no_fixture()
    {
        List<string> worse = [];
        foreach ((string name, byte[] bytes) in IssueFiles.Seeds())
        {
            if (IssueFiles.GoldOf(name) is not { } gold) continue;
            var source = new IssueSource { FileName = name };
            GoldScore alone = GoldScore.Of(gold, IssueResultJson.Serialize(IssueReader.Default.Read(bytes, source)));
            foreach (string layout in ItemLayout.All)
            {
                IssueResult taught = Reader(new PublicationProfile { Layouts = [new LayoutProfile(layout, null, 9)], LearnedFrom = 9 }).Read(bytes, source);
                GoldScore score = GoldScore.Of(gold, IssueResultJson.Serialize(taught));
                if ((score.Node ?? 1) < (alone.Node ?? 1) || (score.Edge ?? 1) < (alone.Edge ?? 1)) worse.Add($"{name} {layout}: {alone} became {score}");
            }
        }

        Assert.True(worse.Count == 0, string.Join('\n', worse));
    }

    /// <summary>An issue leaves nothing open that it says itself: what it teaches of layouts changes nothing in it.</summary>
    [Theory]
    [MemberData(nameof(IssueFiles.All), MemberType = typeof(IssueFiles))]
    public void What_an_issue_teaches_of_layouts_changes_nothing_in_it(string name) => ChangesNothing(name, IssueFiles.Read(name));

    [Fact]
    public void What_a_fixture_teaches_of_layouts_changes_nothing_in_it()
    {
        foreach ((string name, byte[] bytes) in IssueFiles.Seeds()) ChangesNothing(name, bytes);
    }

    private static void ChangesNothing(string name, byte[] bytes)
    {
        var source = new IssueSource { FileName = name };
        IssueResult alone = IssueReader.Default.Read(bytes, source);
        PublicationProfile learned = PublicationProfile.Learn([alone, alone, alone, alone]);
        IssueResult taught = Reader(new PublicationProfile { Layouts = learned.Layouts, LearnedFrom = 4 }).Read(bytes, source);
        Assert.Equal(IssueResultJson.Serialize(alone with { Decisions = [] }), IssueResultJson.Serialize(taught with { Decisions = [] }));
    }

    private static PublicationProfile Learned(Design design) => PublicationProfile.Learn(Alone(1, 8, design));

    private static IEnumerable<IssueResult> Alone(int first, int last, Design design) => Enumerable.Range(first, last - first + 1).Select(number => Read(Page(number, design)));

    private static IssueResult Read(string page) => IssueReader.Default.Read(page);

    private static IssueReader Reader(PublicationProfile profile) => new(new IssueReaderOptions { Profile = profile });

    private static IEnumerable<string> Outline(IssueResult result) => result.Issue.Sections.Select(static section => $"{section.Title}: {string.Join(" | ", section.Items.Select(static item => item.Title ?? "?"))}");

    private static string Item(int number) => $"{plants[number % plants.Length]} {deeds[number % deeds.Length]}.";

    private static string RunIn(int number) => $"<p><b>{Item(number)}</b> Whoever passes may look, and whoever looks may lend a hand, for the week is long.</p>";

    private static string Beds(string items) => $"<h2>Beds</h2>{items}";

    private static string Page(int number, Design design)
    {
        var page = new StringBuilder();
        page.Append(Beds(design == Design.Bold ? RunIn(number) + RunIn(number + 1) : $"<ul><li><a href=https://b.example/{number}>{Item(number)}</a> Look.</li><li><a href=https://b.example/{number}b>{Item(number + 1)}</a> Look.</li></ul>"));
        page.Append(CultureInfo.InvariantCulture, $"<h2>Seed swap</h2><ul><li><a href=https://s.example/{number}>Peas of year {number}</a></li><li><a href=https://s.example/{number}b>Marrow of year {number}</a></li></ul>");
        page.Append(CultureInfo.InvariantCulture, $"<h2>From the shed</h2><p>It rained on {number} days. The kettle is mended, and the roof will be. Nobody has seen the long ladder, which is wanted back.</p><p>There is tea for those who bring a cup.</p>");
        return Page(number, design == Design.Bold ? page.ToString() : page.Replace("h2>", "h1>").ToString());
    }

    private static string Page(int number, string body) =>
        $"<!DOCTYPE html><html lang=en><head><title>Allotment Letter #{number}</title></head><body><article><h1>Allotment Letter #{number}</h1><p>Good morning from the plots. It is week {number}, and the gate is open.</p>{body}{(body.Contains("From the shed", StringComparison.Ordinal) ? "" : "<h2>From the shed</h2><p>The kettle is away to be mended. Nobody has seen the long ladder, which is wanted back.</p><p>There is tea for those who bring a cup.</p>")}</article></body></html>\n";
}
