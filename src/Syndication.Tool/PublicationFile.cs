using System.Text.Json;
using System.Text.Json.Serialization;
using Syndication.Model;

namespace Syndication.Tool;

/// <summary>What a person wrote down about the publication, and what the issues say where the person said nothing.</summary>
/// <param name="Publication">What the file says; <see langword="null"/> where there is no file or it could not be read.</param>
/// <param name="Feeds">What it says of the feeds.</param>
/// <param name="Failure">Why it could not be read, for a person.</param>
internal sealed record PublicationFile(Publication? Publication, FeedWishes Feeds, string? Failure)
{
    /// <summary>What the file is called where it lies beside the issues.</summary>
    internal const string Name = "publication.json";

    private static readonly string[] names = ["title", "url", "description", "language", "authors", "feeds"];
    private static readonly string[] authorNames = ["name", "url", "email", "role"];

    private static readonly JsonSerializerOptions form = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter<PersonRole>(JsonNamingPolicy.CamelCase) } };

    internal static async Task<PublicationFile> ReadAsync(string? path, CancellationToken cancellationToken)
    {
        if (path is null) return new PublicationFile(null, new FeedWishes(), null);
        try
        {
            await using FileStream stream = File.OpenRead(path);
            using JsonDocument document = await JsonDocument.ParseAsync(stream, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }, cancellationToken);
            return Of(document.RootElement);
        }
        catch (JsonException e)
        {
            return Failed(string.Create(null, $"line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}: this is no JSON."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed(FileReading.Reason(e));
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

    private static PublicationFile Of(JsonElement root)
    {
        JsonElement feeds = default;
        string? fault = FaultOf(root, "the file", names)
            ?? (root.TryGetProperty("authors", out JsonElement authors) && authors.ValueKind == JsonValueKind.Array ? authors.EnumerateArray().Select(author => FaultOf(author, "an author", authorNames)).FirstOrDefault(each => each is not null) : null)
            ?? (root.TryGetProperty("feeds", out feeds) ? FaultOf(feeds, "feeds", FeedWishes.Names) : null)
            ?? (feeds.ValueKind == JsonValueKind.Object && feeds.TryGetProperty("update", out JsonElement update) ? FaultOf(update, "feeds.update", FeedWishes.UpdateNames) : null);
        if (fault is not null) return Failed(fault);
        try
        {
            return new PublicationFile(root.Deserialize<Publication>(form), feeds.ValueKind == JsonValueKind.Object ? FeedWishes.Of(feeds) : new FeedWishes(), null);
        }
        catch (JsonException e)
        {
            return Failed($"the value of {e.Path?.TrimStart('$', '.')} is of the wrong kind.");
        }
        catch (FormatException e)
        {
            return Failed(e.Message);
        }
    }

    /// <summary>A misspelt name must not pass for a value left out.</summary>
    private static string? FaultOf(JsonElement part, string where, string[] known) =>
        part.ValueKind != JsonValueKind.Object ? $"{where} is no object in braces."
        : part.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => !known.Contains(name, StringComparer.Ordinal)) is { } unknown
            ? $"'{unknown}' is not known in {where}; what may stand there is {string.Join(", ", known)}." : null;

    private static PublicationFile Failed(string failure) => new(null, new FeedWishes(), failure);

    private static string? MostSay(IReadOnlyList<Issue> issues, Func<Issue, string?> what) =>
        issues.Select(what).OfType<string>().CountBy(value => value).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).FirstOrDefault().Key;
}
