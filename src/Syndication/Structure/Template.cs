namespace Syndication.Structure;

/// <summary>
/// A generation of a publication's markup: the looks that headings have in its issues, and what each leads. An issue need not use all of them, and a
/// redesign begins another template.
/// </summary>
internal sealed class Template
{
    private const char Part = '\t';
    private const char Parts = '\n';

    /// <summary>A publication that has had more designs than this has none.</summary>
    private const int MostTemplates = 16;

    private readonly Dictionary<string, Look> looks = new(StringComparer.Ordinal);

    /// <summary>How many issues are set in it.</summary>
    public int Issues { get; private set; }

    /// <summary>The looks of headings, in the order of their characters.</summary>
    public IEnumerable<string> Styles => looks.Keys.Order(StringComparer.Ordinal);

    /// <summary>The looks in one string, as profiles have them.</summary>
    public string Looks => string.Join(" | ", Styles);

    public bool LeadsItems(string style) => looks[style].LeadsItems;

    /// <summary>How many issues of this template use a look.</summary>
    public int UsesOf(string style) => looks[style].Uses;

    /// <summary>How many issues that could be set in this template, by all their looks, use one of them for the other purpose.</summary>
    public int ContradictionsOf(string style) => looks[style].Contradictions;

    /// <summary>The signature of an issue: the looks of its headings with what each leads.</summary>
    public static string SignatureOf(List<HeadingStyle> styles) =>
        string.Join(Parts, styles.Where(ProfileCues.IsTelling).Select(style => $"{style.Name}{Part}{(style.LeadsItems ? "items" : "sections")}").Order(StringComparer.Ordinal));

    /// <summary>
    /// The templates that a publication's issues are set in, the most used first, and the one that each signature belongs to. Signatures that share a look
    /// and contradict each other in none belong to one; a signature that contradicts begins another, however few issues have it.
    /// </summary>
    public static (List<Template> Templates, Dictionary<string, Template> HomeOf) Find(Tally signatures)
    {
        List<Template> templates = [];
        Dictionary<string, Template> homeOf = new(StringComparer.Ordinal);
        List<(string Signature, List<(string Style, bool LeadsItems)> Styles, int Issues)> all =
        [
            .. signatures.Counts.OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key.Length).ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => (pair.Key, Read(pair.Key), pair.Value)),
        ];
        foreach ((string signature, List<(string Style, bool LeadsItems)> styles, int issues) in all)
        {
            Template? home = templates.Find(template => template.Agrees(styles));
            if (home is null)
            {
                home = new Template();
                if (templates.Count < MostTemplates) templates.Add(home);
            }

            homeOf[signature] = home;
            home.Add(styles, issues);
        }

        foreach ((string signature, List<(string Style, bool LeadsItems)> styles, int issues) in all)
        {
            foreach (Template template in templates)
            {
                if (!ReferenceEquals(template, homeOf[signature])) template.Contradict(styles, issues);
            }
        }

        // Sorting is stable: of equal ones the first found stays first.
        return ([.. templates.OrderByDescending(template => template.Issues)], homeOf);
    }

    private static List<(string Style, bool LeadsItems)> Read(string signature) =>
        [.. signature.Split(Parts, StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(Part)).Select(part => (part[0], part[^1] == "items"))];

    private bool Agrees(List<(string Style, bool LeadsItems)> styles)
    {
        bool shares = looks.Count == 0 && styles.Count == 0;
        foreach ((string style, bool leadsItems) in styles)
        {
            if (!looks.TryGetValue(style, out Look? known)) continue;
            if (known.LeadsItems != leadsItems) return false;
            shares = true;
        }

        return shares;
    }

    private void Add(List<(string Style, bool LeadsItems)> styles, int issues)
    {
        Issues += issues;
        foreach ((string style, bool leadsItems) in styles)
        {
            if (!looks.TryGetValue(style, out Look? look)) looks[style] = look = new Look { LeadsItems = leadsItems };
            look.Uses += issues;
        }
    }

    private void Contradict(List<(string Style, bool LeadsItems)> styles, int issues)
    {
        if (!styles.TrueForAll(read => looks.ContainsKey(read.Style))) return;
        foreach ((string style, bool leadsItems) in styles)
        {
            if (looks[style].LeadsItems != leadsItems) looks[style].Contradictions += issues;
        }
    }

    private sealed class Look
    {
        public required bool LeadsItems { get; init; }

        public int Uses { get; set; }

        public int Contradictions { get; set; }
    }
}
