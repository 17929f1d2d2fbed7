using Syndication.Archives.Fetching;
using Syndication.Archives.Importing;

namespace Syndication.Tool;

/// <summary>Imports the pages of addresses that come on standard input: fetched first, then imported from where they are kept.</summary>
internal static class AddressImport
{
    internal static async Task<ImportResult> RunAsync(StoreImport import, AddressFetchOptions options, string folder, Action<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var addresses = new List<string>();
        while (await Console.In.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Trim() is { Length: > 0 } address && address[0] != '#') addresses.Add(address);
        }

        using var fetcher = new AddressFetcher(folder, options);
        int done = 0;
        IReadOnlyDictionary<string, string> failures = await fetcher.FetchAsync(addresses, (address, _) => progress?.Invoke(new ImportProgress(ImportPhase.Looking, ++done, addresses.Count, address)), cancellationToken);
        string name = addresses.Count > 0 && Uri.TryCreate(addresses[0], UriKind.Absolute, out Uri? first) ? first.Host : "newsletter";
        return await import.RunAsync(token => fetcher.ReadAsync(addresses, failures, token), name, progress, cancellationToken);
    }
}
