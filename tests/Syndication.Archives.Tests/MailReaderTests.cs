using System.Text;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.Archives.Tests;

public sealed class MailReaderTests
{
    private const string Header = "From: Ada Field <ada@example.org>\nSubject: Lantern Letter 31\nDate: Fri, 2 Aug 2024 18:05:00 -0700\nMIME-Version: 1.0\n";

    private const string Html = "<html><body><h2>News</h2><ul><li><a href=\"https://example.org/a\">A lens for old towers</a>: ground in the north.</li><li><a href=\"https://example.org/b\">Lamps that call home</a>: eleven of them.</li></ul></body></html>";

    [Fact]
    public void The_text_wins_where_it_says_a_good_deal_more()
    {
        string text = string.Join("\n\n", Enumerable.Range(1, 8).Select(i => $"Item {i}: the keeper counts the flashes of tower {i} and writes them down in a book that nobody reads but him."));
        IssueResult result = Read($"{Header}{Alternatives(text, "<html><body><p>Your mail program cannot show this.</p></body></html>")}");
        Assert.Contains("tower 8", AllText(result), StringComparison.Ordinal);
        Assert.Contains(result.Diagnostics, d => d.Code == DiagnosticCodes.MailAlternativeChosen && d.Message.Contains("text/plain was read", StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_wins_where_the_text_is_the_same_with_addresses_spelt_out()
    {
        IssueResult result = Read($"{Header}{Alternatives("NEWS\n\nA lens for old towers: ground in the north.\nhttps://click.example.org/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nLamps that call home: eleven of them.", Html)}");
        Assert.Equal(["https://example.org/a", "https://example.org/b"], result.Issue.AllItems().SelectMany(i => i.Item.Links).Select(l => l.Url));
    }

    [Fact]
    public void An_inline_image_leaves_its_words_and_no_address()
    {
        IssueResult result = Read($"{Header}Content-Type: text/html\n\n<html><body><h1>Lantern Letter 31</h1><p>Look at this lens from the north: <img src=\"cid:lens@x\" alt=\"a lens of glass\"></p></body></html>");
        string html = string.Concat(result.Issue.AllItems().Select(i => i.Item.Content?.Html).Append(result.Issue.Preface?.Html));
        Assert.Contains("a lens of glass", html, StringComparison.Ordinal);
        Assert.DoesNotContain("cid:", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_issue_that_was_forwarded_as_attachment_is_read_with_its_own_header()
    {
        IssueResult result = Read($"""
            From: Bo <bo@example.net>
            Subject: Fwd: have a look
            Date: Sun, 4 Aug 2024 10:00:00 +0200
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=outer

            --outer
            Content-Type: text/plain

            Is this something for us?
            --outer
            Content-Type: message/rfc822
            Content-Disposition: attachment; filename="letter.eml"

            {Header}Content-Type: text/html

            {Html}
            --outer--
            """);
        Assert.Equal(("Lantern Letter 31", "2024-08-02T18:05:00-07:00"), (result.Issue.Title, result.Issue.Published.ToString()));
        Assert.Equal(2, result.Issue.AllItems().Count());
        Assert.Contains(new SetAsideText("forwarding", "Is this something for us?"), result.SetAside);
        Assert.Contains(result.Diagnostics, d => d.Code == DiagnosticCodes.MailForwarded);
    }

    [Fact]
    public void An_issue_that_is_attached_as_a_page_is_read()
    {
        IssueResult result = Read($"{Header}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html; name=issue.html\nContent-Disposition: attachment; filename=issue.html\n\n{Html}\n--b--\n");
        Assert.Equal(2, result.Issue.AllItems().Count());
    }

    [Fact]
    public void An_attachment_that_is_not_read_is_named()
    {
        IssueResult result = Read($"{Header}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n{Html}\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=tables.pdf\nContent-Transfer-Encoding: base64\n\nAAAA\n--b--\n");
        Assert.Contains(result.Diagnostics, d => d is { Code: DiagnosticCodes.MailAttachmentUnread, Severity: DiagnosticSeverity.Info } && d.Message.Contains("\"tables.pdf\" (application/pdf)", StringComparison.Ordinal));
    }

    [Fact]
    public void A_message_without_header_is_read_as_its_text()
    {
        IssueResult result = Read(Html);
        Assert.Equal(2, result.Issue.AllItems().Count());
        Assert.Contains(result.Diagnostics, d => d.Code == DiagnosticCodes.MailHeadersMissing);
    }

    [Theory]
    [InlineData("boundary=\"other\"")]
    [InlineData("x=y")]
    public void Parts_are_found_by_the_boundary_in_the_body_where_the_header_names_another(string parameter)
    {
        IssueResult result = Read($"{Header}Content-Type: multipart/mixed; {parameter}\n\nThis is a message in MIME.\n--real\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{Html.Replace("=", "=3D", StringComparison.Ordinal)}\n--real--\n");
        Assert.Equal(["https://example.org/a", "https://example.org/b"], result.Issue.AllItems().SelectMany(i => i.Item.Links).Select(l => l.Url));
        Assert.Contains(result.Diagnostics, d => d.Code == DiagnosticCodes.MailPartBroken);
    }

    [Fact]
    public void A_multipart_without_parts_is_read_as_text()
    {
        IssueResult result = Read($"{Header}Content-Type: multipart/alternative; boundary=b\n\nThe keeper counts the flashes and writes them down.\n");
        Assert.Contains("The keeper counts the flashes", AllText(result), StringComparison.Ordinal);
    }

    [Fact]
    public void Raw_bytes_in_header_and_text_without_a_charset_are_decoded()
    {
        Encoding gbk = CodePagesEncodingProvider.Instance.GetEncoding("gbk")!;
        string text = "大家好，以下是本周的内容，祝各位阅读愉快。新版本带来了构建缓存，首次构建的速度提高了一倍，升级之前请先阅读说明。";
        byte[] declared = gbk.GetBytes($"From: 海港周报 <a@example.cn>\nSubject: 海港周报 第 45 期\nDate: Wed, 10 Apr 2024 20:15:30 +0800\nContent-Type: text/plain; charset=gb2312\n\n{text}\n");
        IssueResult result = Read(declared);
        Assert.Equal(("海港周报 第 45 期", 45, "海港周报"), (result.Issue.Title, result.Issue.Number, result.Issue.Publication?.Title));

        byte[] silent = gbk.GetBytes($"Subject: x\nDate: Wed, 10 Apr 2024 20:15:30 +0800\nMIME-Version: 1.0\n\n{text}\n");
        Assert.Contains("祝各位阅读愉快", AllText(Read(silent)), StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_parts_are_read_up_to_the_limit()
    {
        var mail = new StringBuilder(Header).Append("Content-Type: multipart/mixed; boundary=b\n\n");
        for (int i = 0; i < 10_000; i++) mail.Append("--b\nContent-Type: text/plain\n\nPart number ").Append(i).Append(" of many.\n");
        IssueResult result = Read(mail.Append("--b--\n").ToString());
        Assert.Contains("Part number 500 ", AllText(result), StringComparison.Ordinal);
        Assert.Single(result.Diagnostics, d => d.Code == DiagnosticCodes.MailPartsLimited);
    }

    [Theory]
    [InlineData("multipart/mixed; boundary=b{0}", "--b{0}\n")]
    [InlineData("message/rfc822", "")]
    public void Nesting_without_end_is_read_up_to_the_limit(string type, string delimiter)
    {
        var mail = new StringBuilder(Header);
        for (int i = 0; i < 5_000; i++) mail.Append("Content-Type: ").AppendFormat(null, type, i).Append("\n\n").AppendFormat(null, delimiter, i);
        IssueResult result = Read(mail.Append("Content-Type: text/plain\n\nThe keeper counts.\n").ToString());
        Assert.Equal("Lantern Letter 31", result.Issue.Title);
    }

    [Fact]
    public void A_message_over_the_limit_is_cut_with_a_diagnostic()
    {
        var reader = new MailReader(options: new MailReaderOptions { MaxMessageBytes = 4096 });
        IssueResult result = reader.Read(Encoding.UTF8.GetBytes($"{Header}\nThe keeper counts.\n{new string('x', 10_000)}"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Contains(result.Diagnostics, d => d.Code == DiagnosticCodes.InputTruncated);
        Assert.Contains("The keeper counts.", AllText(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("From: a@example.org\n")]
    [InlineData("Subject: x\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nAAAA")]
    [InlineData("Subject: x\nContent-Type: multipart/encrypted; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type: application/octet-stream\n\nxx\n--b--")]
    public void Nothing_to_read_is_said_and_does_not_throw(string mail)
    {
        IssueResult result = Read(mail);
        Assert.False(result.IsIssue);
        Assert.NotEmpty(result.Diagnostics);
    }

    [Fact]
    public void The_date_keeps_its_offset_and_one_that_is_none_is_said()
    {
        Assert.Equal("2024-08-02T18:05:00-07:00", Read($"{Header}\nThe keeper counts.").Issue.Published.ToString());
        IssueResult none = Read("From: a <a@example.org>\nSubject: x\nDate: yesterday\n\nThe keeper counts.");
        Assert.Null(none.Issue.Published);
        Assert.Contains(none.Diagnostics, d => d.Code == DiagnosticCodes.MailDateInvalid && d.Message.Contains("yesterday", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_caller_knows_counts_before_the_header()
    {
        IssueResult result = MailReader.Default.Read(Encoding.UTF8.GetBytes($"{Header}\nThe keeper counts."), new IssueSource { Metadata = [new("title", "The right title")] }, TestContext.Current.CancellationToken);
        Assert.Equal("The right title", result.Issue.Title);
    }

    [Fact]
    public async Task A_sample_letter_reads_as_mail_as_it_reads_as_page()
    {
        string file = Path.Combine(Syndication.Tests.Repository.Root, "samples", "issues", "security-letter", "letter-07.html");
        byte[] page = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        string mail = "From: =?utf-8?Q?The_Supply_Line?= <letters@supplyline.example.org>\r\nSubject: The Supply Line #7: Half a second that gave a backdoor away\r\nDate: Fri, 5 Apr 2024 07:00:00 +0000\r\nMIME-Version: 1.0\r\n"
            + "List-Id: <letters.supplyline.example.org>\r\nContent-Type: multipart/alternative; boundary=\"b1\"\r\n\r\n--b1\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nView this letter in your browser: https://supplyline.example.org/letters/7/\r\n"
            + "--b1\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Convert.ToBase64String(page, Base64FormattingOptions.InsertLineBreaks) + "\r\n--b1--\r\n";
        IssueResult asPage = IssueReader.Default.Read(page), asMail = Read(mail);
        Assert.Equal(asPage.Issue.Sections.Select(s => (s.Title, s.Items.Length)), asMail.Issue.Sections.Select(s => (s.Title, s.Items.Length)));
        Assert.Equal(asPage.Issue.AllItems().Select(i => (i.Item.Title, i.Item.Content?.Html)), asMail.Issue.AllItems().Select(i => (i.Item.Title, i.Item.Content?.Html)));
        Assert.Equal((7, "The Supply Line", "2024-04-05T07:00:00Z"), (asMail.Issue.Number, asMail.Issue.Publication?.Title, asMail.Issue.Published.ToString()));
        Assert.Equal(asPage.Issue.Authors, asMail.Issue.Authors);
        Assert.True(asMail.IsIssue);
        Assert.Equal(1, asMail.Coverage);
    }

    private static string Alternatives(string text, string html) =>
        $"Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n{text}\n--b\nContent-Type: text/html; charset=utf-8\n\n{html}\n--b--\n";

    private static IssueResult Read(string mail) => Read(Encoding.UTF8.GetBytes(mail));

    private static IssueResult Read(byte[] mail) => MailReader.Default.Read(mail, cancellationToken: TestContext.Current.CancellationToken);

    private static string AllText(IssueResult result) => string.Join('\n',
        result.Issue.AllItems().SelectMany(i => new[] { i.Item.Title, i.Item.Content?.Text }).Concat(result.Issue.Sections.Select(s => $"{s.Title} {s.Content?.Text}")).Append(result.Issue.Preface?.Text).Append(result.Issue.Closing?.Text));
}
