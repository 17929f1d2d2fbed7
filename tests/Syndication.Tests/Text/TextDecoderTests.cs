using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Syndication.Text;

namespace Syndication.Tests.Text;

public class TextDecoderTests
{
    private const string Hans = "云原生生态周报：etcd 发布了 3.4 版本，是最近性能提升最大的一次发布。这次升级带来稳定性和性能等方面诸多优化，例如底层存储优化、客户端优化等。";
    private const string Hant = "本週報導：社群發布了新的版本，這次更新帶來穩定性與效能的改善，例如儲存與用戶端。我們會在下一期說明細節，歡迎大家閱讀與分享。";
    private const string Japanese = "今週のニュースレターです。新しいバージョンがリリースされました。詳しい説明は次の号でお届けしますので、お楽しみに。";
    private const string Korean = "이번 주 소식지입니다. 새로운 버전이 출시되었고 성능이 크게 개선되었습니다. 자세한 내용은 다음 호에서 다루겠습니다.";
    private const string Russian = "Еженедельная рассылка: вышла новая версия, в которой заметно выросла скорость работы. Подробности читайте в следующем выпуске.";
    private const string German = "Der Rundbrief erscheint wöchentlich. Für die nächste Ausgabe prüfen wir, ob größere Änderungen nötig wären; schöne Grüße aus Köln.";
    private const string French = "Cette semaine, une nouvelle version est arrivée : elle améliore la stabilité, corrige des problèmes gênants et prépare déjà l’été.";
    private const string Polish = "W tym tygodniu ukazała się nowa wersja. Poprawiono wydajność, usunięto błędy i dodano kilka długo oczekiwanych możliwości, więcej szczegółów poniżej.";

    public static TheoryData<string, string> Samples => new()
    {
        { Hans, "gb18030" }, { Hant, "big5" }, { Hant, "gb18030" }, { Japanese, "shift_jis" }, { Japanese, "euc-jp" }, { Japanese, "iso-2022-jp" }, { Korean, "euc-kr" },
        { Russian, "windows-1251" }, { Russian, "koi8-r" }, { Russian, "iso-8859-5" }, { German, "windows-1252" }, { French, "windows-1252" }, { Polish, "windows-1250" },
        { Hans, "utf-8" }, { German, "utf-8" }, { Hans, "utf-16le" }, { Hans, "utf-16be" }, { German, "utf-16le" }, { Russian, "utf-16be" }, { Korean, "utf-16le" },
        { French, "utf-32le" }, { Hans, "utf-32be" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Text_is_read_back_without_any_declaration(string text, string encoding)
    {
        DecodedText decoded = TextDecoder.Decode(Bytes(text, encoding));
        Assert.Equal((text, encoding, EncodingEvidence.Detected), (decoded.Text, decoded.EncodingName, decoded.How));
        Assert.Equal(encoding == "utf-8" ? [] : [DiagnosticCodes.EncodingGuessed], Codes(decoded));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Text_is_read_back_with_the_media_types_charset(string text, string encoding)
    {
        DecodedText decoded = TextDecoder.Decode(Bytes(text, encoding), $"text/plain; format=flowed; Charset=\"{encoding.ToUpperInvariant()}\"");
        Assert.Equal((text, encoding, EncodingEvidence.Declared), (decoded.Text, decoded.EncodingName, decoded.How));
        Assert.Empty(decoded.Diagnostics);
    }

    [Theory]
    [InlineData("<!doctype html><html><head><meta charset=gbk><title>{0}</title>")]
    [InlineData("<html><head><!-- <meta charset=big5> --><META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=GB2312'><title>{0}</title>")]
    [InlineData("<?xml version=\"1.0\" encoding='GB2312'?><html><title>{0}</title></html>")]
    [InlineData("# -*- mode: org; coding: gb2312 -*-\n{0}")]
    public void Text_says_its_own_encoding(string frame)
    {
        string text = frame.Replace("{0}", "翮", StringComparison.Ordinal);
        DecodedText decoded = TextDecoder.Decode(Bytes(text, "gb18030"));
        Assert.Equal((text, "gb18030", EncodingEvidence.Meta), (decoded.Text, decoded.EncodingName, decoded.How));
        Assert.Empty(decoded.Diagnostics);
    }

    [Theory]
    [InlineData("utf-8"), InlineData("utf-16le"), InlineData("utf-16be"), InlineData("utf-32le"), InlineData("utf-32be"), InlineData("gb18030")]
    public void A_byte_order_mark_outweighs_every_declaration_and_is_no_text(string encoding)
    {
        DecodedText decoded = TextDecoder.Decode(Bytes("\uFEFFä <meta charset=koi8-r>", encoding), "text/html; charset=iso-8859-1");
        Assert.Equal(("ä <meta charset=koi8-r>", encoding, EncodingEvidence.Bom), (decoded.Text, decoded.EncodingName, decoded.How));
    }

    [Theory]
    [InlineData("gb18030", "utf-8"), InlineData("utf-8", "iso-8859-1"), InlineData("utf-8", "gbk"), InlineData("utf-8", "big5"), InlineData("utf-16le", "utf-8")]
    public void A_declaration_that_does_not_fit_gives_way_to_what_does(string real, string declared)
    {
        DecodedText decoded = TextDecoder.Decode(Bytes(Hans, real), "text/plain; charset=" + declared);
        Assert.Equal((Hans, real, EncodingEvidence.Detected), (decoded.Text, decoded.EncodingName, decoded.How));
        Assert.Contains(DiagnosticCodes.EncodingContradicted, Codes(decoded));
    }

    [Fact]
    public void A_wrong_media_type_gives_way_to_a_right_meta()
    {
        string text = "<meta charset=gbk>" + Hans;
        DecodedText decoded = TextDecoder.Decode(Bytes(text, "gb18030"), "text/html; charset=utf-8");
        Assert.Equal((text, EncodingEvidence.Meta), (decoded.Text, decoded.How));
        Assert.Equal([DiagnosticCodes.EncodingContradicted], Codes(decoded));
    }

    [Fact]
    public void Characters_beyond_a_declared_gb2312_are_read_and_noted()
    {
        DecodedText decoded = TextDecoder.Decode(Bytes("镕基 𠮷 龘，" + Hans, "gb18030"), "text/plain; charset=gb2312");
        Assert.StartsWith("镕基 𠮷 龘", decoded.Text, StringComparison.Ordinal);
        Assert.Equal((DiagnosticCodes.EncodingContradicted, DiagnosticSeverity.Info), (decoded.Diagnostics.Single().Code, decoded.Diagnostics.Single().Severity));
    }

    [Fact]
    public void An_unknown_declaration_is_reported()
    {
        DecodedText decoded = TextDecoder.Decode("plain"u8, "text/plain; charset=klingon");
        Assert.Equal("plain", decoded.Text);
        Assert.Contains("klingon", decoded.Diagnostics.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_bytes_in_a_UTF8_text_are_replaced_and_counted()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Hans), 0xFF, (byte)'a', 0xE4, 0xB8, (byte)'b'];
        DecodedText decoded = TextDecoder.Decode(bytes);
        Assert.Equal((Hans + "\uFFFDa\uFFFDb", "utf-8"), (decoded.Text, decoded.EncodingName));
        Assert.Equal(DiagnosticCodes.BytesReplaced, decoded.Diagnostics.Single().Code);
        Assert.StartsWith("2 ", decoded.Diagnostics.Single().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", "é", 2), InlineData("utf-8", "😀", 4), InlineData("gb18030", "报", 2), InlineData("utf-16le", "😀", 4)]
    public void An_input_beyond_the_limit_is_cut_between_characters(string encoding, string last, int width)
    {
        byte[] bytes = Bytes(Hans + last + "rest", encoding);
        int before = Bytes(Hans, encoding).Length;
        for (int cut = 0; cut < width; cut++)
        {
            DecodedText decoded = TextDecoder.Decode(bytes, "text/plain; charset=" + encoding, before + cut);
            Assert.Equal(Hans, decoded.Text);
            Assert.Equal([DiagnosticCodes.InputTruncated], Codes(decoded));
        }
    }

    [Fact]
    public void Nothing_at_all_is_reported() => Assert.Equal([DiagnosticCodes.Empty], Codes(TextDecoder.Decode([])));

    [Theory]
    [InlineData("89504E470D0A1A0A0000"), InlineData("504B030414000000"), InlineData("255044462D312E37"), InlineData("000102030405060708090A0B0C0E0F"), InlineData("1F8B0800")]
    public void Binary_data_is_reported_and_not_read_as_text(string hex)
    {
        DecodedText decoded = TextDecoder.Decode(Convert.FromHexString(hex));
        Assert.Equal("", decoded.Text);
        Assert.Equal([DiagnosticCodes.NotText], Codes(decoded));
    }

    [Fact]
    public void ASCII_is_UTF8_by_default() => Assert.Equal(new DecodedText("abc\n", "utf-8", EncodingEvidence.Default, []), TextDecoder.Decode("abc\n"u8) with { Diagnostics = [] });

    [Fact]
    public void Any_bytes_with_any_declaration_are_decoded() =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.OneOf<string?>(null, "utf-8", "gb2312", "big5", "shift_jis", "euc-jp", "iso-2022-jp", "euc-kr", "utf-16", "utf-32be", "koi8-u", "iso-8859-8-i", "bogus"), Gen.Int[0, 400])
            .Sample((bytes, charset, limit) => TextDecoder.Decode(bytes, charset is null ? null : "text/html;charset=" + charset, limit).Text is not null);

    [Fact]
    public void Any_Unicode_text_survives_UTF8() =>
        Gen.String[1, 200].Where(text => text[0] != '\uFEFF' && text.All(c => c >= ' ' && !char.IsSurrogate(c)))
            .Sample(text => TextDecoder.Decode(Encoding.UTF8.GetBytes(text)).Text == text);

    [Fact]
    public void The_corpus_in_its_old_encodings_is_read_back_undeclared()
    {
        string folder = SharedFolder.Require("corpus/issues");
        var wrong = new List<string>();
        int count = 0;
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string text = File.ReadAllText(path);
            if (text.Contains("charset", StringComparison.OrdinalIgnoreCase)) text = text.Replace("charset", "x", StringComparison.OrdinalIgnoreCase);
            int chinese = text.Count(Characters.IsEastAsian);
            bool foreign = text.Any(c => c >= '\u0080');
            if (!foreign) continue;
            foreach (string encoding in chinese > 50 ? (string[])["gb18030", "utf-16le", "utf-16be"] : ["windows-1252", "utf-16le"])
            {
                string original = EncodingLabels.Encoding(encoding, DecoderFallback.ReplacementFallback).GetString(Bytes(text, encoding)).TrimStart('\uFEFF');
                if (original.All(c => c < '\u0080')) continue;
                count++;
                if (TextDecoder.Decode(Bytes(original, encoding)) is var decoded && decoded.Text != original) wrong.Add($"{path}: {encoding} read as {decoded.EncodingName}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {count}:\n" + string.Join('\n', wrong));
    }

    private static byte[] Bytes(string text, string encoding) => EncodingLabels.Encoding(encoding, DecoderFallback.ReplacementFallback).GetBytes(text);

    private static IEnumerable<string> Codes(DecodedText decoded) => decoded.Diagnostics.Select(diagnostic => diagnostic.Code);
}
