using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Syndication.Text;

namespace Syndication.Tests.Structure;

/// <summary>Same bytes, same issue: whatever the culture, the thread, the encoding and the names of classes.</summary>
public partial class RepeatabilityTests
{
    private static readonly string[] cultures = ["tr-TR", "ar-SA", "th-TH", "fa-IR", "zh-CN"];

    public static TheoryData<string> Files => IssueFiles.All;

    [Theory]
    [MemberData(nameof(Files))]
    public void An_issue_reads_the_same_again_and_in_every_culture(string name)
    {
        byte[] bytes = IssueFiles.Read(name);
        string expected = Json(bytes, name);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in cultures)
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal(expected, Json(bytes, name));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Issues_read_the_same_in_parallel()
    {
        List<(string Name, byte[] Bytes)> samples = IssueFiles.SampleBytes();
        string[] expected = [.. samples.Select(static sample => Json(sample.Bytes, sample.Name))];
        string[] found = new string[samples.Count * 8];
        Parallel.For(0, found.Length, i => found[i] = Json(samples[i % samples.Count].Bytes, samples[i % samples.Count].Name));
        for (int i = 0; i < found.Length; i++) Assert.Equal(expected[i % samples.Count], found[i]);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_a_stream_and_bytes_read_the_same(string name)
    {
        byte[] bytes = IssueFiles.Read(name);
        using var stream = new MemoryStream(bytes);
        IssueResult streamed = await IssueReader.Default.ReadAsync(stream, new IssueSource { FileName = name }, TestContext.Current.CancellationToken);
        Assert.Equal(Json(bytes, name), IssueResultJson.Serialize(streamed, indented: true));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Renamed_classes_and_ids_change_nothing(string name)
    {
        if (!name.EndsWith(".html", StringComparison.Ordinal)) return;
        string html = TextDecoder.Decode(IssueFiles.Read(name), null, int.MaxValue).Text;
        int count = 0;
        string renamed = Names().Replace(html, match => $"{match.Groups["attribute"].Value}\"n{count++ * 7919 % 10_007}\"");
        Assert.Equal(Json(html, name), Json(renamed, name));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void An_issue_reads_the_same_in_every_encoding_that_can_hold_it(string name)
    {
        string text = TextDecoder.Decode(IssueFiles.Read(name), null, int.MaxValue).Text.TrimStart('\uFEFF');
        text = DeclaredCharset().Replace(text, "charset=utf-8");
        string expected = Structure(Encoding.UTF8.GetBytes(text), name);
        Assert.Equal(expected, Structure([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)], name));
        Assert.Equal(expected, Structure([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)], name));
        Assert.Equal(expected, Structure([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)], name));
        Assert.Equal(expected, Structure(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")), name));

        // A handful of characters in two bytes each may be good UTF-8 by chance; then the bytes themselves say something else.
        if (text.Count(static c => c > '\u007F') < 20) return;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (string label in (string[])["gb18030", "gbk"])
        {
            var encoding = Encoding.GetEncoding(label, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            if (label == "gbk" && !Holds(encoding, text)) continue;
            byte[] bytes = encoding.GetBytes(text.Replace("charset=utf-8", $"charset={label}", StringComparison.Ordinal));
            if (name.EndsWith(".html", StringComparison.Ordinal) && text.Contains("charset=utf-8", StringComparison.Ordinal)) Assert.Equal(expected, Structure(bytes, name));
            Assert.Equal(expected, Structure(encoding.GetBytes(text.Replace("charset=utf-8", "", StringComparison.Ordinal)), name, $"text/plain; charset={label}"));
            if (text.Count(static c => c is >= '\u4E00' and <= '\u9FFF') > 500) Assert.Equal(expected, Structure(encoding.GetBytes(text.Replace("charset=utf-8", "", StringComparison.Ordinal)), name));
        }
    }

    private static bool Holds(Encoding encoding, string text)
    {
        try
        {
            return encoding.GetString(encoding.GetBytes(text)) == text;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Titles, nesting, links and text; not what was noticed on the way, since a guessed encoding is worth a diagnostic.</summary>
    private static string Structure(byte[] bytes, string name, string? contentType = null)
    {
        IssueResult result = IssueReader.Default.Read(bytes, new IssueSource { FileName = name.EndsWith(".html", StringComparison.Ordinal) ? "7.html" : name, ContentType = contentType?.Replace("text/plain", MediaType(name), StringComparison.Ordinal) });
        return IssueResultJson.Serialize(result with { Diagnostics = [], Encoding = null }, indented: true);
    }

    private static string MediaType(string name) => Path.GetExtension(name) switch { ".html" => "text/html", ".md" or ".markdown" => "text/markdown", _ => "text/plain" };

    private static string Json(byte[] bytes, string name) => IssueResultJson.Serialize(IssueReader.Default.Read(bytes, new IssueSource { FileName = name }), indented: true);

    private static string Json(string text, string name) => IssueResultJson.Serialize(IssueReader.Default.Read(text, new IssueSource { FileName = name }) with { Diagnostics = [] }, indented: true);

    [GeneratedRegex("""(?<attribute>\s(class|id)\s*=\s*)("[^"]*"|'[^']*'|[^\s>"']+)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Names();

    [GeneratedRegex("charset=[\"']?[a-z0-9-]+", RegexOptions.IgnoreCase)]
    private static partial Regex DeclaredCharset();
}
