using System.Globalization;
using System.Text;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.Feeds;

/// <summary>Writes one feed document: the head, each entry, the tail. After each call all bytes are with the output.</summary>
internal abstract class FeedWriter(WriteLog log, WrittenIds ids) : IDisposable
{
    protected WriteLog Log { get; } = log;

    public abstract void WriteHead(Feed feed);

    /// <param name="entry">The entry.</param>
    /// <param name="assumedDate">The date that a format which requires one writes where the entry has none.</param>
    public abstract void WriteEntry(FeedEntry entry, DateTimeOffset assumedDate);

    public abstract void WriteTail();

    public abstract void Dispose();

    /// <summary>An address as it can be written: percent-encoded where it has to be; <see langword="null"/>, with a diagnostic, where nothing makes it one.</summary>
    protected string? Address(string? address, string name)
    {
        if (string.IsNullOrEmpty(address)) return null;
        string? written = FeedAddress.Normalize(address, out bool repaired);
        if (written is null) Log.AddressLeftOut(name, address);
        else if (repaired) Log.AddressRepaired(name, address, written);
        return written;
    }

    /// <summary>A language tag as RFC 5646 and the Atom grammar allow it; else <see langword="null"/>, with a diagnostic.</summary>
    protected string? Language(string? tag)
    {
        if (string.IsNullOrEmpty(tag)) return null;
        if (LanguageTag.IsWellFormed(tag)) return tag;
        Log.LeftOut("the language", tag, "it is no BCP 47 tag");
        return null;
    }

    /// <summary>The entry's id: its own, else its address, else a UUID of its text; unlike every id written before.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="url">The entry's address as written.</param>
    /// <param name="asIri">Whether the format wants an IRI.</param>
    protected string EntryId(FeedEntry entry, string? url, bool asIri)
    {
        string id = XmlCharacters.Repair(entry.Id ?? "", out int repaired);
        if (string.IsNullOrWhiteSpace(id))
        {
            id = url ?? NamedUuid.Create("entry", entry.Title, entry.Published?.ToString("O", CultureInfo.InvariantCulture), entry.Content?.Text, entry.Content?.Html, entry.Summary);
            Log.EntryId = id;
            Log.Derived("id", id, url is null ? "one made from its text" : "its address");
        }
        else
        {
            Log.EntryId = id;
            if (repaired > 0) Log.CharactersRepaired("the id", repaired);
            if (asIri) id = Iri(id, "the id");
        }

        string written = ids.Unique(id);
        if (!ReferenceEquals(written, id)) Log.DuplicateId(id, written);
        return written;
    }

    /// <summary>An id that is an IRI: percent-encoded where it has to be, else a UUID made from it.</summary>
    protected string Iri(string id, string name)
    {
        if (FeedAddress.NormalizeIri(id, out bool repaired) is { } iri)
        {
            if (repaired) Log.AddressRepaired(name, id, iri);
            return iri;
        }

        string uuid = NamedUuid.Create("id", id);
        Log.AddressRepaired(name, id, uuid);
        return uuid;
    }

    /// <summary>The feed's title, else what can stand for it.</summary>
    protected string FeedTitle(Feed feed)
    {
        if (XmlCharacters.HasWords(feed.Title)) return feed.Title;
        string title = new[] { feed.Description, feed.HomePageUrl, feed.FeedUrl, feed.Id }.FirstOrDefault(XmlCharacters.HasWords) ?? "Feed";
        Log.Derived("title", title, "what stands next to it");
        return title;
    }

    /// <summary>The feed's id as an IRI, else one of its addresses, else a UUID of its title.</summary>
    protected string FeedId(Feed feed, string title)
    {
        string id = XmlCharacters.Repair(feed.Id ?? "", out int repaired);
        if (!string.IsNullOrWhiteSpace(id))
        {
            if (repaired > 0) Log.CharactersRepaired("the id", repaired);
            return Iri(id, "the id");
        }

        id = FeedAddress.Normalize(feed.FeedUrl, out _) ?? FeedAddress.Normalize(feed.HomePageUrl, out _) ?? NamedUuid.Create("feed", title);
        Log.Derived("id", id, "an address or one made from the title");
        return id;
    }

    /// <summary>The entry's title, else the first sentence of its text.</summary>
    protected string EntryTitle(FeedEntry entry)
    {
        string title = entry.DisplayTitle;
        if (!XmlCharacters.HasWords(entry.Title)) Log.Derived("title", title, "the beginning of its text", DiagnosticSeverity.Info);
        return title;
    }

    /// <summary>The person's name, which every format requires; else what else is known of the person.</summary>
    protected static string NameOf(Person person) =>
        XmlCharacters.HasWords(person.Name) ? person.Name
        : XmlCharacters.HasWords(person.Email) ? person.Email
        : XmlCharacters.HasWords(person.Url) ? person.Url : "?";

    /// <summary>An e-mail address that the Atom grammar takes (something on both sides of an at sign); else <see langword="null"/>, with a diagnostic.</summary>
    protected string? Email(Person person)
    {
        if (string.IsNullOrEmpty(person.Email)) return null;
        string email = person.Email.Trim();
        int at = email.LastIndexOf('@');
        if (at > 0 && at < email.Length - 1 && Ascii.IsValid(email) && !email.AsSpan().ContainsAnyInRange('\0', ' ') && !email.Contains('\u007F', StringComparison.Ordinal)) return email;
        Log.LeftOut("an e-mail address", person.Email, "it is none");
        return null;
    }

    /// <summary>A media type; <c>application/octet-stream</c>, with a diagnostic, where it is none.</summary>
    protected string MediaType(string mediaType)
    {
        if (MediaTypeOrNothing(mediaType) is { } valid) return valid;
        Log.Derived("media type of an enclosure", "application/octet-stream", "the most general one");
        return "application/octet-stream";
    }

    /// <summary>A media type as <c>type/subtype</c>, with or without parameters; else <see langword="null"/>.</summary>
    protected static string? MediaTypeOrNothing(string? mediaType) =>
        System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(mediaType, out _) ? mediaType.Trim() : null;
}
