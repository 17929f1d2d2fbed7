namespace Syndication.AspNetCore.Description;

/// <summary>Marks the endpoint that answers for all feeds.</summary>
internal sealed class FeedsMetadata
{
    public static FeedsMetadata Instance { get; } = new();
}
