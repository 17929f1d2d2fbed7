using System.Text.RegularExpressions;

namespace Syndication.Archives.Mail;

/// <summary>The subject of a mail without what programs put in front of it.</summary>
/// <param name="Title">What is left; the whole subject where nothing would be.</param>
/// <param name="ListName">The name of the mailing list in brackets, where it stood in front.</param>
internal sealed partial record SubjectLine(string Title, string? ListName)
{
    /// <summary>Takes <c>Re:</c>, <c>Fwd:</c> (as mail programs of many languages write them), the marks of spam filters and <c>[list name]</c> off the front.</summary>
    /// <param name="subject">The subject in one line.</param>
    /// <param name="listNames">What the list is known as: a bracket that says none of it is part of the title.</param>
    public static SubjectLine Of(string subject, IReadOnlyCollection<string> listNames)
    {
        string rest = subject;
        string? list = null;
        while (true)
        {
            if (Answer().Match(rest) is { Success: true } answer) rest = rest[answer.Length..];
            else if (Mark().Match(rest) is { Success: true } mark) rest = rest[mark.Length..];
            else if (Bracket().Match(rest) is { Success: true } bracket && Names(bracket.Groups["name"].Value, listNames))
            {
                list ??= bracket.Groups["name"].Value.Trim();
                rest = rest[bracket.Length..];
            }
            else break;
        }

        return new SubjectLine(rest.Length == 0 ? subject : rest, list);
    }

    private static bool Names(string name, IReadOnlyCollection<string> listNames)
    {
        string key = Key(name);
        return key.Length > 1 && listNames.Any(known => Key(known) is { Length: > 1 } other && (other.Contains(key, StringComparison.Ordinal) || key.Contains(other, StringComparison.Ordinal)));
    }

    private static string Key(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex(@"^\s*(re|fwd?|aw|wg|sv|vs|vb|tr|res|enc|odp|antw|doorst|回复|回覆|答复|答覆|转发|轉寄|轉發|返信|転送|회신|전달)\s*([\[(^]?\d+[\])]?)?\s*[:：]\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Answer();

    [GeneratedRegex(@"^\s*(\*{2,}\s*(spam|junk|suspect)[^*]{0,20}\*{2,}|[\[{(]\s*(spam|junk|suspect|suspected spam|external|extern|ext)\s*\??\s*[\]})])\s*:?\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\s*\[(?<name>[^\[\]]{2,60})\]\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bracket();
}
