using System.CommandLine;
using System.Text.Json;
using Syndication.Documents;

namespace Syndication.Tool;

/// <summary>The options by which a command is told what is known of a publication: a pinned profile, or not to learn one from the files.</summary>
internal sealed class ProfileOptions
{
    internal Option<string?> File { get; } = new("--profile") { Description = "What is known of the publication, as 'syndication learn' writes it. Nothing is learned then.", HelpName = "PROFILE" };

    internal Option<bool> NoLearning { get; } = new("--no-learn") { Description = "Reads each file by itself, once, and does not learn from the others of its publication." };

    /// <summary>The pinned profile; <see langword="null"/> where none is named. Where it cannot be read the reason is told on standard error and there is no success.</summary>
    internal static async Task<(bool Success, PublicationProfile? Profile)> ReadAsync(string? path, CancellationToken cancellationToken)
    {
        if (path is null) return (true, null);
        try
        {
            return (true, PublicationProfileJson.Deserialize(await System.IO.File.ReadAllTextAsync(path, cancellationToken)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            await Console.Error.WriteLineAsync($"{path}: error: {FileReading.Reason(e)}");
            return (false, null);
        }
    }
}
