using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>How often the items of each section were set in each way, apart for every signature of an issue. What comes out does not depend on the order.</summary>
internal sealed class LayoutTally
{
    private const char Parts = '\u001F';
    private const int Fewest = 3;

    private readonly Dictionary<string, Tally> sections = new(StringComparer.Ordinal);

    /// <summary>Issues all of whose sections are set in one way, or that have no sections.</summary>
    private readonly Tally issues = new();

    /// <summary>How many different texts are kept.</summary>
    public int Kept => sections.Values.Sum(static tally => tally.Distinct) + issues.Distinct;

    /// <summary>Adds how the sections of an issue are set; those without a title stand for the issue only.</summary>
    public void Add(string signature, ImmutableArray<(string? Section, string Layout)> layouts)
    {
        string? only = null;
        bool agree = true;
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((string? section, string layout) in layouts)
        {
            if (section is not null && ProfileCues.Key(section) is { } key && seen.Add(key)) Of(key).Add($"{signature}{Parts}{layout}");
            if (layout == ItemLayout.Prose) continue;
            agree &= only is null || only == layout;
            only = layout;
        }

        if (agree && layouts.Length > 0) issues.Add($"{signature}{Parts}{only ?? ItemLayout.Prose}");
    }

    public void Add(LayoutTally other)
    {
        issues.Add(other.issues);
        foreach ((string key, Tally tally) in other.sections) Of(key).Add(tally);
    }

    /// <summary>The layouts that the issues agree on: first that of sections in general, then those of the sections named.</summary>
    public ImmutableArray<LayoutProfile> Learn(IEnumerable<string> titles, Dictionary<string, Template> homeOf)
    {
        var layouts = ImmutableArray.CreateBuilder<LayoutProfile>();
        AddAgreed(layouts, null, issues, homeOf);
        foreach (string title in titles)
        {
            if (ProfileCues.Key(title) is { } key && sections.TryGetValue(key, out Tally? tally)) AddAgreed(layouts, title, tally, homeOf);
        }

        return layouts.DrainToImmutable();
    }

    private Tally Of(string key)
    {
        ref Tally? tally = ref CollectionsMarshal.GetValueRefOrAddDefault(sections, key, out _);
        return tally ??= new Tally();
    }

    /// <summary>What all issues agree on; where the templates of a publication differ, what those of each do.</summary>
    private static void AddAgreed(ImmutableArray<LayoutProfile>.Builder layouts, string? title, Tally tally, Dictionary<string, Template> homeOf)
    {
        List<(Template Home, string Layout, int Issues)> all = [.. tally.Counts.Select(pair => (pair.Key, At: pair.Key.LastIndexOf(Parts), pair.Value)).Select(pair => (homeOf[pair.Key[..pair.At]], pair.Key[(pair.At + 1)..], pair.Value))];
        List<(Template Home, string Layout, int Issues)> templates = [];
        foreach (IGrouping<Template, (Template Home, string Layout, int Issues)> group in all.GroupBy(static part => part.Home))
        {
            if (Agreed(group) is { } own) templates.Add((group.Key, own.Layout, own.Issues));
        }

        if (templates.Select(static template => template.Layout).Distinct(StringComparer.Ordinal).Count() <= 1)
        {
            if (Agreed(all) is { } whole) layouts.Add(new LayoutProfile(whole.Layout, title, whole.Issues));
            return;
        }

        foreach ((Template home, string layout, int count) in templates.OrderByDescending(static template => template.Issues).ThenBy(static template => template.Layout, StringComparer.Ordinal).ThenBy(static template => template.Home.Looks, StringComparer.Ordinal))
        {
            if (home.Looks.Length > 0) layouts.Add(new LayoutProfile(layout, title, count, home.Looks));
        }
    }

    /// <summary>Four of five that are set in some way are set in this one. Prose is also what is left where nothing fits: alone it speaks against a layout only where it is most.</summary>
    private static (string Layout, int Issues)? Agreed(IEnumerable<(Template Home, string Layout, int Issues)> parts)
    {
        var tally = new Tally();
        foreach ((_, string layout, int issues) in parts) tally.Add(layout, issues);
        int prose = tally[ItemLayout.Prose], other = tally.Total - prose;
        (string? best, int most) = tally.MostFirst().FirstOrDefault(static pair => pair.Key != ItemLayout.Prose);
        if (best is not null && most >= Fewest && most * 5 >= other * 4 && other > prose) return (best, most);
        return prose >= Fewest && prose * 5 >= tally.Total * 4 ? (ItemLayout.Prose, prose) : null;
    }
}
