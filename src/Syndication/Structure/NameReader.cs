using System.Buffers;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>Tells a person's name from other words, and its parts: <c>Jane Doe &lt;jane@example.org&gt;</c>.</summary>
internal static class NameReader
{
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("？?！!。；;：:《》=\"“”");

    /// <summary>The person that a piece of a by-line is, without what stands in brackets behind the name; <see langword="null"/> where nothing is left.</summary>
    public static Person? Read(ReadOnlySpan<char> piece, PersonRole role)
    {
        string? email = null;
        int bracket = piece.IndexOfAny("<(（[【");
        ReadOnlySpan<char> name = piece;
        if (bracket > 0)
        {
            ReadOnlySpan<char> inside = piece[(bracket + 1)..].TrimEnd(" >)）]】");
            if (IsEmail(inside)) email = inside.ToString();
            name = piece[..bracket];
        }

        name = Trim(name);
        if (IsEmail(name))
        {
            // RSS 2.0 writes "jane@example.org (Jane Doe)".
            email = name.ToString();
            if (bracket > 0) name = Trim(piece[(bracket + 1)..]);
        }

        return name.IsEmpty ? null : new Person(name.ToString()) { Role = role, Email = email };
    }

    /// <summary>Whether words may be a name at all: few, short, with letters, and no sentence or address.</summary>
    public static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name.Length > 48 || name.Contains("://", StringComparison.Ordinal) || name.IndexOfAny(NotInNames) >= 0) return false;
        int han = 0, letters = 0, words = 1;
        foreach (char c in name)
        {
            if (char.IsWhiteSpace(c)) words++;
            else if (Characters.IsEastAsian(c)) han++;
            else if (char.IsLetter(c)) letters++;
        }

        return han + letters >= 1 && words <= 5 && han <= 12 && DateFinder.First(name) is null && (char.IsLetter(name[0]) || name[0] is '@' or '\'' || char.IsDigit(name[0]));
    }

    /// <summary>Whether words that no colon announces look like a name: capitals at the head of each word but for particles, or two to four Han characters.</summary>
    public static bool LooksLikeName(ReadOnlySpan<char> name)
    {
        if (Vocabulary.Default.WeekdayAt(name, 0) > 0 || Vocabulary.Default.MonthAt(name, 0, out _) > 0) return false;
        int words = 0;
        foreach (Range range in name.Split(' '))
        {
            ReadOnlySpan<char> word = name[range];
            if (word.IsEmpty) continue;
            words++;
            if (Characters.IsEastAsian(word[0]))
            {
                if (word.Length > 6) return false;
                continue;
            }

            if (char.IsLower(word[0]) && (words == 1 || word is not ("van" or "von" or "de" or "der" or "den" or "di" or "da" or "del" or "la" or "le" or "el" or "bin" or "ibn" or "al" or "dos" or "du" or "y" or "zu"))) return false;
            if (!char.IsLetter(word[0])) return false;
        }

        return words > 0;
    }

    private static bool IsEmail(ReadOnlySpan<char> text)
    {
        int at = text.IndexOf('@');
        return at > 0 && at < text.Length - 3 && text[(at + 1)..].Contains('.') && text.IndexOfAny(" \t,;") < 0;
    }

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> name)
    {
        name = name.Trim(" \t\r\n\u00A0\u3000\u200B,，、;；:：()（）[]【】<>*_~-–—|\"“”");
        bool initial = name.Length >= 2 && name[^1] == '.' && char.IsUpper(name[^2]) && (name.Length == 2 || name[^3] == ' ');
        return initial || name.EndsWith("Jr.", StringComparison.Ordinal) ? name : name.TrimEnd('.');
    }
}
