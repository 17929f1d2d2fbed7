using Syndication.Model;

namespace Syndication.Structure;

/// <summary>Finds who is named beside the date without a word that says so: the publication's own name with more to it (<c>云上周刊编辑部</c>, "Some Weekly team").</summary>
internal static class EditorialName
{
    private const int MaxMore = 24;

    /// <summary>The name as printed; <see langword="null"/> where no by-line has one.</summary>
    public static Person? Find(Reading reading, string publication)
    {
        for (int i = 0; i < reading.Count; i++)
        {
            if (reading.RoleOf(i) != BlockRole.Byline) continue;
            string text = reading.TextOf(i).ToString();
            if (DateFinder.First(text) is { } date) text = text.Remove(date.Start, date.Length).Insert(date.Start, "|");
            foreach (string piece in text.Split(['|', '｜', '·', '•', '/', '\u3000', ',', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (NameIn(piece, publication) is { } name) return new Person(name);
            }
        }

        return null;
    }

    private static string? NameIn(string piece, string publication)
    {
        if (!piece.StartsWith(publication, StringComparison.OrdinalIgnoreCase)) return null;
        ReadOnlySpan<char> more = piece.AsSpan(publication.Length);

        // The publication's name may stand beside the name that is made of it.
        int again = more.IndexOf(publication, StringComparison.OrdinalIgnoreCase);
        if (again > 0) more = more[..again];
        more = more.TrimEnd();
        if (more.Trim().Length < 2 || more.Length > MaxMore || more.ContainsAnyInRange('0', '9') || !NameReader.IsName(piece.AsSpan(0, publication.Length + more.Length))) return null;
        bool isWord = char.IsWhiteSpace(more[0]) || Text.Characters.IsEastAsian(more[0]);
        return isWord ? piece[..(publication.Length + more.Length)] : null;
    }
}
