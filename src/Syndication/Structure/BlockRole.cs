namespace Syndication.Structure;

/// <summary>What a block was taken for. Everything but <see cref="Content"/> and <see cref="Related"/> is set aside with this as the reason.</summary>
internal enum BlockRole : byte
{
    /// <summary>Part of the issue: preface, section, item or closing.</summary>
    Content,

    /// <summary>The issue's own title.</summary>
    Title,

    /// <summary>Stands before the issue: site name, slogan.</summary>
    Masthead,

    /// <summary>A date, number, author or reading time that says something about the issue.</summary>
    Byline,

    /// <summary>Menus, previous and next, tags, breadcrumbs.</summary>
    Navigation,

    /// <summary>A list of what the issue itself contains.</summary>
    Contents,

    /// <summary>Not shown to a reader of the page.</summary>
    Hidden,

    /// <summary>Share buttons and the like.</summary>
    Share,

    /// <summary>Input fields and buttons.</summary>
    Form,

    /// <summary>The heading over the preface or over the list of related issues.</summary>
    Label,

    /// <summary>Another issue of the publication.</summary>
    Related,

    /// <summary>Readers' comments and the place for them.</summary>
    Comments,

    /// <summary>Stands beside the issue: a side bar.</summary>
    Sidebar,

    /// <summary>What the publication's profile says is part of no issue: it recurs, or a selector names it.</summary>
    Furniture,

    /// <summary>Stands after the issue: licence, address, unsubscribe.</summary>
    Footer,
}
