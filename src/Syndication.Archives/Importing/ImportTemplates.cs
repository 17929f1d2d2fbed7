using System.Collections.Immutable;

namespace Syndication.Archives.Importing;

/// <summary>Finds the templates of an archive: issues one after the other are put to those that look most like them.</summary>
internal static class ImportTemplates
{
    private const int Most = 60;

    /// <summary>The templates, the most frequent first.</summary>
    /// <param name="issues">The issues by date.</param>
    public static ImmutableArray<ImportTemplate> Of(IEnumerable<ImportEntry> issues)
    {
        var looks = new List<List<ImportEntry>>();
        var others = new SortedDictionary<string, List<ImportEntry>>(StringComparer.Ordinal);
        foreach (ImportEntry issue in issues)
        {
            if (issue.Look is { } look)
            {
                // Templates change little by little as well: the latest page counts as much as the first.
                List<ImportEntry>? best = looks.Where(t => PageLook.AreAlike(t[0].Look!, look) || PageLook.AreAlike(t[^1].Look!, look)).MaxBy(t => Math.Max(PageLook.Likeness(t[0].Look!, look), PageLook.Likeness(t[^1].Look!, look)));
                if (best is null) looks.Add(best = []);
                best.Add(issue);
            }
            else if (issue.Template is { } name)
            {
                if (!others.TryGetValue(name, out List<ImportEntry>? same)) others[name] = same = [];
                same.Add(issue);
            }
        }

        return [.. looks.Concat(others.Values).Select(Template).OrderByDescending(t => t.Issues).ThenBy(t => t.First).ThenBy(t => t.Name, StringComparer.Ordinal).ThenBy(t => t.Example, StringComparer.Ordinal).Take(Most)];
    }

    private static ImportTemplate Template(List<ImportEntry> issues)
    {
        string name = issues.Select(e => e.Template).OfType<string>().GroupBy(t => t, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key ?? "no sections";
        return new ImportTemplate(name, issues.Count, issues.Min(e => e.Date?.Date), issues.Max(e => e.Date?.Date), issues[0].Source);
    }
}
