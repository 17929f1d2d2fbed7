using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>Where the links of a text stand, counted from its start.</summary>
internal readonly struct LinkSpans
{
    private readonly List<(int Start, int End, string? Url)> spans;

    private LinkSpans(List<(int Start, int End, string? Url)> spans) => this.spans = spans;

    /// <summary>A text without links.</summary>
    public static LinkSpans None => new([]);

    /// <summary>The links of a block.</summary>
    public static LinkSpans Of(FlatDocument document, Block block)
    {
        var found = new List<(int Start, int End, string? Url)>();
        foreach (Run run in document.RunsOf(block))
        {
            if (run.Link >= 0 && run.Length > 0) found.Add((run.Start - block.Start, run.End - block.Start, document.Links[run.Link].Url));
        }

        return new LinkSpans(found);
    }

    /// <summary>Whether a letter is linked.</summary>
    public bool At(int at) => spans.Exists(link => link.Start <= at && at < link.End);

    /// <summary>Whether a letter is linked and the one before it belongs to the same link.</summary>
    public bool Around(int at) => spans.Exists(link => link.Start < at && at < link.End);

    /// <summary>Whether one link covers all of a part.</summary>
    public bool Cover(int start, int end) => spans.Exists(link => link.Start <= start && end <= link.End);

    /// <summary>Whether a link covers some of a part, and where the first of them leads.</summary>
    public bool Touch(int start, int end, out string? url)
    {
        int first = spans.FindIndex(link => link.Start < end && start < link.End);
        url = first < 0 ? null : spans[first].Url;
        return first >= 0;
    }
}
