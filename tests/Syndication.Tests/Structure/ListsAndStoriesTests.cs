using static Syndication.Tests.Structure.ExpectedSections;

namespace Syndication.Tests.Structure;

/// <summary>How lists, stories and their links go together in issues that people write by hand, each in the smallest issue that shows it.</summary>
public sealed class ListsAndStoriesTests
{
    private const string Stories = """
        ### The pilot boat

        Nothing happened to the pilot boat this month, which is how its crew likes it best of all.

        ### The crane

        The crane was oiled for the first time since it was built, and makes much less noise than it did.

        ### The lighthouse

        The keeper has gone on a journey to look for a lamp. Until he is back, all boats sail slowly.
        """;

    [Fact]
    public void Links_listed_below_a_story_are_items_within_it() => Expect($"""
        ## Boats

        ### The ferry

        The ferry is the oldest boat of the harbour. In May it was painted, and the crew made some smaller changes:

        - [A new rope for the bow](https://example.org/1)
        - [The lamp burns longer](https://example.org/2), thanks to oil

        Thanks to all who helped the crew.

        {Stories}
        """, "Boats: The ferry (A new rope for the bow, The lamp burns longer), The pilot boat, The crane, The lighthouse");

    [Fact]
    public void Links_listed_over_a_story_are_its_sources() => Expect($"""
        ## Boats

        ### The ferry

        - [Painting of the ferry, part one](https://example.org/1)
        - [Painting of the ferry, part two](https://example.org/2)

        The ferry is the oldest boat of the harbour, and in May it was painted by the pupils of the school.

        {Stories}
        """, "Boats: The ferry, The pilot boat, The crane, The lighthouse");

    [Fact]
    public void Links_listed_under_the_same_words_in_every_story_are_its_sources()
    {
        string Story(string title, int number) => $"""
            ### {title}

            Somebody asked on the list of the harbour whether this is still wanted by anybody who sails here. It is, said most of them.

            Letters:

            - [{title}](https://example.org/{number})
            - [Re: {title}](https://example.org/{number + 1})


            """;
        Expect("## Letters of the month\n\n" + Story("A longer rope", 1) + Story("A shorter pier", 3) + Story("No more herring", 5), "Letters of the month: A longer rope, A shorter pier, No more herring");
    }

    [Fact]
    public void Links_below_the_last_story_of_a_section_are_its_items_where_other_sections_are_such_lists() => Expect("""
        ## Boats

        ### [The ferry](https://example.org/ferry)

        The ferry is the oldest boat of the harbour, and in May it was painted by the pupils of the school.

        ### [The pilot boat](https://example.org/pilot)

        Nothing happened to the pilot boat this month, which is how its crew likes it best of all.

        - [A boat of paper](https://example.org/1)
        - [A boat of glass](https://example.org/2)

        ## Ropes

        - [How to splice a rope](https://example.org/3)
        - [How to cut a rope](https://example.org/4)
        """, "Boats: The ferry, The pilot boat, A boat of paper, A boat of glass", "Ropes: How to splice a rope, How to cut a rope");

    [Fact]
    public void Further_reading_in_the_middle_of_an_issue_is_a_part_of_its_story() => Expect("""
        ## Knots

        ### [How to splice a rope](https://example.org/splice)

        The best text on splices that we have read this year, with pictures of every step.

        Further reading:

        - [Ropes in action](https://example.org/1), a free book
        - [Notes on the book](https://example.org/2)

        ### [How to cut a rope](https://example.org/cut)

        Hot knives, cold knives and what the law says about both of them.
        """, "Knots: How to splice a rope (Ropes in action, Notes on the book), How to cut a rope");

    [Fact]
    public void A_heading_over_many_sentences_with_links_is_a_section_though_one_of_them_leads_nowhere() => Expect($"""
        {TwoStories}

        ## And besides
        - The rope walk opens its doors on Sunday, as [its owners write](https://example.org/1).
        - A film about the pier [is shown at the cinema](https://example.org/2) until the end of May.
        - Two boats were sold, and [one was bought](https://example.org/3) by the museum of the town.
        - What the harbour wrote elsewhere:
            - The tide table has [an error on page nine](https://example.org/4), which its printer regrets.
            - The crane [was oiled](https://example.org/5) for the first time since the war.
        """, "-: The ferry sails again after a long winter, The lamp on the north pier is out since Tuesday", "And besides: -, -, -, What the harbour wrote elsewhere (-, -)");

    [Fact]
    public void Bold_words_with_a_colon_that_two_stories_share_head_neither() => Expect("""
        ## [How to splice a rope](https://example.org/1)

        A text on splices that has a picture of every step, for the hands of children.

        **In short:**

        - Take three strands, and no more.
        - Wait for the tide to turn.

        ## [How to cut a rope](https://example.org/2)

        Hot knives, cold knives and what the law says about both of them.

        **In short:**

        - Take a cold knife on Sundays.
        - Never cut what holds you.
        """, "-: How to splice a rope, How to cut a rope");

    [Fact]
    public void A_line_over_a_list_within_a_story_is_a_part_of_it() => Expect("""
        ## Tools

        ### [Optimal knots](https://example.org/1)

        A new way to tie knots came into the harbour last week.

        It is meant to replace the one before

        - It has [two loops](https://example.org/a) more than the old one
        - It holds

        ### [Ropes for all](https://example.org/2)

        Ropes of four lengths, which all who sail here may take for nothing.
        """, "Tools: Optimal knots, Ropes for all");

    [Fact]
    public void Lists_of_mere_text_within_lists_head_nothing() => Expect("""
        ## Search

        [What is a pilot?](https://example.org/pilot)

        Few know the word, so this explains what a pilot does all day long in our harbour.

        - Pilots know the water
            - They learn it by heart, every stone.
            - They are asked about it every spring.
        - Pilots and captains
            - A captain knows the boat, a pilot knows the place.

        [How to ask a pilot](https://example.org/ask)

        A list of questions that every captain should ask before the boat is in the harbour.
        """, "Search: What is a pilot?, How to ask a pilot");

    [Fact]
    public void A_linked_line_right_over_its_text_is_a_title_though_Markdown_joins_the_two() => Expect("""
        ## Knots

        [How to splice a rope](https://example.org/1)
        The best text on splices that we have read this year.

        [How to cut a rope](https://example.org/2)

        Hot knives, cold knives and what the law says about both of them.

        [How to burn a rope](https://example.org/3)
        Do not.
        """, "Knots: How to splice a rope, How to cut a rope, How to burn a rope");

    [Fact]
    public void Lines_that_each_start_with_a_link_are_items_though_Markdown_joins_them() => Expect("""
        ## News

        [The ferry sails](https://example.org/1) - after a long winter it is back.
        [The lamp is out](https://example.org/2) - sail slowly!
        [A film of the pier](https://example.org/3)
        [Two boats were sold](https://example.org/4) (one to the museum)
        """, "News: The ferry sails, The lamp is out, A film of the pier, Two boats were sold");

    [Fact]
    public void Text_that_an_editor_wrapped_before_a_link_goes_on() => Expect("""
        ## News

        [The ferry](https://example.org/1) sails again after a long winter, as
        [its crew](https://example.org/2) writes, and so does
        [the pilot boat](https://example.org/3).
        """, "News: -");

    [Theory]
    [InlineData("Go")]
    [InlineData("锚")]
    public void The_shortest_names_are_titles(string name) => Expect($"""
        ## Tools

        [{name}](https://example.org/1)

        A language for those who like to sail before the wind, and to arrive.

        [Rope](https://example.org/2)

        A tool that ties two other tools together, whether they like it or not.
        """, $"Tools: {name}, Rope");

    [Fact]
    public void Titles_stand_on_their_text_s_line_where_it_is_short_and_over_it_where_it_is_long() => Expect("""
        ## Articles

        [Ferries of the north](https://example.org/1) A good read for the winter.

        [Ferries of the south](https://example.org/2)

        This one is about the ferries that never see ice, and the people who paint them each spring.

        [Ferries of the east](https://example.org/3) Out since Monday.

        [Ferries of the west](https://example.org/4)

        The last part of the series tells of the fog, and of the bells that ring in it.
        """, "Articles: Ferries of the north, Ferries of the south, Ferries of the east, Ferries of the west");

    [Fact]
    public void Texts_that_rules_part_are_items_each() => Expect("""
        # Weekly 1

        ## Seen

        The harbour has changed its oil, which saves it much money every year. It had to buy another lamp for it.

        ---

        [Pilot](https://example.org/1) is a word for somebody who knows every stone.

        It comes from far away.

        ---

        What I did not know: the crane was built before the harbour was.

        ---

        [The tide explained](https://example.org/2)

        By the moon, says this text, and shows how.
        """, "Seen: -, Pilot, -, The tide explained");

    [Fact]
    public void A_heading_that_starts_with_a_link_and_says_what_it_is_is_an_item() => Expect("""
        # Pier Weekly #3

        ## [rope](https://example.org/1)

        A rope of three strands. So far these are there:

        - The splice
        - The knot

        ## [lamp](https://example.org/2) - a light for the north pier

        It burns oil of any kind. It has been tried with:

        - [whale](https://example.org/a)
        - [olive](https://example.org/b)
        """, "-: rope, lamp - a light for the north pier (whale, olive)");

    [Fact]
    public void A_section_named_by_a_word_of_the_title_is_not_the_title()
    {
        const string Markdown = "---\ntitle: \"Harbour Engineering Newsletter vol. 9\"\n---\n\nHello.\n\n## Harbour\n\n- [One](https://example.org/1)\n- [Two](https://example.org/2)\n\n## Ropes\n\n- [Three](https://example.org/3)\n";
        Expect(Markdown, "Harbour: One, Two", "Ropes: Three");
    }

    [Fact]
    public void Those_who_made_the_issue_are_no_items() => Expect("""
        ## News

        - [How to splice a rope](https://example.org/3)
        - [How to cut a rope](https://example.org/4)

        ## Crew

        Made this week by:

        - Wanda Rope
        - Tom van der Tide
        - Ida B. Current
        - And many others
        """, "News: How to splice a rope, How to cut a rope", "Crew › Made this week by: -");

    [Fact]
    public void A_bullet_before_each_title_makes_no_lists_of_stories() => Expect("""
        ## News

        Here is what happened elsewhere.

        * The ferry sails again!

        After a winter in the dock the old ferry is back. It was painted by the pupils of the school.

        [Read all about it](https://example.org/1).

        * The lamp on the north pier is out

        The keeper asks all boats to sail slowly until he has found a new one. He has looked for it:

        1. In the harbour.
        2. In town.
        """, "News: The ferry sails again!, The lamp on the north pier is out");

    [Theory]
    [InlineData("[The ferry sails](https://example.org/1)", "[The lamp is out](https://example.org/2)")]
    [InlineData("https://example.org/1", "<https://example.org/2>")]
    public void A_heading_whose_link_stands_below_is_an_item(string first, string second) => Expect($"""
        # Harbour Weekly 7

        ## The ferry sails
        {first}
        - It was painted by the pupils
        - It sails at noon

        ---

        ## The lamp is out
        {second}
        - Sail slowly
        """, "-: The ferry sails, The lamp is out");

    [Fact]
    public void A_heading_over_a_quotation_and_its_address_is_an_item() => Expect("""
        # Harbour Weekly 7

        ## The ferry sails

        > After a winter in the dock the old ferry is back. It was painted by the pupils of the school.

        https://example.org/1

        ---

        ## The lamp is out

        https://example.org/2

        ---

        ## Write to the keeper

        > You can unsubscribe from the old list of the keeper, and write to the new one.

        https://example.org/3

        ---

        ## The crane

        https://example.org/4
        """, "-: The ferry sails, The lamp is out, Write to the keeper, The crane");

    [Fact]
    public void A_number_that_was_lost_does_not_lose_the_count() => Expect("""
        ## 工具

        1、[绳子](https://example.org/1)

        把两条船系在一起。

        、[灯](https://example.org/2)

        给北边的码头。

        3、[潮汐表](https://example.org/3)

        第九页有一个错误。

        4、[锚](https://example.org/4)

        很重。
        """, "工具: 绳子, 潮汐表, 锚");

    [Fact]
    public void A_length_of_time_is_no_number_of_an_outline() => Expect("""
        ## Reading

        - [3.5 Years, 500k Lines of Rope](https://example.org/1): what was learned
        - [Ten knots](https://example.org/2): a list
        """, "Reading: 3.5 Years, 500k Lines of Rope, Ten knots");
}
