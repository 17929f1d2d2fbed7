namespace Syndication.Documents;

/// <summary>How far a link leads.</summary>
internal enum LinkReach : byte
{
    /// <summary>To another site.</summary>
    Foreign,

    /// <summary>Within the page's own site: navigation more often than news.</summary>
    Own,

    /// <summary>Within the page (<c>#…</c>).</summary>
    Anchor,

    /// <summary>Nowhere that content may lead: a foreign scheme, an empty or broken address.</summary>
    Unusable,
}
