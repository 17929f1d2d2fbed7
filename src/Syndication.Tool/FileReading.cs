using Syndication.Text;

namespace Syndication.Tool;

/// <summary>What became of one file: a result, or the reason why there is none.</summary>
/// <param name="Path">The file as the user named it.</param>
/// <param name="Result">What was understood; <see langword="null"/> where the file could not be opened.</param>
/// <param name="Failure">Why there is no result.</param>
internal sealed record FileReading(string Path, IssueResult? Result, string? Failure)
{
    /// <summary>Whether the file was read and is an issue.</summary>
    internal bool IsGood => Result is { IsIssue: true } && !Result.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>Reads a file. Never throws but for cancellation: a folder of a thousand files does not fail because of one.</summary>
    internal static Task<FileReading> OfAsync(string path, CancellationToken cancellationToken) => OfAsync(path, IssueReader.Default, cancellationToken);

    /// <summary>Reads a file with a reader of one's own.</summary>
    internal static async Task<FileReading> OfAsync(string path, IssueReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return new FileReading(path, await reader.ReadFileAsync(path, cancellationToken), null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new FileReading(path, null, Reason(e));
        }
    }

    /// <summary>Tells a person on standard error what was noticed: warnings and errors, one a line, as compilers write them.</summary>
    internal void Report()
    {
        if (Failure is not null) Console.Error.WriteLine($"{Path}: error: {Failure}");
        if (Result is null) return;
        foreach (Diagnostic noticed in Result.Diagnostics)
        {
            if (noticed.Severity == DiagnosticSeverity.Info) continue;
            string place = noticed.Line is { } line ? string.Create(null, $"({line},{noticed.Column ?? 1})") : "";
            Console.Error.WriteLine($"{Path}{place}: {(noticed.Severity == DiagnosticSeverity.Error ? "error" : "warning")} {noticed.Code}: {noticed.Message}");
        }

        if (!Result.IsIssue && !Result.Diagnostics.Any(d => d.Code == DiagnosticCodes.NotAnIssue && d.Severity != DiagnosticSeverity.Info))
            Console.Error.WriteLine($"{Path}: warning {DiagnosticCodes.NotAnIssue}: this does not look like an issue of a newsletter");
    }

    /// <summary>What an exception says, for a person: the kind of fault where the message alone does not tell that the fault is ours.</summary>
    internal static string Reason(Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file",
        UnauthorizedAccessException => "access denied",
        IOException => e.Message,
        _ => $"{e.GetType().Name}: {e.Message}",
    };
}
