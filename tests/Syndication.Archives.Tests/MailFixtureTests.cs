
namespace Syndication.Archives.Tests;

/// <summary>Mails of our own writing, each with the reading that a careful person gives it (beside it, as .txt).</summary>
public sealed class MailFixtureTests
{
    private static readonly string folder = Path.Combine(Repository.Root, "tests", "Syndication.Archives.Tests", "Fixtures");

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(folder, "*.eml").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    /// <summary>The mail parser looks once, when the process first uses it, which encodings there are.</summary>
    [Fact]
    public async Task A_mail_reads_the_same_after_a_saved_page()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using ChildProcess process = ChildProcess.Start("titles", Path.Combine(folder, "saved-page.mhtml"), Path.Combine(folder, "gbk-subject.eml"));
        Assert.Equal("Harbour Weekly #44", await process.ReadLineAsync(cancel));
        Assert.Equal("海港周报 第 45 期：港口构建缓存正式发布，一个网关与两个集群", await process.ReadLineAsync(cancel));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_mail_is_read_as_a_careful_person_reads_it(string name)
    {
        IssueResult result = await MailReader.Default.ReadFileAsync(Path.Combine(folder, name + ".eml"), TestContext.Current.CancellationToken);
        string expected = Path.Combine(folder, name + ".txt"), actual = ResultOutline.Of(result);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") await File.WriteAllTextAsync(expected, actual, TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(expected, TestContext.Current.CancellationToken), actual);
    }
}
