using System.CommandLine;
using Spectre.Console;
using Syndication.Documents;

namespace Syndication.Tool;

/// <summary><c>syndication inspect FILE... [--html REPORT] [--no-learn | --profile PROFILE]</c>: for a person's eye, what files were understood as and why.</summary>
internal static class InspectCommand
{
    internal static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Issues: HTML, Markdown, plain text or mail (.eml). What several have in common is learned first, as extract does.", Arity = ArgumentArity.OneOrMore };
        var html = new Option<string?>("--html") { Description = "Writes one self-contained page there instead, of the first FILE: the source as published on the left, its blocks marked in the colour of what each was taken for, the issue on the right, each linked with the other. Nothing in it is fetched and no script of the source runs.", HelpName = "REPORT" };
        var profile = new ProfileOptions();
        var command = new Command("inspect", "Shows the outline of each issue as a tree, then what each block was taken for and why.") { files, html, profile.File, profile.NoLearning };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            (bool success, PublicationProfile? pinned) = await ProfileOptions.ReadAsync(parsed.GetValue(profile.File), cancellationToken);
            if (!success) return ExitCode.SomethingFailed;
            string[] paths = parsed.GetRequiredValue(files);
            PublicationReaders readers = await PublicationReaders.ForAsync(paths, pinned, !parsed.GetValue(profile.NoLearning), cancellationToken, explains: true);
            bool allGood = true;
            foreach (string path in parsed.GetValue(html) is null ? paths : paths.Take(1))
            {
                if (paths.Length > 1 && parsed.GetValue(html) is null) Console.WriteLine($"== {path}");
                allGood &= await RunAsync(path, readers.Of(path), parsed.GetValue(html), cancellationToken);
            }

            return allGood ? ExitCode.AllRead : ExitCode.SomethingFailed;
        });
        return command;
    }

    private static async Task<bool> RunAsync(string path, IssueReader reader, string? report, CancellationToken cancellationToken)
    {
        FileReading reading = await FileReading.OfAsync(path, reader, cancellationToken);
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
                return false;
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

        return reading.IsGood;
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
