namespace Syndication.Structure;

/// <summary>How an <see cref="Ordinal"/> is written.</summary>
internal enum OrdinalKind : byte
{
    None,
    Arabic,
    Han,

    /// <summary>Chinese in brackets, which stands a rank below Chinese without: <c>（一）</c>.</summary>
    BracketedHan,

    /// <summary>Capitals that count as the Romans did.</summary>
    Roman,
    Letter,
    Circled,
    Bullet,

    /// <summary>The number of a section within a section: <c>1.2</c>.</summary>
    Outline,
}
