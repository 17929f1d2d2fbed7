using System.Text;

namespace Syndication.Tests.Feeds;

/// <summary>Compares bytes with a file in <c>Feeds/Fixtures</c>; with the environment variable <c>UPDATE_GOLDEN=1</c> writes it instead.</summary>
internal static class GoldenFile
{
    public static void Match(string name, ReadOnlySpan<byte> actual)
    {
        string path = Path.Combine(Repository.Root, "tests", "Syndication.Tests", "Feeds", "Fixtures", name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllBytes(path, actual);
            return;
        }

        Assert.Equal(File.ReadAllText(path), Encoding.UTF8.GetString(actual));
    }
}
