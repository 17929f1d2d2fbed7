namespace Syndication.Structure;

/// <summary>How an <see cref="Ordinal"/> is written.</summary>
internal enum OrdinalKind : byte
{
    None,
    Arabic,
    Han,
    Letter,
    Circled,
    Bullet,

    /// <summary>The number of a section within a section: <c>1.2</c>.</summary>
    Outline,
}
