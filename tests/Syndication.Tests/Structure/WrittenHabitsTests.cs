using Syndication.Model;
using static Syndication.Tests.Structure.ExpectedSections;

namespace Syndication.Tests.Structure;

/// <summary>Habits of people who write newsletters by hand, each in the smallest issue that shows it.</summary>
public sealed class WrittenHabitsTests
{
    [Fact]
    public void Words_before_a_bare_address_are_the_title() => Expect("""
        # Harbour Daily 12

        ## News

        1. A rope that ties itself: https://example.org/rope
        2. 码头的新灯塔 https://example.org/light
        3. https://example.org/untold
        """, "News: A rope that ties itself, 码头的新灯塔, https://example.org/untold");

    [Fact]
    public void A_date_before_a_link_is_its_label() => Expect("""
        ## Events

        - **12 Mar 2019:** [Harbour Day](https://example.org/day), hosted by the pilots
        - **27-28 Mar 2019:** [Rope Fair](https://example.org/fair) for all
        """, "Events: Harbour Day, Rope Fair");

    [Fact]
    public void Bold_words_before_a_link_that_ends_the_entry_are_its_label() => Expect("""
        ## Reading

        - **Wanda Rope:** [How to splice](https://example.org/1)
        - **Tom Tide:** [A table of tides](https://example.org/2)
        - **The lamp burns:** the keeper [tells why](https://example.org/3)
        """, "Reading: How to splice, A table of tides, The lamp burns");

    [Fact]
    public void A_list_of_news_among_stories_is_a_section() => Expect($"""
        {TwoStories}

        ## And besides
        - The rope walk opens its doors on Sunday, as [its owners write](https://example.org/1).
        - A film about the pier [is shown at the cinema](https://example.org/2) until the end of May.
        - Two boats were sold, and [one was bought](https://example.org/3) by the museum of the town.
        - The tide table has [an error on page nine](https://example.org/4), which its printer regrets.
        """, "-: The ferry sails again after a long winter, The lamp on the north pier is out since Tuesday", "And besides: -, -, -, -");

    [Fact]
    public void Points_that_a_sentence_announces_are_a_part_of_its_story() => Expect("""
        # Harbour News 9

        ## A workshop on knots for all who sail
        The harbour holds its first workshop on knots in June. There will be talks on three subjects in all:

        - Knots that hold;
        - Knots that open again;
        - Knots for one hand.

        Please write to us if you would like to come.

        ## The new list of boats is out
        The new list of all boats in the harbour has more ways to look for a boat than the old one had:

        - by its name;
        - by its owner;
        - by its length.

        ## Links
        - [Knots](https://example.org/1)
        - [Tides](https://example.org/2)
        """, "-: A workshop on knots for all who sail, The new list of boats is out", "Links: Knots, Tides");

    [Fact]
    public void Pictures_typed_before_links_are_bullets() => Expect("""
        📒 [How to splice](https://example.org/1)

        ⭐️ [A tide table](https://example.org/2)

        📒 [Lamps of the pier](https://example.org/3)

        📒 Why we row

        > https://example.org/4

        📒 [The last ferry](https://example.org/5)
        """, "-: How to splice, A tide table, Lamps of the pier, Why we row, The last ferry");

    [Fact]
    public void Paragraphs_that_start_with_links_are_the_items_of_their_heading() => Expect("""
        ## Sails
        [Sewing canvas](https://example.org/1): slow work, but worth the time. Nobody who did it once buys a sail again.

        [Dacron or hemp](https://example.org/2)
        An old question, answered once more by somebody who has used both.

        ## Ropes
        [Knots for one hand](https://example.org/3) has films of every knot, taken from both sides.

        [Rope walks](https://example.org/4) were once half a mile long. Few are left.
        """, "Sails: Sewing canvas, Dacron or hemp", "Ropes: Knots for one hand, Rope walks");

    [Fact]
    public void A_stray_heading_of_a_higher_level_is_a_sibling() => Expect("""
        ---
        title: Harbour Weekly 3
        ---
        ## Sails
        - [One](https://example.org/1)
        ## Ropes
        - [Two](https://example.org/2)
        # Lamps
        - [Three](https://example.org/3)
        ## Boats
        - [Four](https://example.org/4)
        """, "Sails: One", "Ropes: Two", "Lamps: Three", "Boats: Four");

    [Fact]
    public void Titles_that_stand_under_several_headings_are_parts_of_each() => Expect("""
        ## Harbour
        ### In short
        Little happened this week, and what did was told elsewhere already by others.
        ### Links of the week
        **[One lamp](https://example.org/1)** (3 min)
        What one is.
        ## Open sea
        ### In short
        Storms kept everybody at home, so that there is nothing to tell of the open sea.
        ### Links of the week
        **[Two lamps](https://example.org/2)** (4 min)
        What two is.
        """, "Harbour › In short: -", "Harbour › Links of the week: One lamp", "Open sea › In short: -", "Open sea › Links of the week: Two lamps");

    [Fact]
    public void Headings_over_nothing_but_prose_are_stories_and_those_over_lists_sections() => Expect("""
        # This Week in Harbour

        ## The ferry sails again
        After a winter in the dock the old ferry is back. It was painted by the pupils of the school, who may ride for nothing.

        ## A survey of ropes
        We would like to know which ropes you use, and have six questions. Nobody has to answer all of them.

        ## Lamps
        The lamp on the north pier is out. The keeper asks all boats to sail slowly until he has found a new one.

        ## Links
        - [Knots](https://example.org/1)
        - [Tides](https://example.org/2)
        """, "-: The ferry sails again, A survey of ropes, Lamps", "Links: Knots, Tides");

    [Fact]
    public void Long_titles_over_one_heading_each_are_items() => Expect("""
        ## The rope walk of the old town looks for a new keeper
        Archive: <https://example.org/1>
        ### Wanda Rope announced
        The rope walk is two hundred years old and still in use. Whoever keeps it lives there for nothing and needs strong hands.

        ## A position on the north pier for somebody who can mend lamps
        Archive: <https://example.org/2>
        ### Tom Tide announced
        The lamp has been out for a week and nobody in town can mend it, so that we look for help from elsewhere.

        ## Tables of the tides for all harbours of the coast, version two
        Archive: <https://example.org/3>
        ### Ida Current announced
        The tables have been set anew and have no errors on page nine any more. They are free for everybody who sails.
        """, "-: The rope walk of the old town looks for a new keeper (Wanda Rope announced), A position on the north pier for somebody who can mend lamps (Tom Tide announced), Tables of the tides for all harbours of the coast, version two (Ida Current announced)");

    [Fact]
    public void A_button_over_the_first_heading_is_no_section() => Expect("""
        <html><body><table><tr><td><p style="font-size:14px">All that was new on the water this week, picked by hand for you.</p>
        <p style="font-size:15px;text-align:center"><a href="https://example.org/send" style="font-weight:bold;color:#1173C7;font-size:15px">Send us yours!</a></p></td></tr>
        <tr><td style="background:#FAFAFA;text-align:center;font-size:15px"><strong>News</strong></td></tr>
        <tr><td><div style="font-size:14px"><a href="https://example.org/1" style="font-weight:bold;font-size:15px;color:#1173C7">One</a><br>What one is about, in a sentence or so.</div></td></tr>
        <tr><td style="background:#FAFAFA;text-align:center;font-size:15px"><strong>Articles</strong></td></tr>
        <tr><td><div style="font-size:14px"><a href="https://example.org/2" style="font-weight:bold;font-size:15px;color:#1173C7">Two</a><br>What two is about, in a sentence or so.</div></td></tr></table></body></html>
        """, "News: One", "Articles: Two");

    [Fact]
    public void Days_are_sections_and_no_by_lines()
    {
        const string Days = """
            ### Harbour daily news (2017-04-25)

            1. One https://example.org/1
            2. Two https://example.org/2

            ### Harbour daily news (2017-04-26)

            1. Three https://example.org/3
            2. Four https://example.org/4
            """;
        Expect(Days, "Harbour daily news (2017-04-25): One, Two", "Harbour daily news (2017-04-26): Three, Four");
        Assert.Equal("Harbour daily news", IssueReader.Default.Read(Days).Issue.Publication?.Title);
    }

    [Fact]
    public void An_end_tag_left_by_a_converter_swallows_nothing() => Expect("""
        </p>
        News
        ----
        </p>
        ### The lamp burns again

        </p>
        It was dark for a week, and the [keeper](https://example.org/keeper) tells why.

        </p>
        """, "News: The lamp burns again");

    [Fact]
    public void Front_matter_may_lack_its_first_line()
    {
        Issue issue = IssueReader.Default.Read("title: Harbour Weekly 11\ndate: 2016-05-08\ntags:\n  - ropes\nauthor: Wanda\n---\n\n## Sails\n\n- [One](https://example.org/1)\n").Issue;
        Assert.Equal(("Harbour Weekly 11", 11, "2016-05-08", "Wanda"), (issue.Title, issue.Number, issue.Published?.ToString(), Assert.Single(issue.Authors).Name));
        Assert.Null(issue.Preface);
        Assert.Equal("[x] Harbour 72", IssueReader.Default.Read("title: \"[x] Harbour 72\"\ndate: 2015-09-16 00:00:00\n\n---\nText of the week.\n").Issue.Title);
    }

    [Fact]
    public void Words_in_brackets_lead_where_the_lines_below_say()
    {
        Issue issue = IssueReader.Default.Read("""
            News
            ════

              A long rope was found early this morning by the harbour master on the [north
              pier] of the old town, and [a film] was made of it by the people who live there,
              which everybody may see at the cinema for the rest of the year, free of charge [1].


            [north pier] <https://example.org/pier>

            [a film]
            <https://example.org/films/rope>

            [1] https://example.org/one
            """, new IssueSource { FileName = "7.txt" }).Issue;
        Item item = Assert.Single(Assert.Single(issue.Sections).Items);
        Assert.Equal(["https://example.org/pier", "https://example.org/films/rope", "https://example.org/one"], item.Links.Select(static link => link.Url));
        Assert.Equal("A long rope was found early this morning by the harbour master on the north pier of the old town, and a film was made of it by the people who live there, which everybody may see at the cinema for the rest of the year, free of charge [1].", item.Content?.Text);
    }

    [Theory]
    [InlineData("# This Week in Harbour: ropes and more\n\n- [One](https://example.org/1)\n", "This Week in Harbour")]
    [InlineData("## Welcome to the Pier Weekly\n\nAll about piers.\n\n## News\n\n- [One](https://example.org/1)\n\nThat was the Pier Weekly.\n", "Pier Weekly")]
    [InlineData("This Week In Harbour #12: ropes\n\n## News\n\n- [One](https://example.org/1)\n", "This Week In Harbour")]
    [InlineData("---\ntitle: Pier Thing for May 13, 2017\n---\n\n- [One](https://example.org/1) from the Rope Weekly\n", null)]
    [InlineData("---\ntitle: Weekly Thing for May 13, 2017\n---\n\n- [One](https://example.org/1)\n", "Weekly Thing")]
    [InlineData("---\ntitle: This Week In Harbour Sept 1\n---\n\n- [One](https://example.org/1)\n", "This Week In Harbour")]
    [InlineData("□■□ 碼頭電子報第 243 期 | 2014/06/10 □■□\n\n## 新聞\n\n- [甲](https://example.org/1)\n", "碼頭電子報")]
    [InlineData("---\ntitle: This Week In Harbour (from 2018-01-01 to 2018-01-07)\n---\n\n- [One](https://example.org/1)\n", "This Week In Harbour")]
    [InlineData("# 📬 Pier Weekly — July 2025\n\n- [One](https://example.org/1)\n", "Pier Weekly")]
    [InlineData("<html><head><title>Pier Weekly: 2021/01/04〜2021/01/10の最新情報</title></head><body><h1>2021/01/04〜2021/01/10の最新情報</h1><ul><li><a href='https://example.org/1'>One</a></li></ul></body></html>", "Pier Weekly")]
    public void The_newsletter_has_the_name_that_the_issue_calls_it_by(string markdown, string? expected) =>
        Assert.Equal(expected, IssueReader.Default.Read(markdown).Issue.Publication?.Title);

    [Fact]
    public void Pictures_before_the_issue_s_title_are_no_part_of_it() =>
        Assert.Equal("Pier Weekly — July 2025", IssueReader.Default.Read("# 📬 Pier Weekly — July 2025\n\n- [One](https://example.org/1)\n").Issue.Title);

    [Theory]
    [InlineData("---\nTitle: Harbour\nAuthors:\n- Wanda Rope <https://wanda.example>\n---\n\n- [One](https://example.org/1)\n")]
    [InlineData("+++\ntitle = \"Harbour\"\n[taxonomies]\nauthor = [\"Wanda Rope\"]\n+++\n\n- [One](https://example.org/1)\n")]
    [InlineData("<html><body><article class='h-entry'><h1 class='p-name'>Harbour 4</h1><p><a href='https://wanda.example' class='p-author h-card'>Wanda Rope</a></p><ul><li><a href='https://example.org/1'>One thing that happened</a></ul></article></body></html>")]
    public void Authors_are_found_where_their_formats_put_them(string source) =>
        Assert.Equal("Wanda Rope", Assert.Single(IssueReader.Default.Read(source).Issue.Authors).Name);
}
