using Syndication.Model;

namespace Syndication.Archives.Stores;

/// <summary>A newsletter in a store.</summary>
/// <param name="Key">Names it in the store; the first segment of its addresses (<c>cloud-native-weekly</c>).</param>
/// <param name="Publication">What is known of it.</param>
public sealed record StoredPublication(string Key, Publication Publication);
