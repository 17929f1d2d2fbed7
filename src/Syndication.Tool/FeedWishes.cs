using System.Text.Json;
using Syndication.Feeds;

namespace Syndication.Tool;

/// <summary>What the file of a publication says of its feeds: the object <c>feeds</c>.</summary>
internal sealed record FeedWishes
{
    /// <summary>The names that the object may have.</summary>
    internal static readonly string[] Names = ["logo", "icon", "rights", "hubs", "order", "xhtml", "explicit", "update"];

    /// <summary>The names of the object <c>update</c>.</summary>
    internal static readonly string[] UpdateNames = ["period", "frequency"];

    /// <summary>The absolute address of a large picture.</summary>
    internal string? Logo { get; private init; }

    /// <summary>The absolute address of a small square picture.</summary>
    internal string? Icon { get; private init; }

    internal string? Rights { get; private init; }

    /// <summary>The addresses of WebSub hubs.</summary>
    internal IReadOnlyList<string> Hubs { get; private init; } = [];

    internal FeedOrder Order { get; private init; }

    /// <summary>Whether Atom has its content as XHTML.</summary>
    internal bool Xhtml { get; private init; }

    /// <summary>Whether recordings have what is not for children, where it is said.</summary>
    internal bool? Explicit { get; private init; }

    internal FeedUpdateCycle? Update { get; private init; }

    /// <exception cref="FormatException">A value is of the wrong kind; the message says which, for a person.</exception>
    internal static FeedWishes Of(JsonElement feeds) => new()
    {
        Logo = Address(feeds, "logo"),
        Icon = Address(feeds, "icon"),
        Rights = Text(feeds, "rights"),
        Hubs = feeds.TryGetProperty("hubs", out JsonElement hubs) ? HubsOf(hubs) : [],
        Order = Text(feeds, "order") switch
        {
            null or "newest-first" => FeedOrder.NewestFirst,
            "oldest-first" => FeedOrder.OldestFirst,
            string other => throw new FormatException($"feeds.order is \"newest-first\" or \"oldest-first\", not \"{other}\"."),
        },
        Xhtml = Flag(feeds, "xhtml") == true,
        Explicit = Flag(feeds, "explicit"),
        Update = feeds.TryGetProperty("update", out JsonElement update) ? UpdateOf(update) : null,
    };

    private static string[] HubsOf(JsonElement hubs) =>
        hubs.ValueKind == JsonValueKind.Array && hubs.EnumerateArray().All(hub => hub.ValueKind == JsonValueKind.String && WebAddress.IsWeb(hub.GetString()))
            ? [.. hubs.EnumerateArray().Select(hub => hub.GetString()!)] : throw new FormatException("feeds.hubs is a list of absolute http or https addresses.");

    private static FeedUpdateCycle UpdateOf(JsonElement update)
    {
        int frequency = 1;
        if (update.TryGetProperty("frequency", out JsonElement often) && (often.ValueKind != JsonValueKind.Number || !often.TryGetInt32(out frequency) || frequency < 1)) throw new FormatException("feeds.update.frequency is a whole number from 1.");
        return update.TryGetProperty("period", out JsonElement period) && period.ValueKind == JsonValueKind.String && !char.IsAsciiDigit(period.GetString()!.FirstOrDefault())
            && Enum.TryParse(period.GetString(), ignoreCase: true, out FeedUpdatePeriod known) && Enum.IsDefined(known)
            ? new FeedUpdateCycle(known, frequency) : throw new FormatException("feeds.update.period is one of hourly, daily, weekly, monthly, yearly.");
    }

    private static bool? Flag(JsonElement feeds, string name) =>
        !feeds.TryGetProperty(name, out JsonElement value) ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw new FormatException($"feeds.{name} is true or false.");

    private static string? Text(JsonElement feeds, string name) =>
        !feeds.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : throw new FormatException($"feeds.{name} is a text.");

    private static string? Address(JsonElement feeds, string name) =>
        Text(feeds, name) is not { } text ? null : WebAddress.IsWeb(text) ? text : throw new FormatException($"feeds.{name} is an absolute http or https address, not \"{text}\".");
}
