using System.CommandLine;
using System.Text;
using Syndication.Documents;
using Syndication.Structure;

namespace Syndication.Tool;

/// <summary><c>syndication learn FILE... [--out PROFILE]</c>: what the issues of one publication have in common, as JSON that a person can read, correct and pin.</summary>
internal static class LearnCommand
{
    internal static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Issues of one publication: HTML, Markdown, plain text or mail (.eml). A folder stands for every such file in it, at any depth.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string?>("--out") { Description = "Where to write the profile; standard output where left out.", HelpName = "PROFILE" };
        var command = new Command("learn", "Writes what the issues of a publication have in common, for --profile. Exit code: 0 all read, 1 something could not be read or is no issue, 2 wrong usage.") { files, output };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(files), parsed.GetValue(output), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string? output, CancellationToken cancellationToken)
    {
        bool failed = false;
        IEnumerable<string> files = IssueFiles.Under(paths, (folder, e) =>
        {
            failed = true;
            Console.Error.WriteLine($"{folder}: error: {FileReading.Reason(e)}");
        });
        var learner = new ProfileLearner();
        await foreach (FileReading reading in InOrder.SelectAsync(files, FileReading.OfAsync, cancellationToken))
        {
            failed |= !reading.IsGood;
            if (!reading.IsGood) reading.Report();
            if (reading.Result is { } result) learner.Add(result);
        }

        if (learner.Issues == 0)
        {
            await Console.Error.WriteLineAsync($"{string.Join(", ", paths)}: error: no issue here");
            return ExitCode.SomethingFailed;
        }

        PublicationProfile profile = learner.Learn();
        if (learner.Issues > 1 && profile.Title is null) await Console.Error.WriteLineAsync("note: the issues do not agree on the name of their publication");
        byte[] json = Encoding.UTF8.GetBytes(PublicationProfileJson.Serialize(profile));
        if (output is null)
        {
            await using Stream screen = Console.OpenStandardOutput();
            await screen.WriteAsync(json, cancellationToken);
            return failed ? ExitCode.SomethingFailed : ExitCode.AllRead;
        }

        try
        {
            string place = Path.GetFullPath(output);
            await new OutputFolder(Path.GetDirectoryName(place)!).WriteAsync(Path.GetFileName(place), async (stream, token) => await stream.WriteAsync(json, token), cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{output}: error: {FileReading.Reason(e)}");
            return ExitCode.SomethingFailed;
        }

        return failed ? ExitCode.SomethingFailed : ExitCode.AllRead;
    }
}
