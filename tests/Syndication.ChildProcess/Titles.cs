using Syndication.Archives;
using Syndication.Archives.Sources;

namespace Syndication.ChildProcess;

/// <summary>Reads files, one after the other, as the first of its process.</summary>
internal static class Titles
{
    /// <summary>Says the title of each document in the files.</summary>
    public static async Task SayAsync(IEnumerable<string> files, TextWriter output)
    {
        foreach (string file in files)
        {
            await foreach (ArchivedDocument document in new ArchiveReader().ReadAsync(file))
            {
                IssueResult read = document.Kind == ArchivedKind.Mail
                    ? MailReader.Default.Read(document.Bytes, document.Source)
                    : IssueReader.Default.Read(document.Bytes.Span, document.Source);
                await output.WriteLineAsync(read.Issue.Title);
            }
        }
    }
}
