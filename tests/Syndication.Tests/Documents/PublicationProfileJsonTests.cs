using System.Collections.Immutable;
using System.Text.Json;
using Syndication.Documents;
using Syndication.Text;

namespace Syndication.Tests.Documents;

/// <summary>The file that a person writes or corrects: what means nothing in it is said, and the rest is read.</summary>
public class PublicationProfileJsonTests
{
    private const string Mistyped = """
        {
          // Pinned by hand.
          "title": "Pond Notes",
          "section": ["Newts"],
          "headings": [{ "style": "h2", "leeds": "items" }, { "style": "h3", "leads": "item" }],
          "layouts": [{ "section": "蛙", "items": "list entries", "weight": { "x": [1] } }],
          "selectors": { "contents": "#letter", "item": "h3" },
          "places": [{ "field": "date", "source": "heading" }],
          "learnedFrom": 0,
        }
        """;

    [Fact]
    public void A_key_that_means_nothing_is_reported_with_its_name_and_place_and_the_rest_is_read()
    {
        PublicationProfile profile = PublicationProfileJson.Deserialize(Mistyped, out ImmutableArray<Diagnostic> diagnostics);
        Assert.Equal(("Pond Notes", "h3"), (profile.Title, profile.Selectors?.Item));
        Assert.All(diagnostics, static diagnostic => Assert.Equal((DiagnosticCodes.ProfileEntryUnknown, DiagnosticSeverity.Warning), (diagnostic.Code, diagnostic.Severity)));
        Assert.Equal(
            [
                "4,3 \"section\" of the profile means nothing and was passed over; what may stand here: title, url, language, sections, furniture, headings, layouts, places, contentRoots, selectors, learnedFrom.",
                "5,33 \"headings[0].leeds\" of the profile means nothing and was passed over; what may stand here: style, leads, weight, among.",
                "5,79 \"headings[1].leads\" of the profile is \"item\", which means nothing; it may be: items, sections.",
                "6,42 \"layouts[0].items\" of the profile is \"list entries\", which means nothing; it may be: heading, list entry, definition, table row, numbered paragraph, paragraph with a typed bullet, line that ends with a semicolon, linked line over its text, paragraph that starts bold, paragraph that starts with a link, bare paragraph, prose.",
                "6,58 \"layouts[0].weight\" of the profile means nothing and was passed over; what may stand here: items, section, issues, among.",
                "7,18 \"selectors.contents\" of the profile means nothing and was passed over; what may stand here: content, ignore, section, item.",
                "8,25 \"places[0].field\" of the profile is \"date\", which means nothing; it may be: number, published, authors.",
            ],
            diagnostics.Select(static diagnostic => $"{diagnostic.Line},{diagnostic.Column} {diagnostic.Message}"));
        Assert.Equal(profile, PublicationProfileJson.Deserialize(Mistyped));
    }

    [Fact]
    public void A_profile_without_a_mistake_is_read_in_silence()
    {
        PublicationProfile whole = new()
        {
            Title = "Pond Notes",
            Url = "https://pond.example/",
            Language = "en",
            Sections = ["Newts"],
            Furniture = ["Bye"],
            Headings = [new HeadingProfile("h2", "sections", 2.5, "h2 | h3")],
            Layouts = [new LayoutProfile("prose", "Newts", 3, "h2")],
            Places = [new FieldPlace("number", "heading")],
            ContentRoots = ["main > article"],
            Selectors = new SelectorProfile { Content = "#a", Ignore = ".b", Section = "h2", Item = "h3" },
            LearnedFrom = 3,
        };
        Assert.Equal(whole, PublicationProfileJson.Deserialize(PublicationProfileJson.Serialize(whole), out ImmutableArray<Diagnostic> diagnostics));
        Assert.Empty(diagnostics);
        PublicationProfileJson.Deserialize("""{ "$schema": "profile.schema.json" }""", out diagnostics);
        Assert.Empty(diagnostics);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{ \"sections\": 7 }")]
    [InlineData("{ \"sectoins\": [")]
    [InlineData("{ \"\\uD800\": 1 }")]
    public void What_is_no_profile_throws(string json) => Assert.ThrowsAny<JsonException>(() => PublicationProfileJson.Deserialize(json, out _));

    [Theory]
    [InlineData("""{ "layouts": [null, {}], "headings": [null], "selectors": null }""")]
    [InlineData("""{ "a": { "b": { "sections": [] } }, "a": [[[{ "x": 1 }]]] }""")]
    public void Odd_profiles_are_read_as_far_as_they_go(string json)
    {
        PublicationProfileJson.Deserialize(json, out ImmutableArray<Diagnostic> diagnostics);
        Assert.All(diagnostics, static diagnostic => Assert.StartsWith("\"", diagnostic.Message, StringComparison.Ordinal));
    }
}
