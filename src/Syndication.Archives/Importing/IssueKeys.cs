using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Syndication.Model;

namespace Syndication.Archives.Importing;

/// <summary>The names of issues and newsletters in a store.</summary>
internal static class IssueKeys
{
    private const int Longest = 80;

    /// <summary>The key of a new issue: its number, else the end of its address, else its date, else its title.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="source">The document, for an issue that says nothing of itself.</param>
    /// <param name="isTaken">Whether a key is another issue's.</param>
    public static string Of(Issue issue, string source, Func<string, bool> isTaken)
    {
        string key = issue.Number?.ToString(CultureInfo.InvariantCulture)
            ?? (issue.Url is { } url ? Slug(Uri.UnescapeDataString(url.Split('?', '#')[0].TrimEnd('/').Split('/')[^1])) : null)
            ?? issue.Published?.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            ?? (issue.Title is { } title ? Slug(title) : null)
            ?? $"x-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)).AsSpan(0, 6))}";
        string unique = key;
        for (int i = 2; isTaken(unique); i++) unique = string.Create(CultureInfo.InvariantCulture, $"{key}-{i}");
        return unique;
    }

    /// <summary>Letters and digits in lower case, anything else a hyphen; <see langword="null"/> where nothing is left.</summary>
    public static string? Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) slug.Append(Rune.ToLowerInvariant(rune));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length >= Longest) break;
        }

        string trimmed = slug.ToString().Trim('-');
        return trimmed.Length == 0 ? null : trimmed;
    }
}
