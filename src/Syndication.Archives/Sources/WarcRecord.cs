namespace Syndication.Archives.Sources;

/// <summary>The header of a WARC record (ISO 28500:2017 §5): version line and named fields.</summary>
internal sealed class WarcRecord
{
    private readonly Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);

    public string? Type => this["WARC-Type"]?.ToLowerInvariant();

    /// <summary>What was captured; some writers put it in angle brackets, as WARC 1.0 had it.</summary>
    public string? Target => this["WARC-Target-URI"]?.Trim('<', '>', ' ');

    public long? Length => long.TryParse(this["Content-Length"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long length) ? length : null;

    public string? this[string name] => fields.GetValueOrDefault(name);

    /// <summary>Adds a line of the header; false where it is no field.</summary>
    public bool Add(string line)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) return false;
        fields.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
        return true;
    }
}
