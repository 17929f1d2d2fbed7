using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Syndication.Archives.Tests;

/// <summary>Archives in memory, to be read or to be damaged.</summary>
internal static class ArchiveFiles
{
    internal static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    internal static byte[] Tar(params (string Name, byte[] Bytes)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, leaveOpen: true))
        {
            foreach (var (name, content) in entries) tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
        }

        return bytes.ToArray();
    }

    internal static byte[] Gzip(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal)) gzip.Write(content);
        return bytes.ToArray();
    }

    internal static byte[] Warc(string type, string? target, string contentType, byte[] block) =>
        [.. Encoding.ASCII.GetBytes($"WARC/1.1\r\nWARC-Type: {type}\r\n{(target is null ? "" : $"WARC-Target-URI: {target}\r\n")}Content-Type: {contentType}\r\nContent-Length: {block.Length}\r\n\r\n"), .. block, .. "\r\n\r\n"u8];

    internal static byte[] Http(string target, int status, string contentType, string fields, byte[] body) =>
        Warc("response", target, "application/http; msgtype=response", [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\nContent-Type: {contentType}\r\n{fields}\r\n"), .. body]);
}
