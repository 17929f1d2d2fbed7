namespace Syndication.AspNetCore.Publishing;

/// <summary>A feed cannot be made now; who asks for it may come back.</summary>
internal sealed class RequestedFeedException(string message, Exception? cause) : Exception(message, cause);
