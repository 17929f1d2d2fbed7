using System.Buffers.Binary;

namespace Syndication.Archives.Sources;

/// <summary>The record at the end of a zip file (APPNOTE 4.3.16): looked at before the whole directory is read into memory.</summary>
internal static class ZipEnd
{
    private const int RecordBytes = 22, MaxComment = 65535, LeastEntryBytes = 46;

    /// <summary>Refuses a directory that is larger than the limits allow. A directory that lies about its size has to be in the file all the same.</summary>
    public static void Check(Stream zip, ArchiveLimits limits)
    {
        int length = (int)Math.Min(zip.Length, RecordBytes + MaxComment);
        byte[] end = new byte[length];
        zip.Position = zip.Length - length;
        zip.ReadExactly(end);
        zip.Position = 0;
        int at = end.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || at + RecordBytes > length) throw new InvalidDataException("The directory of the zip file is missing.");
        uint size = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(at + 12));
        int count = BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(at + 10));
        long most = size == uint.MaxValue ? (zip.Length / LeastEntryBytes) : size / LeastEntryBytes;
        if (Math.Min(most, count == ushort.MaxValue ? long.MaxValue : count) > limits.MaxEntries) throw new ArchiveLimitException($"The archive has more than {limits.MaxEntries} entries.");
    }
}
