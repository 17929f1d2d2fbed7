namespace Syndication.Tool;

/// <summary>What the command tells the shell.</summary>
internal static class ExitCode
{
    internal const int AllRead = 0;

    /// <summary>Something could not be read or written, or is no issue. What could be done was done.</summary>
    internal const int SomethingFailed = 1;

    internal const int WrongUsage = 2;

    /// <summary>Ended by Ctrl-C: 128 and the number of SIGINT.</summary>
    internal const int Cancelled = 130;
}
