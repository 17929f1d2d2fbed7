using System.Security.Cryptography;
using System.Text;

namespace Syndication.Archives.Sources;

/// <summary>The names of all files and entries of an archive, each in the memory of a number, to tell whether a link within it leads to something.</summary>
internal sealed class ArchiveNames
{
    /// <summary>What servers and generators of sites put behind an address that names no file.</summary>
    private static readonly string[] endings = ["", ".html", ".htm", ".md", "/index.html", "/index.htm", "/index.md"];

    private readonly HashSet<long> names = [];

    public void Add(string name) => names.Add(Hash(name));

    /// <summary>Whether there is what a link leads to.</summary>
    /// <param name="name">The name that the link comes to, without query and fragment.</param>
    public bool Has(string name)
    {
        string plain = name.TrimEnd('/');
        return endings.Any(ending => names.Contains(Hash(plain + ending)));
    }

    private static long Hash(string name) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
