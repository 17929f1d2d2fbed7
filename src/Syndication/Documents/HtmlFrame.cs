namespace Syndication.Documents;

/// <summary>An element whose children are being read.</summary>
internal sealed class HtmlFrame
{
    /// <summary>What the element was handed down.</summary>
    public HtmlSetting Outer;

    /// <summary>What it hands down.</summary>
    public HtmlSetting Inner;

    /// <summary>The element.</summary>
    public PageElement Element { get; set; } = null!;

    /// <summary>Whether it opened a box.</summary>
    public bool HasBox { get; set; }

    /// <summary>Whether it stands on lines of its own.</summary>
    public bool IsLine { get; set; }

    /// <summary>The child that comes next.</summary>
    public int Next { get; set; }
}
