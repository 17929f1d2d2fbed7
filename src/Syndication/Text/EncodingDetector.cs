using System.Buffers;
using System.Text;
using UtfUnknown;

namespace Syndication.Text;

/// <summary>
/// Finds the encoding of bytes that say nothing of it. The multi-byte encodings of East Asia overlap so far that byte patterns tell little;
/// what tells is whether the decoded text uses the characters that its language uses most.
/// </summary>
internal static class EncodingDetector
{
    private const int SampleSize = 48 * 1024;

    /// <summary>Below this share of usual characters a text is not taken for the language.</summary>
    private const double Enough = 0.12;

    private static readonly SearchValues<char> Simplified = SearchValues.Create(
        "的一是不了在有人我他这中大来上个国和也子时道说要会出年得就那下以生自地可天都小用你过作家多后学发业开对成能方日月动力长公文无好去分行经进本期新网技术数据前周报为与及将其之而所者被把从到更最很没着还等种样问题使法工程现在件产全部关于机器计算互联信息社区项目推荐阅读源码件云容编程语言支持实现理解系统服务应用");

    private static readonly SearchValues<char> Traditional = SearchValues.Create(
        "的一是不了在有人我他這中大來上個國和也子時道說要會出年得就那下以生自地可天都小用你過作家多後學發業開對成能方日月動力長公文無好去分行經進本期新網技術數據前週報為與及將其之而所者被把從到更最很沒著還等種樣問題使法工程現件產全部關於機器計算互聯信息社區項目推薦閱讀源碼雲容編程語言支持實理解系統服務應用");

    private static readonly SearchValues<char> Japanese = SearchValues.Create(
        "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんがぎぐげごだでどばびぶべぼっゃゅょアイウエオカキクケコサシスセソタチツテトナニハヒフホマミムメモラリルレロンーッャュョガグジズドバブプ");

    private static readonly SearchValues<char> Korean = SearchValues.Create(
        "이다의에는을를가고한하지로은사기도인어나리아시자스대서있그라정해일수원전과제게만보들구주상부유동적으국장신면성안여했및오드");

    private static readonly SearchValues<char> Cyrillic = SearchValues.Create("оеаинтслвркмдпуяы");

    /// <summary>Multi-byte encodings and those of Cyrillic, each with the characters that texts in it mostly use.</summary>
    private static readonly (string Name, SearchValues<char> Usual, double Needed)[] Candidates =
    [
        ("gb18030", Simplified, Enough),
        ("big5", Traditional, Enough),
        ("shift_jis", Japanese, 0.25),
        ("euc-jp", Japanese, 0.25),
        ("euc-kr", Korean, 0.25),
        ("gb18030", Japanese, 0.4),
        ("gb18030", Traditional, 0.2),
        ("windows-1251", Cyrillic, 0.5),
        ("koi8-r", Cyrillic, 0.5),
        ("ibm866", Cyrillic, 0.5),
        ("iso-8859-5", Cyrillic, 0.5),
        ("x-mac-cyrillic", Cyrillic, 0.6),
    ];

    /// <summary>The encoding's name, or <see langword="null"/> where nothing fits better than another.</summary>
    public static string? Detect(ReadOnlySpan<byte> bytes)
    {
        byte[] sample = Sample(bytes);
        return Best(sample) ?? BestUtf16(bytes) ?? SingleByte(sample);
    }

    /// <summary>UTF-16 or UTF-32 without a byte order mark, told by where the zero bytes are; <see langword="null"/> where it is neither.</summary>
    public static string? WideByZeros(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..(Math.Min(bytes.Length, SampleSize) & ~3)];
        if (head.Length < 4) return bytes.Length == 2 && bytes[0] != 0 && bytes[1] == 0 ? "utf-16le" : null;
        Span<int> zeros = stackalloc int[4];
        for (int i = 0; i < head.Length; i++)
        {
            if (head[i] == 0) zeros[i & 3]++;
        }

        int quarter = head.Length / 4;
        if (zeros[3] == quarter && zeros[2] > quarter * 0.9 && zeros[0] < quarter * 0.1) return "utf-32le";
        if (zeros[0] == quarter && zeros[1] > quarter * 0.9 && zeros[3] < quarter * 0.1) return "utf-32be";
        int even = zeros[0] + zeros[2], odd = zeros[1] + zeros[3];
        if (odd > quarter * 0.6 && even <= odd * 0.05) return "utf-16le";
        if (even > quarter * 0.6 && odd <= even * 0.05) return "utf-16be";
        return odd + even > 0 ? BestUtf16(bytes) : null;
    }

    /// <summary>How well bytes fit an encoding of East Asia or of Cyrillic: the share of usual characters less ten times the share of broken ones; 0 for other encodings.</summary>
    public static double Fit(ReadOnlySpan<byte> bytes, string name)
    {
        double best = 0;
        foreach (var candidate in Candidates)
        {
            if (candidate.Name == name) best = Math.Max(best, Score(Decode(Sample(bytes), name, out int broken), broken, candidate.Usual));
        }

        return best;
    }

    private static string? Best(byte[] sample)
    {
        string? best = null;
        double bestScore = 0;
        string? decodedName = null;
        string decoded = "";
        int broken = 0;
        foreach (var candidate in Candidates)
        {
            if (decodedName != candidate.Name) decoded = Decode(sample, decodedName = candidate.Name, out broken);
            double score = Score(decoded, broken, candidate.Usual) - candidate.Needed;
            if (score <= bestScore) continue;
            bestScore = score;
            best = candidate.Name;
        }

        return best;
    }

    private static string? BestUtf16(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..(Math.Min(bytes.Length, SampleSize) & ~1)];
        foreach (string name in (ReadOnlySpan<string>)["utf-16le", "utf-16be"])
        {
            string text = Decode(head, name, out int broken);
            foreach (SearchValues<char> usual in (ReadOnlySpan<SearchValues<char>>)[Simplified, Traditional, Japanese, Korean, Cyrillic])
            {
                if (Score(text, broken, usual) > 0.25) return name;
            }
        }

        return null;
    }

    /// <summary>The detector's word where it is an encoding that texts still come in; its rarer guesses are mostly wrong for short texts.</summary>
    private static string? SingleByte(byte[] sample)
    {
        if (sample.Length == 0) return null;
        DetectionResult result = CharsetDetector.DetectFromBytes(sample);
        foreach (DetectionDetail detail in result.Details ?? [])
        {
            if (detail.Confidence < 0.4f || detail.EncodingName is null) continue;
            string? name = EncodingLabels.NameOf(detail.EncodingName);
            if (name is null or "utf-8" or "utf-16le" or "utf-16be" or "utf-32le" or "utf-32be" or "macintosh" or "iso-8859-3" or "iso-8859-4" or "ibm866" or "x-mac-cyrillic") continue;
            Decode(sample, name, out int broken);
            if (broken == 0) return name;
        }

        return null;
    }

    /// <summary>A usual character counts beside another letter of its kind only: a lone one among ASCII is an accented letter of a Latin text.</summary>
    private static double Score(string text, int broken, SearchValues<char> usual)
    {
        int letters = 0, hits = 0;
        bool after = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool letter = c >= '\u0080' && (char.IsLetter(c) || char.IsControl(c) || char.IsSurrogate(c));
            if (letter)
            {
                letters++;
                if (usual.Contains(c) && (after || i + 1 < text.Length && text[i + 1] >= '\u0080')) hits++;
            }

            after = letter;
        }

        letters += broken;
        return letters == 0 ? 0 : (hits - 10.0 * broken) / letters;
    }

    private static string Decode(ReadOnlySpan<byte> bytes, string name, out int broken)
    {
        var count = new ReplacementCount();
        Decoder decoder = EncodingLabels.Encoding(name, count).GetDecoder();
        char[] chars = new char[bytes.Length + 8];
        decoder.Convert(bytes, chars, flush: false, out _, out int used, out _);
        broken = count.Count;
        return new string(chars, 0, used);
    }

    /// <summary>The lines that are not plain ASCII, up to a limit: the markup around them says nothing.</summary>
    private static byte[] Sample(ReadOnlySpan<byte> bytes)
    {
        var sample = new ArrayBufferWriter<byte>(4096);
        while (!bytes.IsEmpty && sample.WrittenCount < SampleSize)
        {
            int high = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (high < 0) break;
            int start = bytes[..high].LastIndexOf((byte)'\n') + 1;
            if (high - start > 64) start = high;
            int end = bytes[high..].IndexOf((byte)'\n');
            end = end < 0 ? bytes.Length : high + end + 1;
            sample.Write(bytes[start..Math.Min(end, start + SampleSize)]);
            bytes = bytes[end..];
        }

        return sample.WrittenSpan.ToArray();
    }
}
