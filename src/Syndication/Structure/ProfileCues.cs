using System.Collections.Frozen;
using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>What a publication's profile says of the blocks and heading styles of any of its issues: made once for a reader, asked for every issue.</summary>
internal sealed class ProfileCues
{
    /// <summary>Longer than any title of a section or recurring line.</summary>
    private const int LongestText = 400;

    private readonly FrozenSet<string> sections;
    private readonly FrozenSet<string> furniture;
    private readonly FrozenSet<string> roots;
    private readonly HashSet<int> rootDepths;
    private readonly List<(HeadingProfile Heading, string[] Among)> headings = [];
    private readonly List<(LayoutProfile Layout, string[] Among)> layouts = [];

    public ProfileCues(PublicationProfile profile)
    {
        IsPinned = profile.LearnedFrom <= 0;
        sections = Keys(profile.Sections.AsSpan());
        furniture = Keys(profile.Furniture.AsSpan());
        roots = profile.ContentRoots.Where(static path => path is not null).Select(static path => string.Join(" > ", Steps(path))).ToFrozenSet(StringComparer.Ordinal);
        rootDepths = [.. profile.ContentRoots.Where(static path => path is not null).Select(static path => Steps(path).Length)];
        foreach (HeadingProfile? heading in profile.Headings)
        {
            if (heading?.Style is null) continue;
            headings.Add((heading, Looks(heading.Among)));
        }

        foreach (LayoutProfile? layout in profile.Layouts)
        {
            if (layout?.Items is not null && ItemLayout.All.Contains(layout.Items)) layouts.Add((layout, Looks(layout.Among)));
        }
    }

    /// <summary>A person wrote it: what it says settles the matter.</summary>
    public bool IsPinned { get; }

    /// <summary>The text as texts are compared: without ordinal signs and pictures around it, case or width.</summary>
    public static string? Key(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestText) return null;
        ReadOnlySpan<char> words = Folding.TrimToWords(text);
        string key = Folding.Fold((words.IsEmpty ? text : words).ToString());
        return key.Length == 0 ? null : key;
    }

    /// <summary>Whether a line, its ordinal left out, is the title of a section of other issues.</summary>
    public bool NamesSection(ReadOnlySpan<char> text, in BlockCues cues) =>
        sections.Count > 0 && ((Key(text) is { } whole && sections.Contains(whole)) || (cues.Ordinal.Length > 0 && Key(text[cues.Ordinal.Length..]) is { } rest && sections.Contains(rest)));

    /// <summary>Whether a block says just what recurs from issue to issue.</summary>
    public bool IsFurniture(ReadOnlySpan<char> text) => furniture.Count > 0 && Key(text) is { } key && furniture.Contains(key);

    /// <summary>Whether anything is known of the boxes that hold issues.</summary>
    public bool HasRoots => roots.Count > 0;

    /// <summary>Whether a box stands where that of other issues does.</summary>
    public bool IsRoot(Box box) => rootDepths.Contains(box.Depth) && BoxPath.Of(box) is { } path && roots.Contains(path);

    /// <summary>Whether headings of a style lead sections in other issues: then one of them is enough.</summary>
    public bool LeadsSections(string style) => headings.Exists(known => known.Heading.Style == style && known.Heading is { Leads: "sections", Weight: > 0 });

    /// <summary>What is known of how items are set, as far as it is said of the template that an issue with these styles is set in; <see langword="null"/> where nothing is.</summary>
    public KnownLayouts? LayoutsAmong(List<HeadingStyle> styles) =>
        layouts.Exists(known => Fits(known.Among, styles)) ? new KnownLayouts(layouts.Where(known => Fits(known.Among, styles)).Select(static known => known.Layout), IsPinned) : null;

    /// <summary>What headings of a style are in other issues, as a weight: positive for titles of items, negative for sections, 0 where nothing is known.</summary>
    /// <param name="style">The style.</param>
    /// <param name="all">All styles of the issue: a style has its meaning among those that it is used with.</param>
    public double LeadOf(HeadingStyle style, List<HeadingStyle> all)
    {
        foreach ((HeadingProfile heading, string[] among) in headings)
        {
            if (heading.Style != style.Name || !Fits(among, all)) continue;
            double weight = double.IsNaN(heading.Weight) ? 0 : Math.Clamp(heading.Weight, -Weights.Settles * 10, Weights.Settles * 10);
            return heading.Leads switch { "items" => weight, "sections" => -weight, _ => 0 };
        }

        return 0;
    }

    /// <summary>Whether the issue has no style of heading that the template does not have: then it is set in it.</summary>
    private static bool Fits(string[] among, List<HeadingStyle> all) => among.Length == 0 || all.TrueForAll(style => !IsTelling(style) || Array.IndexOf(among, style.Name) >= 0);

    /// <summary>Whether a style tells of the template that an issue is set in, and not of one line of it.</summary>
    public static bool IsTelling(HeadingStyle style) => style.Signature.Class == HeadingClass.Markup || (style.Signature.Class is HeadingClass.Styled or HeadingClass.Picture && style.Blocks.Count > 1);

    private static string[] Looks(string? among) => among?.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string[] Steps(string path) => path.Split('>', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static FrozenSet<string> Keys(ReadOnlySpan<string> texts)
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        foreach (string? text in texts)
        {
            if (text is not null && Key(text) is { } key) keys.Add(key);
        }

        return keys.ToFrozenSet(StringComparer.Ordinal);
    }
}
