using System.Globalization;

namespace Syndication.Archives.Fetching;

/// <summary>What a site's <c>robots.txt</c> says to a program (RFC 9309): the longest rule that matches a path decides, allowing before forbidding.</summary>
internal sealed class RobotsRules
{
    private const int MostRules = 5000;

    private readonly List<(bool Allows, string Path)> rules = [];

    /// <summary>Nothing is forbidden.</summary>
    public static RobotsRules None { get; } = new();

    /// <summary>Everything is forbidden: what RFC 9309 §2.3.1.4 asks for where the file cannot be had.</summary>
    public static RobotsRules All { get; } = Parse("User-agent: *\nDisallow: /", "");

    /// <summary>How long the site wants to be left alone between requests.</summary>
    public TimeSpan? Delay { get; private set; }

    public static RobotsRules Parse(string text, string userAgent)
    {
        string product = userAgent.Split('/', ' ')[0];
        var own = new RobotsRules();
        var others = new RobotsRules();
        bool hasOwn = false, isOwn = false, isOthers = false, inRules = true;
        foreach (string raw in text.Split('\n'))
        {
            string line = raw.Split('#')[0].Trim();
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0) continue;
            string name = line[..colon].Trim().ToLowerInvariant(), value = line[(colon + 1)..].Trim();
            if (name == "user-agent")
            {
                if (inRules) (isOwn, isOthers, inRules) = (false, false, false);
                bool matches = product.Length > 0 && value.Equals(product, StringComparison.OrdinalIgnoreCase);
                isOwn |= matches;
                hasOwn |= matches;
                isOthers |= value == "*";
                continue;
            }

            inRules = true;
            if (isOwn) own.Add(name, value);
            if (isOthers) others.Add(name, value);
        }

        return hasOwn ? own : others;
    }

    public bool Allows(string pathAndQuery)
    {
        (bool Allows, int Length) best = (true, -1);
        foreach (var (allows, path) in rules)
        {
            if (path.Length < best.Length || path.Length == best.Length && !allows || !Matches(path, pathAndQuery)) continue;
            best = (allows, path.Length);
        }

        return best.Allows;
    }

    private void Add(string name, string value)
    {
        if (name is "allow" or "disallow" && value.Length is > 0 and < 2000 && rules.Count < MostRules) rules.Add((name == "allow", value));
        else if (name == "crawl-delay" && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds is > 0 and <= 60) Delay = TimeSpan.FromSeconds(seconds);
    }

    /// <summary>Whether a path begins as a rule does; <c>*</c> stands for anything, <c>$</c> at the end for the end.</summary>
    private static bool Matches(string rule, string path)
    {
        bool toEnd = rule.EndsWith('$');
        string[] parts = (toEnd ? rule[..^1] : rule).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal)) return false;
        int at = parts[0].Length;
        foreach (string part in parts.AsSpan(1))
        {
            int found = path.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0) return false;
            at = found + part.Length;
        }

        return !toEnd || at == path.Length || parts.Length > 1 && path.EndsWith(parts[^1], StringComparison.Ordinal);
    }
}
