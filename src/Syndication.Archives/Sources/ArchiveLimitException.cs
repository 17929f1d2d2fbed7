namespace Syndication.Archives.Sources;

/// <summary>A limit of <see cref="ArchiveLimits"/> is reached: what is being read ends here.</summary>
internal sealed class ArchiveLimitException(string message) : Exception(message);
