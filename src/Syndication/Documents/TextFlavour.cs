namespace Syndication.Documents;

/// <summary>The light markup of a plain text.</summary>
internal enum TextFlavour : byte
{
    /// <summary>None but what people write anyway: lists by marker, underlined headings, quoted lines.</summary>
    Plain,

    /// <summary>Emacs Org.</summary>
    Org,

    /// <summary>reStructuredText.</summary>
    Rst,
}
