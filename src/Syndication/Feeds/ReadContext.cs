using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace Syndication.Feeds;

/// <summary>What reading a value needs: the base of relative addresses, the zones, and where to say that it cannot be read.</summary>
internal sealed class ReadContext(FeedReaderOptions options, ReadLog log)
{
    public ReadLog Log { get; } = log;

    /// <summary>The base that the document's root names, else where the document came from.</summary>
    public string? Base { get; set; } = options.Address;

    /// <summary>Text without white space around it; <see langword="null"/> where nothing is left.</summary>
    public static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    public DateTimeOffset? Date(string? value, string name)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        DateTimeOffset? date = FeedDateText.Read(value, options.Zones, out string? remark);
        if (date is null) Log.DateUnread(name, value.Trim(), remark ?? "it is no date");
        else if (remark is not null) Log.DateCorrected(name, value.Trim(), remark);
        return date;
    }

    /// <summary>An absolute address that a feed can carry, as it stands or resolved against the base; else <see langword="null"/>, with a diagnostic.</summary>
    public string? Address(string? value, string name, XElement? place = null)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        value = value.Trim();
        if (FeedAddress.Normalize(value, out _) is not null) return value;
        if (!HasScheme(value) && BaseOf(place) is { } start && Uri.TryCreate(start, UriKind.Absolute, out Uri? root) && Uri.TryCreate(root, value, out Uri? resolved)
            && FeedAddress.Normalize(resolved.AbsoluteUri, out _) is { } absolute)
        {
            return absolute;
        }

        Log.Unread(name, value, HasScheme(value) ? "it is no address that a feed can carry" : "it is relative and nothing says to what");
        return null;
    }

    public int? Number(string? value, string name) => (int?)Whole(value, name, int.MaxValue);

    /// <summary>A number of bytes, or such; <see langword="null"/>, with a diagnostic, where it is none.</summary>
    public long? Whole(string? value, string name, long most = long.MaxValue)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        if (long.TryParse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out long number) && number <= most) return number;
        Log.Unread(name, value, "it is no whole number");
        return null;
    }

    public static string? Language(string? tag) => Text(tag) is { } text && LanguageTag.IsWellFormed(text) ? text : null;

    /// <summary>The base that an element names itself (<c>xml:base</c>).</summary>
    public string? OwnBase(XElement element) => element.Attribute(XNamespace.Xml + "base") is { } attribute ? Address(attribute.Value, "the base address") : null;

    private string? BaseOf(XElement? place)
    {
        for (; place is not null; place = place.Parent)
        {
            if (OwnBase(place) is { } own) return own;
        }

        return Base;
    }

    private static bool HasScheme(string address)
    {
        int colon = address.IndexOf(':', StringComparison.Ordinal);
        int end = address.AsSpan().IndexOfAny('/', '?', '#');
        return colon > 0 && (end < 0 || colon < end);
    }
}
