using System.Security.Cryptography;
using System.Text;

namespace Syndication.Archives.Importing;

/// <summary>Tells whether a document is the same as at another time: by its bytes and by what the archive says of it.</summary>
internal static class Fingerprints
{
    public static string Of(ArchivedDocument document)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(document.Bytes.Span);
        var said = new StringBuilder().Append((int)document.Kind).Append('\n').Append(document.Source.Address).Append('\n').Append(document.Source.ContentType).Append('\n').Append(document.Source.FileName);
        foreach (var (name, value) in document.Source.Metadata) said.Append('\n').Append(name).Append('=').Append(value);
        foreach (var noticed in document.Diagnostics) said.Append('\n').Append(noticed);
        hash.AppendData(Encoding.UTF8.GetBytes(said.ToString()));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
