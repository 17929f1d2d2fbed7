using System.Text;
using Syndication.Tests.Feeds;

namespace Syndication.Tests.Structure;

/// <summary>What is understood of each sample issue, as golden files that a person can check.</summary>
public class SampleIssueTests
{
    public static TheoryData<string> Samples => [.. IssueFiles.Samples()];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_issue_is_understood_as_its_golden_file_says(string name)
    {
        IssueResult result = IssueReader.Default.Read(IssueFiles.Read($"samples/{name}"), new IssueSource { FileName = name });
        string golden = $"{name.Replace('/', '-')}.txt";
        GoldenFile.Match(Path.Combine("..", "..", "Structure", "Fixtures", "SampleIssues", golden), Encoding.UTF8.GetBytes(IssueOutline.Of(result)));
    }
}
