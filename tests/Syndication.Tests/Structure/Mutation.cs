using System.Text;

namespace Syndication.Tests.Structure;

/// <summary>Issues damaged at random, byte by byte, but always in the same way.</summary>
internal static class Mutation
{
    private static readonly string[] splices =
    [
        "<div>", "</div>", "<b>", "</b>", "<p>", "</p>", "<li>", "<ul>", "</ul>", "<table>", "</table>", "<td>", "<h2>", "</h2>", "<a href=x>", "</a>", "<!--", "-->", "<script>", "<style>", "<svg>", "</svg>",
        "<template>", "<pre>", "<br>", "<hr>", "<base href=//x>", "&#0;", "&nbsp;", "\0", "\n\n", "\n", "# ", "\n- ", "\n1. ", "\n> ", "```\n", "](", "[", "**", "`", "|", "\n===\n", "---\n", "：", "1.", "一、", ";", "。", "\u3000",
        "\uFEFF", "\r", "<title>", "<textarea>", "<noscript>", "<math>", "<select>", "<form>", "<frameset>", "<plaintext>", "]]>", "相关阅读\n", "评论\n", "目录\n",
    ];

    /// <summary>The damage of one number: the same for ever.</summary>
    public static (string Name, byte[] Bytes) Of(List<(string Name, byte[] Bytes)> seeds, int number)
    {
        var random = new Random(number);
        (string name, byte[] seed) = seeds[random.Next(seeds.Count)];
        List<byte> bytes = [.. seed];
        for (int i = random.Next(1, 12); i > 0; i--) Damage(bytes, seeds, random);
        string extension = random.Next(8) == 0 ? (string[])[".html", ".md", ".txt", ".org", ".rst", ""] is var all ? all[random.Next(all.Length)] : "" : Path.GetExtension(name);
        return ($"7{extension}", [.. bytes]);
    }

    private static void Damage(List<byte> bytes, List<(string Name, byte[] Bytes)> seeds, Random random)
    {
        int at = random.Next(bytes.Count + 1);
        int length = Math.Min(random.Next(1, 1 << random.Next(1, 11)), bytes.Count - at);
        switch (random.Next(9))
        {
            case 0:
                for (int i = random.Next(1, 20); i > 0 && bytes.Count > 0; i--) bytes[random.Next(bytes.Count)] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 3:
                byte[] other = seeds[random.Next(seeds.Count)].Bytes;
                int from = random.Next(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(length, other.Length - from)).ToArray());
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5:
                byte[] tag = Encoding.UTF8.GetBytes(splices[random.Next(splices.Length)]);
                for (int i = random.Next(1, 40); i > 0; i--) bytes.InsertRange(at, tag);
                break;
            case 6:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(splices[random.Next(splices.Length)]));
                break;
            case 7:
                byte gone = at < bytes.Count ? bytes[at] : (byte)'<';
                bytes.RemoveAll(b => b == gone);
                break;
            default:
                for (int i = 0; i < length; i++) bytes[at + i] = (byte)random.Next(256);
                break;
        }
    }
}
