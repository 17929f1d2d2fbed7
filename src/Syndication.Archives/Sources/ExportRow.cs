using System.Globalization;
using Syndication.Model;

namespace Syndication.Archives.Sources;

/// <summary>What a row of a service's table, or an object of its JSON, says of an issue; the same few facts under each service's own names.</summary>
internal sealed record ExportRow(Func<string, string?> Value)
{
    /// <summary>The names of each fact: Substack, Mailchimp, Buttondown, Ghost, in this order of trust.</summary>
    private static readonly string[] titles = ["title", "subject", "subject_line", "email_subject"], dates = ["post_date", "publish_date", "published_at", "send_date", "email_sent_at", "date"],
        addresses = ["absolute_url", "canonical_url", "url", "archive_url"], bodies = ["body_html", "html", "body", "content"];

    public string? Title => First(Value("subject") is { Length: > 0 } ? ["subject", .. titles] : titles);

    public string? Body => First(bodies);

    public string? Address => First(addresses) is { } url && url.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? url : null;

    /// <summary>Not published: a draft, or still to be sent.</summary>
    public bool IsDraft => Value("is_published") is "false" or "False" or "0" || Value("status") is "draft" or "scheduled" or "about_to_send" or "errored";

    /// <summary>Why it is known as what it is: what the reader takes for evidence.</summary>
    public IssueSource Source => new() { Address = Address, Metadata = [.. Metadata()] };

    /// <summary>A date as RFC 3339: with its time only where the text says its offset.</summary>
    public static string? Date(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (PublicationDate.TryParse(text.Trim(), out PublicationDate exact)) return exact.ToString();
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)) return null;
        bool hasOffset = text.EndsWith('Z') || text.Contains('+', StringComparison.Ordinal) || text.EndsWith("GMT", StringComparison.Ordinal) || text.EndsWith("UTC", StringComparison.Ordinal);
        return hasOffset ? new PublicationDate(date).ToString() : date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private IEnumerable<KeyValuePair<string, string>> Metadata()
    {
        if (Title is { } title) yield return new("title", title);
        if (Date(First(dates)) is { } date) yield return new("date", date);
        if (Value("author") is { Length: > 0 } author) yield return new("author", author);
        if (Address is { } url) yield return new("url", url);
    }

    private string? First(ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (Value(name) is { Length: > 0 } value && !string.IsNullOrWhiteSpace(value)) return value;
        }

        return null;
    }
}
