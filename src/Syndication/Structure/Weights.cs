namespace Syndication.Structure;

/// <summary>Every weight that understanding uses, each with its reason. A new cue is a new row.</summary>
internal static class Weights
{
    // Content region: per letter of width, what a block speaks for the box around it being the issue.

    /// <summary>Running text is what pages are made for.</summary>
    public const double Prose = 1.0;

    /// <summary>A short line without a sentence may be anything.</summary>
    public const double ShortLine = 0.25;

    /// <summary>A newsletter is a list of links to elsewhere.</summary>
    public const double ForeignLink = 0.8;

    /// <summary>Links within the site are menus more often than news.</summary>
    public const double OwnLink = -0.9;

    /// <summary>The same in a place that the page itself calls the main one or an article.</summary>
    public const double OwnLinkInMain = 0.1;

    /// <summary>The page itself says that this is a menu, a side bar, a form or a footer.</summary>
    public const double Landmark = -1.2;

    /// <summary>Licence, unsubscribe and the like.</summary>
    public const double Boilerplate = -1.0;

    /// <summary>A landmark that holds more than this share of the page is the page: some systems wrap all in a form.</summary>
    public const double LandmarkIsPage = 0.5;

    // Heading styles: positive means an item's title, negative a section's.

    /// <summary>A heading that leads elsewhere is the title of what it leads to.</summary>
    public const double TitleIsLink = 3.0;

    /// <summary>"1." before titles counts items.</summary>
    public const double ArabicOrdinal = 1.5;

    /// <summary>"一、" before titles counts sections in Chinese and Japanese.</summary>
    public const double HanOrdinal = -2.0;

    /// <summary>A heading followed by prose and nothing else tells one thing.</summary>
    public const double ProseBelow = 1.2;

    /// <summary>A heading over a list of links groups them.</summary>
    public const double LinkListBelow = -2.5;

    /// <summary>A heading directly followed by headings of a lower rank groups them.</summary>
    public const double HeadingsBelow = -2.5;

    /// <summary>What stands for itself is called an article by HTML; several of them in one page tell one thing each.</summary>
    public const double OwnArticle = 2.0;

    /// <summary>The highest rank is that of sections, if there are sections.</summary>
    public const double TopRank = -1.5;

    /// <summary>Words that sections are called by.</summary>
    public const double SectionWord = -2.5;

    /// <summary>Titles of items are long.</summary>
    public const double LongTitle = 1.0;

    /// <summary>Titles of sections are a word or two.</summary>
    public const double ShortTitle = -0.7;

    /// <summary>A lower rank under ranks that group.</summary>
    public const double UnderSections = 1.0;

    /// <summary>"KEP:", "[PR]" and other labels stand before items.</summary>
    public const double Label = 1.0;

    /// <summary>A section of one item has a short title; a long one over one heading is the item's, which its author's name or a part follows.</summary>
    public const double SingleChild = 2.0;

    /// <summary>Two pieces of news are not called alike; the parts of each section may be.</summary>
    public const double RepeatedTitle = -2.5;

    // The publication's profile.

    /// <summary>What is called as sections of other issues are called is one: a publication keeps its sections for years. Weaker than that it is a link.</summary>
    public const double KnownSection = -2.8;

    /// <summary>The box that holds other issues of the publication counts so many times over: a short issue beside long teasers is still the issue, a page that was put together otherwise is not.</summary>
    public const double KnownRoot = 3.0;

    /// <summary>What headings of a look lead in other issues in the same template: stronger than any single cue but a plain one, weaker than two.</summary>
    public const double LearnedStyle = 2.5;

    /// <summary>Of the issues of a template that use a style, so many must use it for the same: below that nothing is learned of it.</summary>
    public const double FewestAgree = 0.8;

    /// <summary>A person who pins a style at this weight or more has decided.</summary>
    public const double Settles = 10;

    /// <summary>A line of plain text that is called as a section of other issues is one without any other cue.</summary>
    public const double KnownLine = 3.0;
}
