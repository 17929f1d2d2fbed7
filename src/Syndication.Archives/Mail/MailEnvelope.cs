using System.Globalization;
using MimeKit;
using MimeKit.Utils;
using Syndication.Text;

namespace Syndication.Archives.Mail;

/// <summary>What the header of a message says of the issue in it.</summary>
internal sealed class MailEnvelope
{
    private readonly List<KeyValuePair<string, string>> metadata = [];

    private MailEnvelope()
    {
    }

    /// <summary>The subject without what programs put in front of it; <see langword="null"/> where there is none.</summary>
    public string? Title { get; private set; }

    /// <summary>The name of who wrote it; <see langword="null"/> where there is none.</summary>
    public string? From { get; private set; }

    /// <summary>What the header says, as <see cref="IssueSource.Metadata"/> wants it.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Metadata => metadata;

    /// <summary>Reads a header.</summary>
    /// <param name="message">The message.</param>
    /// <param name="charset">The charset of its text, which also that of raw bytes in the header will be.</param>
    /// <param name="noticed">Takes what is to be said of the header.</param>
    public static MailEnvelope Of(MimeMessage message, string? charset, List<Diagnostic> noticed)
    {
        var envelope = new MailEnvelope();
        HeaderList headers = message.Headers;
        MailboxAddress? mailbox = message.From.Mailboxes.FirstOrDefault() ?? (message.Sender is { } sender ? sender : message.ReplyTo.Mailboxes.FirstOrDefault());
        SenderName from = SenderName.Of(mailbox is null ? null : NameOf(mailbox, headers, charset));
        ListId list = ListId.Of(HeaderValue.Text(headers, HeaderId.ListId, charset));
        string? subject = HeaderValue.Text(headers, HeaderId.Subject, charset);
        string[] known = [.. new[] { list.Name, list.Label, from.Publication, from.Sender, LocalPart(HeaderValue.Text(headers, HeaderId.ListPost)) }.OfType<string>(), .. message.To.Mailboxes.Select(to => LocalPart(to.Address)).OfType<string>()];
        SubjectLine? line = subject is null ? null : SubjectLine.Of(subject, known);
        envelope.Title = line?.Title;
        envelope.From = from.Author ?? from.Sender;

        envelope.Add("title", line?.Title);
        envelope.Add("date", DateOf(headers, noticed));
        envelope.Add("author", from.Author);
        envelope.Add("sender", from.Sender);
        envelope.Add("publication", from.Publication);
        envelope.Add("publication", list.Name);
        envelope.Add("publication", line?.ListName is { } listName ? PrintedIn(line.Title, listName) : null);
        envelope.Add("url", Web(headers, HeaderId.ArchivedAt));
        envelope.Add("home", Web(headers, HeaderId.ListArchive));
        envelope.Add("language", HeaderValue.Text(headers, HeaderId.ContentLanguage)?.Split(',', ';')[0].Trim());
        return envelope;
    }

    private void Add(string name, string? value)
    {
        if (value is not null && !metadata.Exists(pair => pair.Key == name && pair.Value == value)) metadata.Add(new(name, value));
    }

    /// <summary>The date with its offset (RFC 5322 §3.3), as RFC 3339; as written where it is none, for the finder of dates in text.</summary>
    private static string? DateOf(HeaderList headers, List<Diagnostic> noticed)
    {
        string? written = HeaderValue.Text(headers, HeaderId.Date);
        if (written is not null && DateUtils.TryParse(written, out DateTimeOffset date) && date.Year >= 1970)
            return date.ToString(date.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        noticed.Add(new Diagnostic(DiagnosticCodes.MailDateInvalid, DiagnosticSeverity.Info, written is null ? "The message says no date." : $"The date of the message, \"{written}\", is none that mail has."));
        return written;
    }

    private static string? NameOf(MailboxAddress mailbox, HeaderList headers, string? charset)
    {
        if (!string.IsNullOrEmpty(mailbox.Name) && !mailbox.Name.Contains('\uFFFD', StringComparison.Ordinal) && HeaderValue.IsUtf8(headers, HeaderId.From)) return mailbox.Name;
        if (charset is null || HeaderValue.Text(headers, HeaderId.From, charset) is not { } raw) return mailbox.Name;
        int open = raw.IndexOf('<', StringComparison.Ordinal);
        return open > 0 ? raw[..open] : mailbox.Name;
    }

    /// <summary>The name as the title begins with it: lists have hyphens where titles have spaces.</summary>
    private static string PrintedIn(string title, string name)
    {
        int at = 0;
        foreach (char c in name.Where(char.IsLetterOrDigit))
        {
            while (at < title.Length && !char.IsLetterOrDigit(title[at])) at++;
            if (at == title.Length || char.ToLowerInvariant(title[at]) != char.ToLowerInvariant(c)) return name;
            at++;
        }

        return title[..at];
    }

    private static string? LocalPart(string? address)
    {
        if (address is null) return null;
        int at = address.IndexOf('@', StringComparison.Ordinal);
        return at <= 0 ? null : address[..at].Split(':', '<')[^1];
    }

    private static string? Web(HeaderList headers, HeaderId id) => HeaderValue.Text(headers, id) is { } value ? HeaderValue.Web(value) : null;
}
