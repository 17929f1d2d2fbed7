using System.Reflection;
using System.Text.RegularExpressions;
using Syndication.Text;

namespace Syndication.Tests.Text;

/// <summary>Every diagnostic is explained in <c>DIAGNOSTICS.md</c>, and nothing is explained that is none.</summary>
public sealed partial class DiagnosticsPageTests
{
    private static readonly string page = File.ReadAllText(Path.Combine(Repository.Root, "src", "Syndication", "DIAGNOSTICS.md"));

    private static Dictionary<string, string> Codes => typeof(DiagnosticCodes).GetFields(BindingFlags.Public | BindingFlags.Static).ToDictionary(f => (string)f.GetRawConstantValue()!, f => f.Name);

    [Fact]
    public void Every_code_has_its_section_and_every_section_its_code() =>
        Assert.Equal(Codes.Select(c => $"{c.Key} {c.Value}").Order(StringComparer.Ordinal), Sections().Select(s => s.Title).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_section_says_what_it_means_gives_an_example_and_says_what_to_do()
    {
        foreach (var (title, text) in Sections())
        {
            Assert.True(Meaning().IsMatch(text), $"{title} does not say what it means");
            Assert.True(Example().IsMatch(text), $"{title} has no example");
            Assert.True(Advice().IsMatch(text), $"{title} does not say what to do");
        }
    }

    [Fact]
    public void A_code_stands_for_one_thing() => Assert.Equal(Codes.Count, Codes.Values.Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void The_readme_leads_to_the_page_and_the_package_carries_it()
    {
        Assert.Contains("(src/Syndication/DIAGNOSTICS.md)", File.ReadAllText(Path.Combine(Repository.Root, "README.md")), StringComparison.Ordinal);
        Assert.Contains("Include=\"DIAGNOSTICS.md\" Pack=\"true\"", File.ReadAllText(Path.Combine(Repository.Root, "src", "Syndication", "Syndication.csproj")), StringComparison.Ordinal);
    }

    private static IEnumerable<(string Title, string Text)> Sections() => page.Split("\n### ").Skip(1).Select(s => (s[..s.IndexOf('\n', StringComparison.Ordinal)], s.Split("\n## ")[0]));

    [GeneratedRegex(@"^\*(info|warning|error)\* – \S.{20,}", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Meaning();

    [GeneratedRegex(@"^> \S.+", RegexOptions.Multiline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^\*\*What to do:\*\* \S.+", RegexOptions.Multiline)]
    private static partial Regex Advice();
}
