using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Syndication.Tool;

var root = new Command("syndication", "Reads newsletter issues (HTML, Markdown, plain text, mail) and writes structured JSON, RSS, Atom, JSON Feed and OPML.")
{
    new HelpOption(),
    new VersionOption(),
    ExtractCommand.Create(),
    InspectCommand.Create(),
    BuildCommand.Create(),
    LearnCommand.Create(),
    DiffCommand.Create(),
    ImportCommand.Create(),
    ExportCommand.Create(),
};

ParseResult parsed = root.Parse(args);
if (parsed.Action is ParseErrorAction)
{
    foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
    await Console.Error.WriteLineAsync(parsed.CommandResult.Command == root ? "Try 'syndication --help'." : $"Try 'syndication {parsed.CommandResult.Command.Name} --help'.");
    return ExitCode.WrongUsage;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (OperationCanceledException)
{
    return ExitCode.Cancelled;
}
