using System.Text.Json;

namespace Syndication.Tool.Tests;

public sealed class MailTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static string Mail(int number) =>
        $"Received: by mail.example.org; Mon, 1 Jan 2024 08:00:00 +0100\nFrom: 灯塔周报 <letters@example.org>\nSubject: =?utf-8?B?{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"灯塔周报 第 {number} 期"))}?=\n"
        + $"Date: Mon, 1 Jan 2024 08:00:00 +0100\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(SampleText.Html(number)), Base64FormattingOptions.InsertLineBreaks)}\n";

    [Theory]
    [InlineData("7.eml")]
    [InlineData("7.txt")]
    public async Task A_mail_is_extracted_whatever_its_file_is_called(string name)
    {
        folder.With(name, Mail(7));
        ToolRun run = await ToolRun.In(folder.Path, "extract", name);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        using JsonDocument json = JsonDocument.Parse(run.Output);
        Assert.Equal(("灯塔周报 第 7 期", "2024-01-01T08:00:00+01:00"), (json.RootElement.GetProperty("title").GetString(), json.RootElement.GetProperty("published").GetString()));
        Assert.Equal(2, json.RootElement.GetProperty("sections").GetArrayLength());
    }

    [Fact]
    public async Task A_folder_of_mails_is_built_and_one_of_them_inspected()
    {
        folder.With("mails/7.eml", Mail(7)).With("mails/8.eml", Mail(8));
        ToolRun run = await ToolRun.In(folder.Path, "build", "mails", "--out", "site");
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains("灯塔周报 第 8 期", await File.ReadAllTextAsync(folder["site/issues.atom"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("业界要闻", (await ToolRun.In(folder.Path, "inspect", "mails/7.eml")).Output, StringComparison.Ordinal);
    }
}
