using System.Xml;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.Tests.Structure;

/// <summary>What must hold for the result of any input whatever.</summary>
internal static class Laws
{
    private static readonly XmlReaderSettings strict = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Reads bytes and checks what came out.</summary>
    public static IssueResult Check(ReadOnlySpan<byte> bytes, string? fileName = null, string? address = "https://weekly.example/issues/7") =>
        Check(IssueReader.Default.Read(bytes, new IssueSource { FileName = fileName, Address = address }));

    /// <summary>Reads text and checks what came out.</summary>
    public static IssueResult Check(string text, string? fileName = null) =>
        Check(IssueReader.Default.Read(text, new IssueSource { FileName = fileName, Address = "https://weekly.example/issues/7" }));

    /// <summary>Covered or said not to be; every content is XML; every address is one that content may carry.</summary>
    public static IssueResult Check(IssueResult result)
    {
        if (result.Coverage < 1) Assert.Contains(result.Diagnostics, static diagnostic => diagnostic.Code == DiagnosticCodes.TextNotCovered);
        foreach (Content content in Contents(result.Issue)) CheckXml(content.Html);
        foreach (string address in Addresses(result.Issue)) Assert.True(IsHarmless(address), $"unexpected address: {address}");
        return result;
    }

    /// <summary>Every content of an issue.</summary>
    public static IEnumerable<Content> Contents(Issue issue)
    {
        if (issue.Preface is not null) yield return issue.Preface;
        if (issue.Closing is not null) yield return issue.Closing;
        foreach (Section section in Sections(issue.Sections))
        {
            if (section.Content is not null) yield return section.Content;
        }

        foreach (PlacedItem placed in issue.AllItems())
        {
            if (placed.Item.Content is not null) yield return placed.Item.Content;
        }
    }

    /// <summary>Every address of the model outside of content.</summary>
    public static IEnumerable<string> Addresses(Issue issue)
    {
        foreach (PlacedItem placed in issue.AllItems())
        {
            foreach (Link link in placed.Item.Links) yield return link.Url;
        }

        foreach (RelatedIssue related in issue.Related)
        {
            if (related.Url is not null) yield return related.Url;
        }
    }

    public static IEnumerable<Section> Sections(IEnumerable<Section> sections) => sections.SelectMany(static section => Sections(section.Sections).Prepend(section));

    private static bool IsHarmless(string address) => Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" && !address.Any(static c => c <= ' ');

    private static void CheckXml(string html)
    {
        using XmlReader reader = XmlReader.Create(new StringReader($"<root>{html}</root>"), strict);
        while (reader.Read())
        {
        }
    }
}
