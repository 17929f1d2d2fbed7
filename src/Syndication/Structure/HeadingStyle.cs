namespace Syndication.Structure;

/// <summary>All headings that look alike, with their rank.</summary>
internal sealed class HeadingStyle(HeadingSignature signature)
{
    public HeadingSignature Signature { get; } = signature;

    /// <summary>The headings of this style, in reading order.</summary>
    public List<int> Blocks { get; } = [];

    /// <summary>1 for the highest; ranks have no gaps.</summary>
    public int Rank { get; set; }

    /// <summary>Whether its headings are titles of items rather than of sections.</summary>
    public bool LeadsItems { get; set; }

    /// <summary>The sum of the weights that decided: positive for items.</summary>
    public double Score { get; set; }

    /// <summary>Whether the publication's profile leaves no choice.</summary>
    public bool IsSettled { get; set; }

    /// <summary>The cue that weighed most.</summary>
    public string Cue { get; set; } = "";

    public string Name { get; } = signature.ToString();
}
