namespace Syndication.Text;

/// <summary>How the character encoding of an input was known, the surest first.</summary>
internal enum EncodingEvidence : byte
{
    /// <summary>By a byte order mark.</summary>
    Bom,

    /// <summary>By the <c>charset</c> of the media type that came with the bytes.</summary>
    Declared,

    /// <summary>By the text itself: HTML <c>meta</c>, an XML declaration, a coding cookie.</summary>
    Meta,

    /// <summary>From the bytes.</summary>
    Detected,

    /// <summary>Nothing speaks for any: ASCII, or nothing fits.</summary>
    Default,
}
