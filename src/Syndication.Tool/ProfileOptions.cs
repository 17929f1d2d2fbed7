using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Syndication.Documents;
using Syndication.Text;

namespace Syndication.Tool;

/// <summary>The options by which a command is told what is known of a publication: a pinned profile, or not to learn one from the files.</summary>
internal sealed class ProfileOptions
{
    internal Option<string?> File { get; } = new("--profile") { Description = "What is known of the publication, as 'syndication learn' writes it. Nothing is learned then.", HelpName = "PROFILE" };

    internal Option<bool> NoLearning { get; } = new("--no-learn") { Description = "Reads each file by itself, once, and does not learn from the others of its publication." };

    /// <summary>The pinned profile; <see langword="null"/> where none is named. What in it means nothing is told on standard error; where it cannot be read the reason is told on standard error and there is no success.</summary>
    internal static async Task<(bool Success, PublicationProfile? Profile)> ReadAsync(string? path, CancellationToken cancellationToken)
    {
        if (path is null) return (true, null);
        try
        {
            PublicationProfile profile = PublicationProfileJson.Deserialize(await System.IO.File.ReadAllTextAsync(path, cancellationToken), out ImmutableArray<Diagnostic> noticed);
            foreach (Diagnostic notice in noticed) await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{path}({notice.Line},{notice.Column}): warning {notice.Code}: {notice.Message}"));
            return (true, profile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            await Console.Error.WriteLineAsync($"{path}: error: {FileReading.Reason(e)}");
            return (false, null);
        }
    }
}
