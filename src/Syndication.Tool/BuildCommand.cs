using System.CommandLine;

namespace Syndication.Tool;

internal static class BuildCommand
{
    internal static Command Create() => new("build", "…");
}
