namespace Syndication.Feeds;

/// <summary>The shape of language tags that all formats accept: <c>[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*</c> (the Atom grammar, RFC 3066).</summary>
internal static class LanguageTag
{
    public static bool IsWellFormed(ReadOnlySpan<char> tag)
    {
        bool first = true;
        foreach (Range range in tag.Split('-'))
        {
            ReadOnlySpan<char> part = tag[range];
            if (part.Length is 0 or > 8) return false;
            foreach (char c in part)
            {
                if (!(first ? char.IsAsciiLetter(c) : char.IsAsciiLetterOrDigit(c))) return false;
            }

            first = false;
        }

        return true;
    }
}
