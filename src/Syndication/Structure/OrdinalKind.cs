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
}
