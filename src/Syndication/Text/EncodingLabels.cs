using System.Collections.Frozen;
using System.Text;

namespace Syndication.Text;

/// <summary>The encodings that the web knows by name (WHATWG Encoding Standard §4.2), as code pages of the runtime.</summary>
internal static class EncodingLabels
{
    private static readonly (string Name, int CodePage, string Labels)[] Known =
    [
        ("utf-8", 65001, "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf8 x-unicode20utf8 us-utf-8"),
        ("utf-16le", 1200, "utf-16 ucs-2 unicode iso-10646-ucs-2 csunicode unicodefeff utf16"),
        ("utf-16be", 1201, "unicodefffe"),
        ("utf-32le", 12000, "utf-32 utf32"),
        ("utf-32be", 12001, ""),
        ("gb18030", 54936, "gbk gb2312 gb_2312 gb_2312-80 chinese csgb2312 csiso58gb231280 iso-ir-58 x-gbk cp936 ms936 windows-936 euc-cn gb-18030 x-euc-cn"),
        ("big5", 950, "big5-hkscs cn-big5 csbig5 x-x-big5 cp950 windows-950 big-5"),
        ("shift_jis", 932, "csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis cp932 windows-932"),
        ("euc-jp", 51932, "cseucpkdfmtjapanese x-euc-jp eucjp x-euc"),
        ("iso-2022-jp", 50220, "csiso2022jp iso-2022-jp-1 iso-2022-jp-ms"),
        ("euc-kr", 949, "cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 uhc cp949 euckr ms949"),
        ("windows-1252", 1252, "ascii us-ascii ansi_x3.4-1968 cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 latin-1 x-cp1252 iso646-us"),
        ("windows-1250", 1250, "cp1250 x-cp1250"),
        ("windows-1251", 1251, "cp1251 x-cp1251 win-1251"),
        ("windows-1253", 1253, "cp1253 x-cp1253"),
        ("windows-1254", 1254, "cp1254 x-cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 latin5 l5"),
        ("windows-1255", 1255, "cp1255 x-cp1255"),
        ("windows-1256", 1256, "cp1256 x-cp1256"),
        ("windows-1257", 1257, "cp1257 x-cp1257"),
        ("windows-1258", 1258, "cp1258 x-cp1258"),
        ("windows-874", 874, "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620"),
        ("iso-8859-2", 28592, "csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 latin2 l2"),
        ("iso-8859-3", 28593, "csisolatin3 iso8859-3 iso88593 iso_8859-3 latin3 l3"),
        ("iso-8859-4", 28594, "csisolatin4 iso8859-4 iso88594 iso_8859-4 latin4 l4"),
        ("iso-8859-5", 28595, "csisolatincyrillic cyrillic iso8859-5 iso88595 iso_8859-5"),
        ("iso-8859-6", 28596, "arabic csisolatinarabic iso8859-6 iso88596 iso_8859-6 asmo-708 ecma-114"),
        ("iso-8859-7", 28597, "csisolatingreek greek greek8 iso8859-7 iso88597 iso_8859-7 elot_928 ecma-118"),
        ("iso-8859-8", 28598, "csisolatinhebrew hebrew iso8859-8 iso88598 iso_8859-8 visual"),
        ("iso-8859-8-i", 38598, "csiso88598i logical"),
        ("iso-8859-13", 28603, "iso8859-13 iso885913 iso_8859-13"),
        ("iso-8859-15", 28605, "csisolatin9 iso8859-15 iso885915 iso_8859-15 latin9 l9"),
        ("koi8-r", 20866, "cskoi8r koi koi8 koi8_r"),
        ("koi8-u", 21866, "koi8-ru"),
        ("ibm866", 866, "866 cp866 csibm866"),
        ("macintosh", 10000, "csmacintosh mac x-mac-roman"),
        ("x-mac-cyrillic", 10007, "x-mac-ukrainian"),
    ];

    private static readonly FrozenDictionary<string, (string Name, int CodePage)> ByLabel = Known
        .SelectMany(known => known.Labels.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(known.Name).Select(label => (label, known.Name, known.CodePage)))
        .ToFrozenDictionary(known => known.label, known => (known.Name, known.CodePage), StringComparer.OrdinalIgnoreCase);

    /// <summary>The standard's name for a label, lower case; <see langword="null"/> where it knows none.</summary>
    public static string? NameOf(string label) => ByLabel.TryGetValue(label.Trim(), out var known) ? known.Name : null;

    /// <summary>The encoding of a name that <see cref="NameOf"/> gave.</summary>
    public static Encoding Encoding(string name, DecoderFallback fallback)
    {
        int page = ByLabel[name].CodePage;
        return page switch
        {
            65001 => With(new UTF8Encoding(false)),
            1200 => With(new UnicodeEncoding(false, false)),
            1201 => With(new UnicodeEncoding(true, false)),
            12000 => With(new UTF32Encoding(false, false)),
            12001 => With(new UTF32Encoding(true, false)),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ReplacementFallback, fallback)
                ?? throw new NotSupportedException($"Code page {page} is missing from the runtime."),
        };

        Encoding With(Encoding encoding)
        {
            var copy = (Encoding)encoding.Clone();
            copy.DecoderFallback = fallback;
            return copy;
        }
    }
}
