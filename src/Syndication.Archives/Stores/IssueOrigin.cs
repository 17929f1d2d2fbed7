namespace Syndication.Archives.Stores;

/// <summary>Where an issue was read from.</summary>
/// <param name="Source">A path within its archive, an address, a message id.</param>
/// <param name="Digest">The SHA-256 of its bytes in lower-case hexadecimal: a source that is as it was need not be read again; <see langword="null"/> where unknown.</param>
public sealed record IssueOrigin(string Source, string? Digest = null);
