using System.Collections.Immutable;

namespace Syndication.Archives.Stores;

/// <summary>What a search asks of an issue.</summary>
/// <param name="Words">What its index must have, all of it.</param>
/// <param name="Phrases">What must stand in its folded text as it is, since the index only knows the parts.</param>
internal sealed record SearchQuery(ImmutableArray<string> Words, ImmutableArray<string> Phrases)
{
    private const int MaxWords = 64;

    /// <summary>Reads what a person wrote: words, and "several words" in quotation marks. Whatever has no letter or digit is passed over.</summary>
    public static SearchQuery Parse(string text)
    {
        var words = new SortedSet<string>(StringComparer.Ordinal);
        var phrases = new SortedSet<string>(StringComparer.Ordinal);
        string[] quoted = SearchText.Fold(text).Split('"');
        for (int i = 0; i < quoted.Length; i++)
        {
            foreach (string term in i % 2 == 1 ? [quoted[i].Trim()] : quoted[i].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                string[] parts = SearchWords.OfQuery(term);
                if (parts.Length == 0) continue;
                words.UnionWith(parts);
                if (parts.Length > 1) phrases.Add(term);
            }
        }

        return new SearchQuery([.. words.Take(MaxWords)], [.. phrases.Take(MaxWords)]);
    }
}
