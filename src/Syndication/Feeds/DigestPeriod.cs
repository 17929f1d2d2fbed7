namespace Syndication.Feeds;

/// <summary>How much time one entry of a digest covers.</summary>
public enum DigestPeriod
{
    /// <summary>A week from Monday to Sunday, numbered as ISO 8601 does (<c>2024-W20</c>).</summary>
    Week,

    /// <summary>A calendar month (<c>2024-05</c>).</summary>
    Month,

    /// <summary>A calendar year (<c>2024</c>).</summary>
    Year,
}
