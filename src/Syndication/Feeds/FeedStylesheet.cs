namespace Syndication.Feeds;

/// <summary>The CSS style sheet that shows RSS and Atom in a browser; what <see cref="Feed.Stylesheet"/> should lead to. It needs no script, no fonts and no XSLT.</summary>
public static class FeedStylesheet
{
    /// <summary>The media type with its charset.</summary>
    public const string MediaType = "text/css; charset=utf-8";

    /// <summary>A name for its file.</summary>
    public const string FileName = "feed.css";

    /// <summary>The style sheet as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Css { get; } = Read(FileName);

    /// <summary>The style of pages as text.</summary>
    internal static string PageCss { get; } = System.Text.Encoding.UTF8.GetString(Read("page.css"));

    private static byte[] Read(string name)
    {
        using Stream resource = typeof(FeedStylesheet).Assembly.GetManifestResourceStream(name)!;
        byte[] bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
