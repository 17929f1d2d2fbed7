namespace Syndication.AspNetCore.Discovery;

/// <summary>A link by which readers find a feed from a page: <c>&lt;link rel="alternate"&gt;</c> (HTML §4.6.7.1) or a <c>Link</c> field (RFC 8288).</summary>
/// <param name="Url">The feed's absolute address.</param>
/// <param name="MediaType">Its media type without parameters.</param>
/// <param name="Title">Its title for people.</param>
public sealed record DiscoveryLink(string Url, string MediaType, string Title);
