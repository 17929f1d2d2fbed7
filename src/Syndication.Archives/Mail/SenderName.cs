using System.Text.RegularExpressions;

namespace Syndication.Archives.Mail;

/// <summary>Who a mail says it is from.</summary>
/// <param name="Author">The person, where the name tells person and publication apart.</param>
/// <param name="Publication">The publication, where the name tells them apart.</param>
/// <param name="Sender">The name, where it may be either.</param>
internal sealed partial record SenderName(string? Author, string? Publication, string? Sender)
{
    /// <summary>Reads a display name: <c>Jane Doe via Some List</c>, <c>Jane Doe from Some Weekly</c>, <c>Jane Doe | Some Weekly</c>, <c>Some Weekly</c>.</summary>
    public static SenderName Of(string? name)
    {
        name = HeaderValue.Line(name)?.Trim('"', '\'', ' ');
        if (string.IsNullOrEmpty(name) || name.Contains('@', StringComparison.Ordinal) && !name.Contains(" @ ", StringComparison.Ordinal)) return new SenderName(null, null, null);
        if (Both().Match(name) is not { Success: true } both) return new SenderName(null, null, name);
        string person = both.Groups["person"].Value.Trim('"', '\'', ' '), publication = both.Groups["publication"].Value.Trim('"', '\'', ' ', ')');

        // "News from Space" is a name; a person has two.
        bool isWord = both.Groups["word"].Success && !person.Contains(' ', StringComparison.Ordinal);
        return isWord || person.Length == 0 || publication.Length == 0 ? new SenderName(null, null, name) : new SenderName(person, publication, null);
    }

    [GeneratedRegex(@"^(?<person>.+?)(\s+(?<word>from|at|von|bei|chez|de)\s+|\s+\(?via\s+|\s*[|｜·•]\s*|\s+[@–—-]\s+)(?<publication>.+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Both();
}
