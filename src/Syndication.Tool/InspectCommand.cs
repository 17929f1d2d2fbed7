using System.CommandLine;
using Spectre.Console;
using Syndication.Documents;

namespace Syndication.Tool;

/// <summary><c>syndication inspect FILE [--html REPORT]</c>: for a person's eye, what a file was understood as and why.</summary>
internal static class InspectCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "An issue: HTML, Markdown, plain text or mail (.eml)." };
        var html = new Option<string?>("--html") { Description = "Writes one self-contained page there instead: the source on the left, the issue on the right, each linked with the other.", HelpName = "REPORT" };
        var profile = new ProfileOptions();
        var command = new Command("inspect", "Shows the outline of an issue as a tree, then what each block was taken for and why.") { file, html, profile.File };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            (bool success, PublicationProfile? pinned) = await ProfileOptions.ReadAsync(parsed.GetValue(profile.File), cancellationToken);
            return success ? await RunAsync(parsed.GetRequiredValue(file), parsed.GetValue(html), pinned, cancellationToken) : ExitCode.SomethingFailed;
        });
        return command;
    }

    private static async Task<int> RunAsync(string path, string? report, PublicationProfile? pinned, CancellationToken cancellationToken)
    {
        FileReading reading = await FileReading.OfAsync(path, new IssueReader(new IssueReaderOptions { Explain = true, Profile = pinned }), cancellationToken);
        if (reading.Result is { } inspected && report is not null)
        {
            try
            {
                string place = Path.GetFullPath(report);
                await new OutputFolder(Path.GetDirectoryName(place)!).WriteAsync(Path.GetFileName(place), async (stream, token) => await stream.WriteAsync(InspectPage.Of(path, inspected), token), cancellationToken);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"{report}: error: {FileReading.Reason(e)}");
                return ExitCode.SomethingFailed;
            }
        }
        else if (reading.Result is { } result)
        {
            new ResultView(Screen()).Show(result);
        }
        else
        {
            reading.Report();
        }

        return reading.IsGood ? ExitCode.AllRead : ExitCode.SomethingFailed;
    }

    /// <summary>The terminal in its colours; plain text of any width where the output goes elsewhere or NO_COLOR asks for it.</summary>
    private static IAnsiConsole Screen()
    {
        bool plain = Console.IsOutputRedirected || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        IAnsiConsole screen = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
        });
        if (Console.IsOutputRedirected)
        {
            screen.Profile.Width = 10_000;
            screen.Profile.Capabilities.Unicode = true;
        }

        return screen;
    }
}
