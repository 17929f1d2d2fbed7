namespace Syndication.Text;

/// <summary>The codes of all diagnostics. A code never changes its meaning.</summary>
public static class DiagnosticCodes
{
    /// <summary>The character encoding was guessed from the bytes.</summary>
    public const string EncodingGuessed = "SYN1001";

    /// <summary>The declared character encoding is unknown or does not fit the bytes.</summary>
    public const string EncodingContradicted = "SYN1002";

    /// <summary>Bytes that are not text in the encoding were replaced by U+FFFD.</summary>
    public const string BytesReplaced = "SYN1003";

    /// <summary>The input is larger than the limit; the rest was not read.</summary>
    public const string InputTruncated = "SYN1004";

    /// <summary>The input is binary, not text.</summary>
    public const string NotText = "SYN1005";

    /// <summary>The input is empty.</summary>
    public const string Empty = "SYN1006";

    /// <summary>Front matter could not be read.</summary>
    public const string FrontMatterInvalid = "SYN1101";

    /// <summary>Nesting is deeper than the limit; what is deeper was flattened.</summary>
    public const string NestingLimited = "SYN1102";

    /// <summary>A mail has no header fields; all of it was read as its text.</summary>
    public const string MailHeadersMissing = "SYN1201";

    /// <summary>A part of a mail is not built as its header says; what could be made out was read.</summary>
    public const string MailPartBroken = "SYN1202";

    /// <summary>A mail has more parts or deeper ones than the limits allow; the rest was not read.</summary>
    public const string MailPartsLimited = "SYN1203";

    /// <summary>Which of a mail's alternatives was read, and why.</summary>
    public const string MailAlternativeChosen = "SYN1204";

    /// <summary>A part of a mail was not read, since it is an attachment or no text.</summary>
    public const string MailAttachmentUnread = "SYN1205";

    /// <summary>A mail says no date, or one that is none.</summary>
    public const string MailDateInvalid = "SYN1206";

    /// <summary>The issue stands in a message that is attached to the mail.</summary>
    public const string MailForwarded = "SYN1207";

    /// <summary>A mail has no text to read.</summary>
    public const string MailWithoutText = "SYN1208";

    /// <summary>A document that was to be a feed is none that is known.</summary>
    public const string NotAFeed = "SYN1301";

    /// <summary>A feed is not well-formed: it was repaired, or read up to the fault.</summary>
    public const string FeedBroken = "SYN1302";

    /// <summary>A date in a feed is none, or can mean several; it was left out.</summary>
    public const string FeedDateUnread = "SYN1303";

    /// <summary>A date in a feed was read although something about it is wrong.</summary>
    public const string FeedDateCorrected = "SYN1304";

    /// <summary>A value in a feed – an address, a length – cannot be read; it was left out and the rest read.</summary>
    public const string FeedValueUnread = "SYN1305";

    /// <summary>A feed has more entries than the limit.</summary>
    public const string FeedEntriesLimited = "SYN1306";

    /// <summary>An entry of an archive has a name that leads out of it, or is a link; it was not read.</summary>
    public const string ArchiveEntryRefused = "SYN1401";

    /// <summary>Something in an archive is larger, deeper or more than the limits allow; it was not read.</summary>
    public const string ArchiveLimited = "SYN1402";

    /// <summary>An archive or a document in it is damaged; what could be read before the damage was.</summary>
    public const string ArchiveBroken = "SYN1403";

    /// <summary>Contents of an imported issue hold HTML that is not safe to show; their text was kept.</summary>
    public const string ArchiveContentUnsafe = "SYN1404";

    /// <summary>An address was not fetched, or gave no page.</summary>
    public const string FetchRefused = "SYN1405";

    /// <summary>Some visible text is in no place of the model and not set aside either.</summary>
    public const string TextNotCovered = "SYN2001";

    /// <summary>The page does not look like an issue of a newsletter.</summary>
    public const string NotAnIssue = "SYN2002";

    /// <summary>Sources disagree on a piece of metadata.</summary>
    public const string MetadataDisagrees = "SYN2003";

    /// <summary>Why the sections are what they are, and what the runner-up was.</summary>
    public const string StructureChosen = "SYN2004";

    /// <summary>A selector of the publication profile matches nothing.</summary>
    public const string SelectorUnmatched = "SYN2005";

    /// <summary>A link has no address that a feed can carry.</summary>
    public const string LinkUnusable = "SYN2006";

    /// <summary>A key or word in the JSON of a publication profile means nothing.</summary>
    public const string ProfileEntryUnknown = "SYN2007";

    /// <summary>Characters that XML cannot carry were replaced or removed.</summary>
    public const string CharactersRepaired = "SYN3001";

    /// <summary>A value that the feed format requires was derived from another.</summary>
    public const string ValueDerived = "SYN3002";

    /// <summary>An address was percent-encoded or left out because it is no URI.</summary>
    public const string AddressRepaired = "SYN3003";

    /// <summary>Two entries have the same id; the later was given another or left out.</summary>
    public const string DuplicateId = "SYN3004";

    /// <summary>A value was left out because the feed format has no place for what it is.</summary>
    public const string ValueLeftOut = "SYN3005";
}
