using System.Collections.Immutable;
using Syndication.Model;

namespace Syndication.Archives.Stores;

/// <summary>An issue in a store.</summary>
/// <param name="PublicationKey">Its newsletter's key.</param>
/// <param name="Key">Names it in its newsletter; the last segment of its address (<c>vol-18</c>).</param>
/// <param name="Issue">The issue.</param>
public sealed record StoredIssue(string PublicationKey, string Key, Issue Issue)
{
    /// <summary>What it was read from: several where it was found several times, the best reading first.</summary>
    public ImmutableArray<IssueOrigin> Origins { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public bool Equals(StoredIssue? other) =>
        other is not null && PublicationKey == other.PublicationKey && Key == other.Key && Issue == other.Issue && Origins.AsSpan().SequenceEqual(other.Origins.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(PublicationKey, Key, Issue, Origins.Length);
}
