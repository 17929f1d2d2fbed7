using System.Globalization;
using Syndication.Archives.Stores;
using Syndication.Model;

namespace Syndication.ChildProcess;

/// <summary>Puts batch after batch of issues into a store.</summary>
internal static class EndlessImport
{
    /// <summary>Issues of a batch.</summary>
    private const int Size = 10;

    /// <summary>Imports until it fails; says the number of each batch as soon as the store has it.</summary>
    /// <returns>3: it failed, and the store said so.</returns>
    public static async Task<int> RunAsync(IIssueStore store, TextWriter output)
    {
        for (int batch = 1; ; batch++)
        {
            try
            {
                // Each batch also rewrites what the last one has written, so that half of one could be seen.
                await store.PutIssuesAsync([.. Enumerable.Range(0, Size).SelectMany(i => new[] { Issue($"shared-{i}", batch), Issue($"batch-{batch}-{i}", batch) })]);
            }
            catch (Exception failure) when (failure is IOException or System.Data.Common.DbException)
            {
                await output.WriteLineAsync("failed " + failure.GetType().Name + ": " + failure.Message.ReplaceLineEndings(" "));
                return 3;
            }

            await output.WriteLineAsync(batch.ToString(CultureInfo.InvariantCulture));
            await output.FlushAsync();
        }
    }

    private static StoredIssue Issue(string key, int batch)
    {
        string text = string.Join(' ', Enumerable.Repeat(string.Create(CultureInfo.InvariantCulture, $"batch{batch}"), 300));
        return new StoredIssue("weekly", key, new Issue { Number = batch, Title = string.Create(CultureInfo.InvariantCulture, $"Batch {batch}"), Preface = new Content($"<p>{text}</p>", text) });
    }
}
