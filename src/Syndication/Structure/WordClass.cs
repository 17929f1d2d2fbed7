namespace Syndication.Structure;

/// <summary>What a word or phrase says about the text that it stands in. The words are in <c>vocabulary.json</c>, under these names.</summary>
internal enum WordClass : byte
{
    /// <summary>Heads a foreword (前言, Editor's note).</summary>
    Preface,

    /// <summary>Heads what stands after the last section (结语, Until next week).</summary>
    Closing,

    /// <summary>Heads a list of other issues or articles (往期回顾, Past issues).</summary>
    Related,

    /// <summary>Heads the comments of a page.</summary>
    Comments,

    /// <summary>Heads a list of what follows in the issue.</summary>
    Contents,

    /// <summary>Labels buttons that share or like.</summary>
    Share,

    /// <summary>Asks to follow, to share, to press a button: stands in a line at the head or the foot.</summary>
    Appeal,

    /// <summary>What is counted beside a page (阅读 1024, 36 likes).</summary>
    Counter,

    /// <summary>Labels links to elsewhere on the site.</summary>
    Navigation,

    /// <summary>Stands in the small print of an e-mail.</summary>
    Unsubscribe,

    /// <summary>Stands in the foot of a page.</summary>
    Copyright,

    /// <summary>Marks paid content.</summary>
    Sponsor,

    /// <summary>Leads a date (发布于, Published on).</summary>
    Published,

    /// <summary>Leads names of authors.</summary>
    Author,

    /// <summary>Leads names of editors.</summary>
    Editor,

    /// <summary>Leads names of translators.</summary>
    Translator,

    /// <summary>Leads names of publishers.</summary>
    Publisher,

    /// <summary>Ends a label that leads names (edited by, herausgegeben von).</summary>
    NamePreposition,

    /// <summary>Stands between names and a date (by A on 3 May).</summary>
    DatePreposition,

    /// <summary>Joins two names (and, 和).</summary>
    Joiner,

    /// <summary>Part of the name of a newsletter (周报, Weekly).</summary>
    PublicationNoun,

    /// <summary>Stands before an issue's number (Vol., 第).</summary>
    IssueMarker,

    /// <summary>Stands after an issue's number (期, 호).</summary>
    IssueSuffix,

    /// <summary>A general word that section titles are made of (要闻, Articles).</summary>
    SectionNoun,

    /// <summary>Link text that only points and names nothing (here, 这里).</summary>
    Pointer,
}
