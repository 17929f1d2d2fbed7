#:project ../src/Syndication.Archives/Syndication.Archives.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property NoWarn=$(NoWarn);MA0048

// Reads the issues of an archive – a folder, a zip, a mail box, a web archive, an export – and prints one line for each.
//     dotnet run samples/migrate.cs -- FOLDER
using Syndication.Archives;
using Syndication.Model;

if (args.Length != 1)
{
    Console.Error.WriteLine("Usage: dotnet run samples/migrate.cs -- FOLDER");
    return 2;
}

await foreach (ImportedIssue imported in new ArchiveImporter().ImportAsync(args[0]))
{
    if (imported is { IsIssue: true, Result.Issue: Issue issue })
        Console.WriteLine($"{issue.Number}\t{issue.Published}\t{issue.Title}\t{issue.AllItems().Count()} items");
    else
        Console.Error.WriteLine($"{imported.Source}: {imported.Diagnostics.LastOrDefault()?.Message ?? "no issue"}");
}

return 0;
