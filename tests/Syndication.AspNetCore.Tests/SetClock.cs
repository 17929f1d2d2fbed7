namespace Syndication.AspNetCore.Tests;

/// <summary>A clock that a test sets. Timers go on by the machine's own.</summary>
public sealed class SetClock : TimeProvider
{
    /// <summary>The time, until it is set again.</summary>
    public DateTimeOffset Now { get; set; } = new(2024, 3, 1, 12, 0, 0, 250, TimeSpan.Zero);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;
}
