using Syndication.Archives.Stores;
using Syndication.ChildProcess;

// What tests start, kill and starve: a node of a host, an import that goes on until something stops it, or a process that has read nothing yet.
switch (args)
{
    case ["node", var address, var database, var redis]:
        await Node.RunAsync(address, database, redis);
        return 0;
    case ["import", "sqlite", var file]:
        return await EndlessImport.RunAsync(new SqliteIssueStore(file), Console.Out);
    case ["import", "folder", var folder]:
        return await EndlessImport.RunAsync(new FolderIssueStore(folder), Console.Out);
    case ["import", "postgres", var database]:
        return await EndlessImport.RunAsync(new PostgresIssueStore(database), Console.Out);
    case ["titles", .. var files]:
        await Titles.SayAsync(files, Console.Out);
        return 0;
    default:
        await Console.Error.WriteLineAsync("node ADDRESS POSTGRESQL REDIS | import sqlite|folder|postgres PLACE | titles FILE...");
        return 2;
}
