namespace Syndication.AspNetCore;

/// <summary>How often one reader (by address and <c>User-Agent</c>) may ask for one feed; beyond that it gets 429 with <c>Retry-After</c> (RFC 6585 §4).</summary>
/// <param name="Requests">How many requests, at least 1.</param>
/// <param name="Window">In which time.</param>
public sealed record PollLimit(int Requests, TimeSpan Window);
