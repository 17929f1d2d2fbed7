using Syndication.Model;

namespace Syndication.Archives.Stores;

/// <summary>A newsletter in a store.</summary>
/// <param name="Key">Names it in the store; the first segment of its addresses (<c>cloud-native-weekly</c>).</param>
/// <param name="Publication">What is known of it.</param>
public sealed record StoredPublication(string Key, Publication Publication)
{
    /// <summary>
    /// The store's revision since which it and its issues are as they are: where it is the same, nothing of it has changed. 0 where the store does not know;
    /// what is put into a store need not say it.
    /// </summary>
    public long Revision { get; init; }
}
