namespace Syndication.Archives.Fetching;

/// <summary>An address is not fetched, or gave no page.</summary>
internal sealed class FetchRefusedException(string message) : Exception(message);
