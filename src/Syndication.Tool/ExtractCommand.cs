using System.CommandLine;
using System.Text;
using Syndication.Documents;

namespace Syndication.Tool;

/// <summary><c>syndication extract FILE... [--json | --jsonl] [--no-learn | --profile PROFILE]</c>: issues as JSON on standard output, and nothing else there.</summary>
internal static class ExtractCommand
{
    internal static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Issues: HTML, Markdown, plain text or mail (.eml). A folder stands for every such file in it, at any depth.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Indented JSON: one object, or an array for several files or a folder. The default." };
        var lines = new Option<bool>("--jsonl") { Description = "JSON Lines: one issue a line, each with \"source\", the path as given." };
        var stdin = new Option<bool>("--stdin") { Description = "With --jsonl: take paths (one a line, or each ended by NUL) or JSON records with bytes from standard input; a filter for parallel workers. Nothing is learned; pin what is known by --profile." };
        var profile = new ProfileOptions();
        var command = new Command("extract", "Prints issues as JSON. Exit code: 0 all read, 1 something could not be read or is no issue, 2 wrong usage.") { files, json, lines, stdin, profile.File, profile.NoLearning };
        command.Validators.Add(result =>
        {
            foreach (string unknown in (result.GetValue(files) ?? []).Where(f => f.StartsWith('-') && !Path.Exists(f))) result.AddError($"Unrecognized option '{unknown}'.");
            if (result.GetValue(stdin) == result.GetValue(files) is { Length: > 0 }) result.AddError("Name files, or read from standard input by --stdin.");
            if (result.GetValue(stdin) && !result.GetValue(lines)) result.AddError("--stdin needs --jsonl.");
            if (result.GetValue(json) && result.GetValue(lines)) result.AddError("--json and --jsonl exclude each other.");
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            (bool success, PublicationProfile? pinned) = await ProfileOptions.ReadAsync(parsed.GetValue(profile.File), cancellationToken);
            if (success && parsed.GetValue(stdin)) return await ExtractStream.RunAsync(pinned, cancellationToken);
            return success ? await RunAsync(parsed.GetRequiredValue(files), parsed.GetValue(lines), pinned, !parsed.GetValue(profile.NoLearning), cancellationToken) : ExitCode.SomethingFailed;
        });
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, bool lines, PublicationProfile? pinned, bool learns, CancellationToken cancellationToken)
    {
        bool array = !lines && (paths.Length > 1 || Directory.Exists(paths[0]));
        bool failed = false, first = true;
        List<string> files = [.. IssueFiles.Under(paths, (folder, e) =>
        {
            failed = true;
            Console.Error.WriteLine($"{folder}: error: {FileReading.Reason(e)}");
        })];

        PublicationReaders readers = await PublicationReaders.ForAsync(files, pinned, learns, cancellationToken);
        var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        await using (output)
        {
            if (array) output.WriteByte((byte)'[');
            await foreach (var (reading, json) in InOrder.SelectAsync(files, (path, token) => ReadAsync(path, readers.Of(path), lines, token), cancellationToken))
            {
                failed |= !reading.IsGood;
                reading.Report();
                if (json is null) continue;
                if (array) await output.WriteAsync(first ? "\n"u8.ToArray() : ",\n"u8.ToArray(), cancellationToken);
                first = false;
                await output.WriteAsync(json, cancellationToken);
                if (!array) output.WriteByte((byte)'\n');
            }

            if (array) await output.WriteAsync(first ? "]\n"u8.ToArray() : "\n]\n"u8.ToArray(), cancellationToken);
        }

        if (first && !failed) Console.Error.WriteLine($"{string.Join(", ", paths)}: error: no issue here");
        return failed || first ? ExitCode.SomethingFailed : ExitCode.AllRead;
    }

    private static async Task<(FileReading Reading, byte[]? Json)> ReadAsync(string path, IssueReader reader, bool line, CancellationToken cancellationToken)
    {
        FileReading reading = await FileReading.OfAsync(path, reader, cancellationToken);
        return (reading, reading.Result is { } result ? Encoding.UTF8.GetBytes(IssueResultJson.Serialize(result, line ? path : null, indented: !line)) : null);
    }
}
