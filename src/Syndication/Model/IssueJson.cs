using System.Text.Json;

namespace Syndication.Model;

/// <summary>
/// The JSON form of an <see cref="Issue"/>, as <c>issue.schema.json</c> describes it (RFC 8259, UTF-8): what is unknown is left out, Chinese
/// stands as Chinese (beyond the Basic Multilingual Plane as an escaped pair), and what was written reads back to an equal issue.
/// </summary>
public static class IssueJson
{
    /// <summary>Writes an issue as JSON.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="indented">Whether to write one property per line, indented by two spaces, lines ended by LF; else all in one line.</param>
    /// <returns>The JSON text; unpaired surrogates, which UTF-8 cannot carry, stand as U+FFFD.</returns>
    public static string Serialize(Issue issue, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(issue);
        return JsonSerializer.Serialize(issue, IssueJsonForm.Of<Issue>(indented));
    }

    /// <summary>Writes an issue as JSON in UTF-8 without a byte order mark.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="issue">The issue.</param>
    /// <param name="indented">Whether to write one property per line, indented by two spaces, lines ended by LF; else all in one line.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>A task that ends when all is written.</returns>
    public static Task SerializeAsync(Stream stream, Issue issue, bool indented = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(issue);
        return JsonSerializer.SerializeAsync(stream, issue, IssueJsonForm.Of<Issue>(indented), cancellationToken);
    }

    /// <summary>Reads an issue from JSON. Unknown properties are passed over.</summary>
    /// <remarks>The HTML of contents is taken as it stands: what comes from untrusted hands needs a sanitiser before it is shown.</remarks>
    /// <param name="json">The JSON text.</param>
    /// <returns>The issue.</returns>
    /// <exception cref="JsonException">The text is no JSON, or not the JSON of an issue.</exception>
    public static Issue Deserialize(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return JsonSerializer.Deserialize(json, IssueJsonForm.Of<Issue>(indented: false)) ?? throw NoIssue();
    }

    /// <summary>Reads an issue from JSON in UTF-8, to the end of the stream. Unknown properties are passed over.</summary>
    /// <remarks>The HTML of contents is taken as it stands: what comes from untrusted hands needs a sanitiser before it is shown.</remarks>
    /// <param name="stream">The bytes; left open.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The issue.</returns>
    /// <exception cref="JsonException">The bytes are no JSON, or not the JSON of an issue.</exception>
    public static async ValueTask<Issue> DeserializeAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return await JsonSerializer.DeserializeAsync(stream, IssueJsonForm.Of<Issue>(indented: false), cancellationToken).ConfigureAwait(false)
            ?? throw NoIssue();
    }

    private static JsonException NoIssue() => new("Expected the JSON object of an issue, found null.");
}
