namespace Syndication.Structure;

/// <summary>Every doubt that lessens confidence, as the share that it takes at its strongest, each with its reason; calibrated on gold and its damaged variants.</summary>
internal static class Doubts
{
    /// <summary>No reading is certain.</summary>
    public const double Always = 0.03;

    /// <summary>What is no issue has no right structure.</summary>
    public const double NoIssue = 0.8;

    /// <summary>Text in no place of the model: by its share, ten times.</summary>
    public const double TextLost = 10;

    /// <summary>The rest of the issue is not there to be understood.</summary>
    public const double CutOff = 0.4;

    /// <summary>Where one character is broken others are wrong without being seen.</summary>
    public const double AnyDamage = 0.1;

    /// <summary>A wrong decoding also breaks words that are known, by the share of broken characters.</summary>
    public const double Damage = 20;

    /// <summary>Markup is ASCII and outlives a wrong decoding.</summary>
    public const double MostDamage = 0.7;

    /// <summary>The bytes are not what they are said to be.</summary>
    public const double EncodingContradicted = 0.1;

    /// <summary>Some of the input was not read as it is.</summary>
    public const double Limits = 0.5;

    /// <summary>An issue tells something; where no item was found they were not seen, or it is an essay.</summary>
    public const double NoItems = 0.6;

    /// <summary>One item may be all that runs together.</summary>
    public const double OneItem = 0.42;

    /// <summary>Two items are rare.</summary>
    public const double TwoItems = 0.2;

    /// <summary>What introductions, texts of sections and closings usually take of the text.</summary>
    public const double UsualOutside = 0.3;

    /// <summary>Text outside of items beyond that: items that were not seen.</summary>
    public const double OutsideItems = 1.0;

    /// <summary>News without title and link: any paragraph would do.</summary>
    public const double BareItems = 0.5;

    /// <summary>What the largest item usually takes of the text of items.</summary>
    public const double UsualLargest = 0.5;

    /// <summary>An item larger than that has others in it.</summary>
    public const double LargestItem = 1.0;

    /// <summary>A section without anything in it is a line that was taken for one.</summary>
    public const double EmptySections = 1.0;

    /// <summary>Where the runner-up was as good.</summary>
    public const double Undecided = 0.3;

    /// <summary>Publishers use few looks; many mean that markup says nothing.</summary>
    public const double Scatter = 1.0;

    /// <summary>So many items may be laid out otherwise than the one before: a long one among short ones.</summary>
    public const double UsualMixed = 0.12;

    /// <summary>Publishers lay out the items of a section alike.</summary>
    public const double MixedItems = 1.0;

    /// <summary>"News" with nothing to lead to is the title of a section that was taken for an item, and those below it are in the wrong place.</summary>
    public const double MisnamedItems = 3.0;

    /// <summary>More items than are told one after the other without parting them.</summary>
    public const int ManyItems = 8;

    /// <summary>Many items in no section: some publications have none, others lost the marks of theirs.</summary>
    public const double NoSections = 0.12;

    /// <summary>Many pieces of news in one paragraph were not told apart.</summary>
    public const double RunTogether = 0.8;

    /// <summary>Nearly every issue has a title or a number.</summary>
    public const double NoTitle = 0.1;

    /// <summary>Nearly every issue is counted or dated.</summary>
    public const double NoNumberNorDate = 0.1;

    /// <summary>Without number, date or a link to elsewhere it may as well be a page about the newsletter, or any text.</summary>
    public const double NothingLeadsOut = 0.6;
}
