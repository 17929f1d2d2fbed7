using System.Text;
using Syndication.Archives.Mail;

namespace Syndication.Archives.Tests;

public sealed class MailHeaderTests
{
    [Theory]
    [InlineData("Re: [Lantern-Letter] Issue 31", "Issue 31")]
    [InlineData("[lantern letter] Re: Fwd: Issue 31", "Issue 31")]
    [InlineData("***SPAM*** Issue 31", "Issue 31")]
    [InlineData("[SPAM] {External} Issue 31", "Issue 31")]
    [InlineData("Re[2]: AW: WG: Issue 31", "Issue 31")]
    [InlineData("回复：转发: 灯塔周报 第 3 期", "灯塔周报 第 3 期")]
    [InlineData("[PR] Issue 31", "[PR] Issue 31")]
    [InlineData("Regarding: Issue 31", "Regarding: Issue 31")]
    [InlineData("Re:", "Re:")]
    public void What_programs_put_before_a_subject_is_taken_off(string subject, string title) => Assert.Equal(title, SubjectLine.Of(subject, ["lantern-letter"]).Title);

    [Theory]
    [InlineData("Mara Lind from Harbour Weekly", "Mara Lind", "Harbour Weekly", null)]
    [InlineData("'Mara Lind' via Harbour", "Mara Lind", "Harbour", null)]
    [InlineData("Mara | Harbour Weekly", "Mara", "Harbour Weekly", null)]
    [InlineData("Harbour Weekly", null, null, "Harbour Weekly")]
    [InlineData("News from Space", null, null, "News from Space")]
    [InlineData("mara@example.org", null, null, null)]
    [InlineData("", null, null, null)]
    public void A_name_of_person_and_publication_is_told_apart(string name, string? author, string? publication, string? sender) => Assert.Equal(new SenderName(author, publication, sender), SenderName.Of(name));

    [Theory]
    [InlineData("Harbour Weekly <weekly.harbour.example.org>", "Harbour Weekly", "weekly")]
    [InlineData("\"Emacs development discussions.\" <emacs-devel.gnu.example>", null, "emacs-devel")]
    [InlineData("1f3a9c27e mc list <1f3a9c27e.99123.list-id.example.net>", null, null)]
    [InlineData("<123456.example.net>", null, null)]
    public void A_list_is_known_by_its_name_and_label(string field, string? name, string? label) => Assert.Equal(new ListId(name, label), ListId.Of(field));

    [Theory]
    [InlineData("one \ntwo\n", false, "one two\n")]
    [InlineData("one \r\ntwo\r\n", true, "onetwo\n")]
    [InlineData("> a \n> b\nc\n", false, "> a b\nc\n")]
    [InlineData("a \n> b\n", false, "a \n> b\n")]
    [InlineData(" >not a quote\n", false, ">not a quote\n")]
    [InlineData("a \n-- \nb\n", false, "a \n-- \nb\n")]
    [InlineData("a ", false, "a ")]
    public void Flowed_lines_are_joined(string text, bool deleteSpaces, string joined) => Assert.Equal(joined, Encoding.UTF8.GetString(FlowedText.Unfold(Encoding.UTF8.GetBytes(text), deleteSpaces)));

    [Theory]
    [InlineData("Received: from x\n by y\nSubject: z\n\ntext", true)]
    [InlineData("From a@example.org Mon Jan  1 00:00:00 2024\nMIME-Version: 1.0\n\ntext", true)]
    [InlineData("From: a\nSubject: b\nDate: c\n\ntext", true)]
    [InlineData("\uFEFFFrom: a\r\nSubject: b\r\nTo: c\r\n\r\ntext", true)]
    [InlineData("Title: a post\nDate: 2024-01-01\n\ntext", false)]
    [InlineData("---\nsubject: a post\n---\ntext", false)]
    [InlineData("<html><body>Received: nothing</body></html>", false)]
    [InlineData("From: the editors\n\nDear readers", false)]
    [InlineData("", false)]
    public void A_mail_is_told_by_its_first_lines(string text, bool isMail) => Assert.Equal(isMail, MailReader.IsMail(Encoding.UTF8.GetBytes(text)));
}
