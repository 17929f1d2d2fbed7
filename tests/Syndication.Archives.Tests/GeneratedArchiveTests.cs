namespace Syndication.Archives.Tests;

/// <summary>Writes the archive that imports are measured with: <c>ARCHIVE_OUT=folder ARCHIVE_ISSUES=10000</c>.</summary>
public sealed class GeneratedArchiveTests
{
    [Fact]
    public void The_archive_for_measurements_is_written()
    {
        if (Environment.GetEnvironmentVariable("ARCHIVE_OUT") is not { Length: > 0 } folder)
        {
            Assert.Skip("ARCHIVE_OUT names no folder");
            return;
        }

        int count = int.Parse(Environment.GetEnvironmentVariable("ARCHIVE_ISSUES") ?? "10000", System.Globalization.CultureInfo.InvariantCulture);
        for (int i = 1; i <= count; i++)
        {
            if (LanternWeekly.IsMissing(i)) continue;
            var (name, bytes) = LanternWeekly.Issue(i, count);
            string path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }

        Assert.True(Directory.Exists(folder));
    }
}
