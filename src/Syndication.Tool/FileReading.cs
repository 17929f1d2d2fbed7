using Syndication.Archives;
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
            IssueResult result = await IsMailAsync(path, cancellationToken) ? await new MailReader(reader).ReadFileAsync(path, cancellationToken) : await reader.ReadFileAsync(path, cancellationToken);
            return new FileReading(path, result, null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new FileReading(path, null, Reason(e));
        }
    }

    /// <summary>A mail is known by its name, or by its first lines where the name says nothing.</summary>
    private static async Task<bool> IsMailAsync(string path, CancellationToken cancellationToken)
    {
        string extension = System.IO.Path.GetExtension(path).ToLowerInvariant();
        if (extension == ".eml") return true;
        if (extension is not ("" or ".txt" or ".text" or ".mail" or ".msg")) return false;
        await using FileStream stream = File.OpenRead(path);
        byte[] head = new byte[4096];
        int length = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        return MailReader.IsMail(head.AsSpan(0, length));
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
