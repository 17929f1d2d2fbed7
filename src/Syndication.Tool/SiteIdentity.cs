namespace Syndication.Tool;

/// <summary>What the ids of a site are made of, the same from the first build on.</summary>
/// <param name="Seed">What the ids of feeds and digests are made of.</param>
/// <param name="Home">The newsletter's address as a person stated it at first; <see langword="null"/> where nobody did.</param>
internal sealed record SiteIdentity(string Seed, string? Home);
