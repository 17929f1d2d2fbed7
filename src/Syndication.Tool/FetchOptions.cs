using System.CommandLine;
using Syndication.Archives.Fetching;

namespace Syndication.Tool;

/// <summary>The options by which a person says how addresses are fetched.</summary>
internal sealed class FetchOptions
{
    internal Option<bool> AllowPrivate { get; } = new("--allow-private") { Description = "Fetch addresses in private networks too." };

    internal Option<double?> Delay { get; } = new("--delay") { Description = "Seconds between two requests to one host. Default 1.", HelpName = "SECONDS" };

    internal AddressFetchOptions Create(ParseResult parsed) => new()
    {
        AllowPrivate = parsed.GetValue(AllowPrivate),
        Delay = TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(Delay) ?? 1, 0, 3600)),
    };
}
