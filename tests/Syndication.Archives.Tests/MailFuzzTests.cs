using System.Text;
using CsCheck;

namespace Syndication.Archives.Tests;

/// <summary>Nothing in a mail can make the reader throw or lose count of the text.</summary>
public sealed class MailFuzzTests
{
    /// <summary>A long run is started by hand: <c>FUZZ_ITERATIONS=200000</c>.</summary>
    private static readonly long iterations = long.TryParse(Environment.GetEnvironmentVariable("FUZZ_ITERATIONS"), System.Globalization.CultureInfo.InvariantCulture, out long asked) ? asked : 1500;

    private static readonly byte[][] mails = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "Syndication.Archives.Tests", "Fixtures"), "*.eml").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    private static readonly string[] tokens =
    [
        "\n", "\r\n", "\n\n", "--b\n", "--b--\n", "--c\n", "Content-Type: multipart/mixed; boundary=b\n", "Content-Type: multipart/alternative; boundary=c\n", "Content-Type: multipart/digest; boundary=\"\"\n",
        "Content-Type: message/rfc822\n", "Content-Type: text/html; charset=utf-7\n", "Content-Type: text/plain; charset=iso-2022-jp; format=flowed; delsp=yes\n", "Content-Type: ;;;=\n", "Content-Transfer-Encoding: base64\n",
        "Content-Transfer-Encoding: quoted-printable\n", "Content-Transfer-Encoding: x-uuencode\n", "Subject: =?gbk?B?////?=\n", "Subject: [[[ Re: Re: \n", "From: \"\u0000 via via\" <<@>>\n", "Date: Mon, 99 Foo 20240 25:61 +9999\n",
        "List-Id: <<<>>>\n", "Content-Location: http://\n", "Archived-At: <http://[>\n", "From ", ": \n", "=?utf-8?Q?=00=ff?=", "text ", "<a href=x>link</a>", "\u001b$B", "=3D=\n", "-- \n", "> > >",
    ];

    [Fact]
    public void Mails_with_changed_bytes_are_read() =>
        Gen.Select(Gen.Int[0, mails.Length - 1], Gen.Select(Gen.Double[0, 1], Gen.Byte, Gen.Int[0, 40]).Array[1, 12]).Sample(
            (mail, edits) => Check(Changed(mails[mail], edits)), iter: iterations);

    [Fact]
    public void Mails_put_together_at_random_are_read() =>
        Gen.Int[0, tokens.Length - 1].Select(i => tokens[i]).Array[1, 60].Sample(parts => Check(Encoding.UTF8.GetBytes(string.Concat(parts))), iter: iterations);

    private static byte[] Changed(byte[] mail, (double At, byte Value, int Cut)[] edits)
    {
        var bytes = new List<byte>(mail);
        foreach (var (where, value, cut) in edits)
        {
            int at = (int)(where * (bytes.Count - 1));
            if (bytes.Count == 0) break;
            if (cut < 20) bytes[at] = value;
            else if (cut < 35) bytes.RemoveRange(at, Math.Min(cut, bytes.Count - at));
            else bytes.InsertRange(at, Encoding.UTF8.GetBytes(tokens[value % tokens.Length]));
        }

        return [.. bytes];
    }

    private static void Check(byte[] mail)
    {
        IssueResult result = MailReader.Default.Read(mail, cancellationToken: TestContext.Current.CancellationToken);
        Assert.InRange(result.Coverage, 0.999999, 1);
        Assert.NotNull(result.Issue);
    }
}
