namespace Syndication.AspNetCore.Publishing;

/// <summary>What was last published at an address.</summary>
/// <param name="Digest">A hash of its bytes.</param>
/// <param name="LastModified">Since when, in whole seconds, later than every version before.</param>
internal sealed record DocumentMemory(string Digest, DateTimeOffset LastModified)
{
    /// <summary>What is to be remembered of new bytes. The time is rounded up, and pushed on where the clock has not gone on: two versions never share it.</summary>
    public static DocumentMemory Of(string digest, DocumentMemory? before, DateTimeOffset now)
    {
        if (before?.Digest == digest) return before;
        long ticks = now.UtcTicks + TimeSpan.TicksPerSecond - 1;
        var changed = new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        return new DocumentMemory(digest, before is null || changed > before.LastModified ? changed : before.LastModified.AddSeconds(1));
    }
}
