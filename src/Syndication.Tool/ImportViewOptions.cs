using System.CommandLine;

namespace Syndication.Tool;

/// <summary>The options by which a person says how an import shows how far it is.</summary>
internal sealed class ImportViewOptions
{
    internal Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Say nothing but errors." };

    internal Option<bool> Json { get; } = new("--json") { Description = "Print events as JSON Lines on standard output: one a document, and a last one with the sums." };

    internal ImportView Create(ParseResult parsed) => new(parsed.GetValue(Quiet), parsed.GetValue(Json));
}
