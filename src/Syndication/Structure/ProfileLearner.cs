using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Syndication.Documents;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>
/// Learns the profile of a publication from its issues, one after the other and in any order: keeps counts of short texts, never an issue. What comes
/// out does not depend on the order. Not thread-safe; learners that each took a part of the issues can be added up.
/// </summary>
public sealed class ProfileLearner
{
    /// <summary>What is the same in fewer issues may be chance.</summary>
    private const int FewestForTemplate = 3;

    /// <summary>A title that two issues have as that of a section is one; of many issues a few more have to agree.</summary>
    private const int FewestForSection = 2, EnoughForSection = 5, IssuesPerAgreement = 50;

    private const int MostFurniture = 200, LongestTitle = 80;

    /// <summary>Fields whose places are learned. What an address says is put there by software, and every page has one: that most issues need it says nothing of one that does not.</summary>
    private static readonly string[] placedFields = ["number", "published", "authors"], passedOver = ["address", "file name"];

    private readonly Tally names = new();
    private readonly Tally homes = new();
    private readonly Tally languages = new();
    private readonly Tally signatures = new();
    private readonly Dictionary<string, SectionTally> titles = new(StringComparer.Ordinal);

    /// <summary>For each line, how many issues of each signature have it.</summary>
    private readonly Dictionary<string, Tally> lines = new(StringComparer.Ordinal);

    /// <summary>For each shape of a content root, how many issues of each signature have it.</summary>
    private readonly Dictionary<string, Tally> roots = new(StringComparer.Ordinal);

    /// <summary>For each field, how many issues have it in each place.</summary>
    private readonly Dictionary<string, Tally> places = new(StringComparer.Ordinal);

    private readonly LayoutTally layouts = new();

    /// <summary>How many issues were added.</summary>
    public int Issues { get; private set; }

    /// <summary>How many different texts are kept.</summary>
    internal int Kept => names.Distinct + homes.Distinct + languages.Distinct + signatures.Distinct + titles.Count + lines.Count + roots.Count + places.Values.Sum(static tally => tally.Distinct) + layouts.Kept;

    /// <summary>Adds an issue as it was understood by itself.</summary>
    internal void Add(Issue issue, IssueTraits? traits)
    {
        Issues++;
        names.Add(issue.Publication?.Title);
        homes.Add(issue.Publication?.Url);
        languages.Add(issue.Language);
        AddTitles(issue);
        if (traits is null) return;
        string signature = Signature(traits);
        signatures.Add(signature);
        layouts.Add(signature, traits.Layouts);
        foreach (string line in traits.Lines.Distinct(StringComparer.Ordinal)) TallyOf(lines, line).Add(signature);
        if (traits.Root is { } root) TallyOf(roots, root).Add(signature);
        foreach (string field in placedFields)
        {
            // An issue that has a field from several places is one issue.
            if (traits.Sources.FirstOrDefault(source => source.Field == field) is { Source: { } place }) TallyOf(places, field).Add(place);
        }
    }

    /// <summary>Adds what another learner has counted, as if its issues had been added to this one.</summary>
    /// <param name="other">The other; it is not changed.</param>
    public void Add(ProfileLearner other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Issues += other.Issues;
        names.Add(other.names);
        homes.Add(other.homes);
        languages.Add(other.languages);
        signatures.Add(other.signatures);
        layouts.Add(other.layouts);
        foreach ((string key, SectionTally title) in other.titles) Title(key).Add(title);
        foreach ((string line, Tally having) in other.lines) TallyOf(lines, line).Add(having);
        foreach ((string root, Tally having) in other.roots) TallyOf(roots, root).Add(having);
        foreach ((string field, Tally having) in other.places) TallyOf(places, field).Add(having);
    }

    /// <summary>What the issues have in common. Nothing is said of what they do not agree on; of fewer than two issues nothing at all.</summary>
    /// <returns>The profile, with <see cref="PublicationProfile.LearnedFrom"/> set.</returns>
    public PublicationProfile Learn()
    {
        (List<Template> templates, Dictionary<string, Template> homeOf) = Template.Find(signatures);
        ImmutableArray<string> sections = Sections();
        return new PublicationProfile
        {
            Title = names.Majority(),
            Url = homes.Majority(),
            Language = languages.Majority(),
            Sections = sections,
            Furniture = Furniture(homeOf),
            Headings = Headings(templates),
            Layouts = layouts.Learn(sections, homeOf),
            Places = Places(),
            ContentRoots = ContentRoots(homeOf),
            LearnedFrom = Issues,
        };
    }

    /// <summary>An issue without headings has an empty signature, which a tally would not count.</summary>
    private static string Signature(IssueTraits traits) => traits.Signature.Length == 0 ? "\n" : traits.Signature;

    private void AddTitles(Issue issue)
    {
        List<string> sections = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (Section section in issue.Sections) AddSections(section, sections);
        for (int i = 0; i < sections.Count; i++)
        {
            if (Characters.Width(sections[i]) <= LongestTitle && ProfileCues.Key(sections[i]) is { } key && seen.Add(key)) Title(key).AddSection(sections[i], i, sections.Count);
        }

        seen.Clear();
        foreach (PlacedItem placed in issue.AllItems())
        {
            if (placed.Item.Title is { } title && Characters.Width(title) <= LongestTitle && ProfileCues.Key(title) is { } key && seen.Add(key)) Title(key).AddItem();
        }
    }

    private static void AddSections(Section section, List<string> titles)
    {
        if (section.Title is { Length: > 0 } title) titles.Add(title);
        foreach (Section inner in section.Sections) AddSections(inner, titles);
    }

    private static Tally TallyOf(Dictionary<string, Tally> tallies, string key)
    {
        ref Tally? tally = ref CollectionsMarshal.GetValueRefOrAddDefault(tallies, key, out _);
        return tally ??= new Tally();
    }

    private SectionTally Title(string key)
    {
        ref SectionTally? title = ref CollectionsMarshal.GetValueRefOrAddDefault(titles, key, out _);
        return title ??= new SectionTally();
    }

    /// <summary>Titles that recur as those of sections, in the order in which they usually come.</summary>
    private ImmutableArray<string> Sections()
    {
        int fewest = Math.Clamp(Issues / IssuesPerAgreement, FewestForSection, EnoughForSection);
        return
        [
            .. titles.Values.Where(title => title.AsSection >= fewest && title.AsSection > title.AsItem * 3)
                .Select(title => (title.Title, title.Place, title.AsSection))
                .OrderBy(title => title.Place).ThenByDescending(title => title.AsSection).ThenBy(title => title.Title, StringComparer.Ordinal)
                .Select(title => title.Title),
        ];
    }

    /// <summary>Lines that most issues have, or most of those of one template; the most frequent first.</summary>
    private ImmutableArray<string> Furniture(Dictionary<string, Template> homeOf)
    {
        List<(string Line, int Issues)> recurring = [];
        foreach ((string line, Tally having) in lines)
        {
            if (having.Total < FewestForTemplate || ProfileCues.Key(line) is not { } key || titles.ContainsKey(key)) continue;
            if (IsOfMost(having, homeOf)) recurring.Add((line, having.Total));
        }

        return [.. recurring.OrderByDescending(line => line.Issues).ThenBy(line => line.Line, StringComparer.Ordinal).Take(MostFurniture).Select(line => line.Line)];
    }

    /// <summary>The place of each field that most issues which have the field say it in.</summary>
    private ImmutableArray<FieldPlace> Places()
    {
        var found = ImmutableArray.CreateBuilder<FieldPlace>();
        foreach (string field in placedFields)
        {
            if (!places.TryGetValue(field, out Tally? tally)) continue;
            (string place, int issues) = tally.MostFirst().First();
            if (IsMost(issues, tally.Total) && !passedOver.Contains(place)) found.Add(new FieldPlace(field, place));
        }

        return found.DrainToImmutable();
    }

    /// <summary>Shapes that hold most issues, or most of those of one template; the most frequent first.</summary>
    private ImmutableArray<string> ContentRoots(Dictionary<string, Template> homeOf) =>
    [
        .. roots.Where(root => IsOfMost(root.Value, homeOf)).OrderByDescending(root => root.Value.Total).ThenBy(root => root.Key, StringComparer.Ordinal).Select(root => root.Key),
    ];

    /// <summary>Whether most issues have something, or most of those of one template.</summary>
    private bool IsOfMost(Tally having, Dictionary<string, Template> homeOf) =>
        IsMost(having.Total, signatures.Total) || having.Counts.GroupBy(pair => homeOf[pair.Key], pair => pair.Value).Any(template => IsMost(template.Sum(), template.Key.Issues));

    /// <summary>Three of five, and three at least.</summary>
    private static bool IsMost(int some, int all) => some >= FewestForTemplate && some * 5 >= all * 3;

    /// <summary>What the looks of each template lead, where its issues agree.</summary>
    private static ImmutableArray<HeadingProfile> Headings(List<Template> templates)
    {
        var headings = ImmutableArray.CreateBuilder<HeadingProfile>();
        foreach (Template template in templates)
        {
            if (template.Issues < FewestForTemplate) continue;
            string among = template.Looks;
            foreach (string style in template.Styles.OrderBy(template.LeadsItems))
            {
                double uses = template.UsesOf(style), against = template.ContradictionsOf(style);
                double agreement = uses / Math.Max(1, uses + against);
                if (uses < 2 || agreement < Weights.FewestAgree) continue;
                headings.Add(new HeadingProfile(style, template.LeadsItems(style) ? "items" : "sections", Math.Round(Weights.LearnedStyle * (2 * agreement - 1), 2), among));
            }
        }

        return headings.DrainToImmutable();
    }
}
