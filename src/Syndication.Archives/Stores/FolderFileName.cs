using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Syndication.Archives.Stores;

/// <summary>The names of files that are called after keys: the key itself where every file system takes it.</summary>
internal static class FolderFileName
{
    private const int MaxBytes = 180, KeptCharacters = 48;

    /// <summary>The name for a key: awkward characters percent-encoded, a name that is too long cut and ended by a hash.</summary>
    public static string Of(string key)
    {
        var name = new StringBuilder(key.Length);
        for (int i = 0; i < key.Length; i++)
        {
            char c = key[i];
            bool isAwkward = c is '%' or '<' or '>' or ':' or '"' or '|' or '?' or '*' or '/' or '\\' || char.IsControl(c) || i == 0 && c is '.' or '_' || i == key.Length - 1 && c is '.' or ' ';
            if (isAwkward) name.Append('%').Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
            else name.Append(c);
        }

        if (Encoding.UTF8.GetByteCount(name.ToString()) <= MaxBytes) return name.ToString();
        string start = string.Concat(key.EnumerateRunes().Take(KeptCharacters).Where(Rune.IsLetterOrDigit));
        return $"{start}~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 12))}";
    }
}
