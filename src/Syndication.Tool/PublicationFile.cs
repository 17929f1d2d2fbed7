using System.Text.Json;
using System.Text.Json.Serialization;
using Syndication.Model;

namespace Syndication.Tool;

/// <summary>What a person wrote down about the publication, and what the issues say where the person said nothing.</summary>
/// <param name="Publication">What the file says; <see langword="null"/> where there is no file or it could not be read.</param>
/// <param name="Failure">Why it could not be read.</param>
internal sealed record PublicationFile(Publication? Publication, string? Failure)
{
    /// <summary>What the file is called where it lies beside the issues.</summary>
    internal const string Name = "publication.json";

    private static readonly JsonSerializerOptions form = new(JsonSerializerDefaults.Web)
    {
        // A misspelt name must not pass for a value left out.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        Converters = { new JsonStringEnumConverter<PersonRole>(JsonNamingPolicy.CamelCase) },
    };

    internal static async Task<PublicationFile> ReadAsync(string? path, CancellationToken cancellationToken)
    {
        if (path is null) return new PublicationFile(null, null);
        try
        {
            await using FileStream stream = File.OpenRead(path);
            return new PublicationFile(await JsonSerializer.DeserializeAsync<Publication>(stream, form, cancellationToken), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return new PublicationFile(null, FileReading.Reason(e));
        }
    }

    /// <summary>What the file leaves out, as a store has it.</summary>
    internal PublicationFile Or(Publication? stored) => Publication is not { } said || stored is null ? this with { Publication = Publication ?? stored } : this with
    {
        Publication = said with { Title = said.Title ?? stored.Title, Url = said.Url ?? stored.Url, Description = said.Description ?? stored.Description, Language = said.Language ?? stored.Language },
    };

    /// <summary>The publication, with what is left out taken from the issues: what most of them say.</summary>
    /// <param name="issues">The issues.</param>
    /// <param name="folderName">The title where nothing gives one: a feed needs one.</param>
    internal Publication Complete(IReadOnlyList<Issue> issues, string folderName) => (Publication ?? new Publication()) with
    {
        Title = Publication?.Title ?? MostSay(issues, i => i.Publication?.Title) ?? folderName,
        Url = Publication?.Url ?? MostSay(issues, i => i.Publication?.Url),
        Description = Publication?.Description ?? MostSay(issues, i => i.Publication?.Description),
        Language = Publication?.Language ?? MostSay(issues, i => i.Publication?.Language ?? i.Language),
    };

    private static string? MostSay(IReadOnlyList<Issue> issues, Func<Issue, string?> what) =>
        issues.Select(what).OfType<string>().CountBy(value => value).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).FirstOrDefault().Key;
}
