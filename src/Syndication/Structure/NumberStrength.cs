namespace Syndication.Structure;

/// <summary>How sure it is that a number is the issue's.</summary>
internal enum NumberStrength : byte
{
    /// <summary>Stands in a file name or an address.</summary>
    Address,

    /// <summary>Stands where numbers of issues stand, with nothing that says so (<c>#12</c>, <c>Some Weekly 12</c>).</summary>
    Plain,

    /// <summary>Marked as a volume, which may hold several issues.</summary>
    Volume,

    /// <summary>Marked as the number of an issue (<c>Issue 12</c>, <c>第十二期</c>).</summary>
    Marked,
}
