using System.Buffers;
using Syndication.Text;

namespace Syndication.Documents;

/// <summary>The text of a document and its runs while they grow, block by block: white space is collapsed as a browser does (CSS Text 3 §4.1.1).</summary>
internal sealed class RunBuilder
{
    private static readonly SearchValues<char> OtherSpace = SearchValues.Create("\t\r\n\f");

    private readonly CharBuffer text = new();
    private bool pendingSpace;

    public List<Run> All { get; } = [];

    /// <summary>The first character of the block being made.</summary>
    public int Start { get; private set; }

    /// <summary>One past the last character.</summary>
    public int End => text.Length;

    /// <summary>The first run of the block being made.</summary>
    public int First { get; private set; }

    public int Count => All.Count;

    /// <summary>Whether the block being made has text or an image already.</summary>
    public bool Any => All.Count > First;

    public string FinishText() => text.Finish();

    /// <summary>Adds text with its white space collapsed.</summary>
    public void AddText(ReadOnlySpan<char> value, RunStyle style, int link, short look)
    {
        if (value.IsEmpty) return;
        int start = AppendCollapsed(value, style, link, look);
        if (text.Length > start) Add(new Run(start, text.Length - start, style, link, -1, look));
    }

    /// <summary>Adds lines of code as they are; empty ones at the start of a block are dropped.</summary>
    public void AddLines(ReadOnlySpan<char> value, RunStyle style, int link, short look)
    {
        int start = text.Length;
        if (!Any) value = value.TrimStart("\r\n");
        foreach (char c in value)
        {
            if (c != '\r') text.Append(c);
        }

        if (text.Length > start) Add(new Run(start, text.Length - start, style, link, -1, look));
    }

    public void AddPicture(int image, int link)
    {
        if (pendingSpace && text.Length > Start)
        {
            int start = WriteSpaceBefore(RunStyle.None, -1, 0);
            if (start < text.Length) Separate(start);
        }

        pendingSpace = false;
        All.Add(new Run(text.Length, 0, RunStyle.None, link, image, 0));
    }

    /// <summary>White space at the end of a block is none.</summary>
    public void DropSpace() => pendingSpace = false;

    /// <summary>Whether the block being made has nothing that shows: editors make gaps of <c>&amp;nbsp;</c>.</summary>
    public bool IsBlank
    {
        get
        {
            for (int i = First; i < All.Count; i++)
            {
                if (All[i].Image >= 0) return false;
            }

            for (int i = Start; i < text.Length; i++)
            {
                if (!Characters.IsInvisible(text[i])) return false;
            }

            return true;
        }
    }

    /// <summary>Takes back the block being made.</summary>
    public void DropBlock()
    {
        All.RemoveRange(First, All.Count - First);
        text.CutTo(Start);
    }

    /// <summary>Takes white space and empty lines off the end of code.</summary>
    public void TrimLines()
    {
        int end = text.Length;
        while (end > Start && text[end - 1] is '\n' or ' ' or '\t') end--;
        if (end < text.Length) TrimTo(end);
    }

    public void EndBlock()
    {
        Start = text.Length;
        First = All.Count;
    }

    /// <summary>Appends text with its white space collapsed; returns where the run that holds it starts.</summary>
    private int AppendCollapsed(ReadOnlySpan<char> value, RunStyle style, int link, short look)
    {
        int start = text.Length;
        bool any = false;
        while (!value.IsEmpty)
        {
            if (!Characters.CollapsibleSpace.Contains(value[0]))
            {
                int length = PlainLength(value);
                if (pendingSpace && any) text.Append(' ');
                else if (pendingSpace) start = WriteSpaceBefore(style, link, look);
                pendingSpace = false;
                any = true;
                text.Append(value[..length]);
                if (length == value.Length) break;
                value = value[length..];
            }

            pendingSpace = any || text.Length > Start;
            value = value[1..];
        }

        return start;
    }

    /// <summary>How far a text reaches that needs no collapsing: to the first white space that is not a single space between words.</summary>
    private static int PlainLength(ReadOnlySpan<char> value)
    {
        int end = value.IndexOfAny(OtherSpace);
        if (end >= 0) value = value[..end];
        int twice = value.IndexOf("  ", StringComparison.Ordinal);
        int length = twice < 0 ? value.Length : twice;
        return value[length - 1] == ' ' ? length - 1 : length;
    }

    /// <summary>Writes the space between two runs into the one that is no link and plain, so that the text of links and of marked words has no space at its ends.</summary>
    private int WriteSpaceBefore(RunStyle style, int link, short look)
    {
        int at = text.Length;
        text.Append(' ');
        if (All.Count == First || All[^1] is { Image: >= 0 }) return link < 0 && style == RunStyle.None ? at : Separate(at);
        Run last = All[^1];
        if (last.Style == style && last.Link == link && last.Look == look) return at;
        if (last.Link == link)
        {
            if (style == RunStyle.None) return at;
            if (last.Style != RunStyle.None && link < 0) return Separate(at);
            All[^1] = last with { Length = last.Length + 1 };
            return at + 1;
        }

        if (last.Link < 0)
        {
            if (last.Style != RunStyle.None) return Separate(at);
            All[^1] = last with { Length = last.Length + 1 };
            return at + 1;
        }

        return link < 0 && style == RunStyle.None ? at : Separate(at);
    }

    private int Separate(int at)
    {
        All.Add(new Run(at, 1, RunStyle.None, -1, -1, 0));
        return at + 1;
    }

    private void Add(Run run)
    {
        if (All.Count > First && All[^1] is { Image: -1 } last && last.End == run.Start
            && last.Style == run.Style && last.Link == run.Link && last.Look == run.Look)
        {
            All[^1] = last with { Length = last.Length + run.Length };
            return;
        }

        All.Add(run);
    }

    private void TrimTo(int end)
    {
        text.CutTo(end);
        int kept = First;
        for (int i = First; i < All.Count; i++)
        {
            Run run = All[i];
            if (run.Image >= 0) All[kept++] = run with { Start = Math.Min(run.Start, end) };
            else if (run.Start < end) All[kept++] = run with { Length = Math.Min(run.End, end) - run.Start };
        }

        All.RemoveRange(kept, All.Count - kept);
    }
}
