using System.Buffers;
using Syndication.Text;

namespace Syndication.Documents;

/// <summary>Takes boxes, text, images and breaks in reading order from an input format and makes the blocks of a <see cref="FlatDocument"/>.</summary>
internal sealed class FlatDocumentBuilder
{
    private static readonly SearchValues<char> OtherSpace = SearchValues.Create("\t\r\n\f");

    private readonly DocumentFormat format;
    private readonly Limits limits;
    private readonly CharBuffer text = new();
    private readonly List<Block> blocks = [];
    private readonly List<Box> boxes = [];
    private readonly List<Run> runs = [];
    private readonly List<LinkTarget> links = [];
    private readonly List<ImageTarget> images = [];
    private readonly List<Look> looks = [default];
    private readonly Dictionary<Look, short> lookIndexes = new() { [default] = 0 };
    private readonly List<Evidence> evidence = [];
    private readonly List<Diagnostic> diagnostics = [];

    private int blockStart;
    private int firstRun;
    private bool pendingSpace;
    private bool afterBreak;
    private bool blocksLimited;

    public FlatDocumentBuilder(DocumentFormat format, Limits limits, string? address)
    {
        this.format = format;
        this.limits = limits;
        Addresses = new AddressResolver(address);
        Box = AddBox(BoxKind.Root, null);
    }

    public AddressResolver Addresses { get; }

    /// <summary>The box that the next block goes into.</summary>
    public Box Box { get; private set; }

    /// <summary>The kind of the block being made, and of those that follow until it is set anew.</summary>
    public BlockKind Kind { get; set; }

    public int Level { get; set; }

    public string? Property { get; set; }

    public BlockPins Pins { get; set; }

    /// <summary>Offset in the decoded source of what comes next; -1 where unknown.</summary>
    public int Position { get; set; } = -1;

    public bool AfterGap { get; set; }

    /// <summary>Whether the block being made has text or an image already.</summary>
    public bool InBlock => runs.Count > firstRun;

    public void Report(Diagnostic diagnostic) => diagnostics.Add(diagnostic);

    public void AddEvidence(string source, string name, string? value)
    {
        value = value?.Trim();
        if (!string.IsNullOrEmpty(value)) evidence.Add(new Evidence(source, name.ToLowerInvariant(), value));
    }

    public Box OpenBox(BoxKind kind)
    {
        EndBlock();
        return Box = AddBox(kind, Box);
    }

    public void CloseBox()
    {
        EndBlock();
        Box = Box.Parent ?? Box;
    }

    public int AddLink(string href)
    {
        links.Add(Addresses.Resolve(href));
        return links.Count - 1;
    }

    public int AddImage(string? source, string? alt, int width, int height)
    {
        LinkTarget target = Addresses.Resolve(source ?? "");
        images.Add(new ImageTarget(target.Reach is LinkReach.Foreign or LinkReach.Own ? target.Url : null, Collapse(alt), width, height));
        return images.Count - 1;
    }

    public short AddLook(Look look)
    {
        if (lookIndexes.TryGetValue(look, out short known)) return known;
        if (looks.Count == short.MaxValue) return 0;
        lookIndexes[look] = (short)looks.Count;
        looks.Add(look);
        return (short)(looks.Count - 1);
    }

    public Look LookAt(short index) => looks[index];

    /// <summary>Adds text as it stands in the source; white space is collapsed unless the block is code.</summary>
    public void AddText(ReadOnlySpan<char> value, RunStyle style = RunStyle.None, int link = -1, short look = 0)
    {
        if (value.IsEmpty) return;
        int start = text.Length;
        if (Kind == BlockKind.Code)
        {
            if (!InBlock) value = value.TrimStart("\r\n");
            AppendLines(value);
        }
        else
        {
            start = AppendCollapsed(value, style, link, look);
        }

        if (text.Length > start) AddRun(new Run(start, text.Length - start, style, link, -1, look));
    }

    public void AddPicture(int image, int link = -1)
    {
        if (pendingSpace && text.Length > blockStart)
        {
            int start = WriteSpaceBefore(RunStyle.None, -1, 0);
            if (start < text.Length) Separate(start);
        }

        pendingSpace = false;
        runs.Add(new Run(text.Length, 0, RunStyle.None, link, image, 0));
    }

    /// <summary>Ends the line but not the paragraph.</summary>
    public void Break()
    {
        if (!InBlock)
        {
            AfterGap |= afterBreak;
            afterBreak = false;
            return;
        }

        EndBlock();
        afterBreak = true;
    }

    public void AddRule()
    {
        EndBlock();
        blocks.Add(new Block { Kind = BlockKind.Rule, Box = Box, Start = text.Length, Length = 0, FirstRun = runs.Count, RunCount = 0, Position = Position });
    }

    public void EndBlock()
    {
        bool wasAfterBreak = afterBreak;
        afterBreak = false;
        pendingSpace = false;
        int end = text.Length;
        if (Kind == BlockKind.Code)
        {
            while (end > blockStart && text[end - 1] is '\n' or ' ' or '\t') end--;
            if (end < text.Length) TrimTo(end);
        }

        if (runs.Count == firstRun) return;
        if (blocks.Count >= limits.MaxBlocks)
        {
            ExtendLastBlock();
            return;
        }

        bool onlyImages = end == blockStart;
        blocks.Add(new Block
        {
            Kind = onlyImages ? BlockKind.Image : Kind,
            Level = onlyImages || Kind != BlockKind.Heading ? 0 : Level,
            Box = Box,
            Start = blockStart,
            Length = end - blockStart,
            FirstRun = firstRun,
            RunCount = runs.Count - firstRun,
            AfterBreak = wasAfterBreak,
            AfterGap = AfterGap,
            Position = Position,
            Property = Property,
            Pins = Pins,
        });
        blockStart = end;
        firstRun = runs.Count;
        AfterGap = false;
    }

    public FlatDocument Build()
    {
        EndBlock();
        return new FlatDocument
        {
            Format = format,
            Text = text.ToString(),
            Blocks = blocks,
            Boxes = boxes,
            Runs = [.. runs],
            Links = links,
            Images = images,
            Looks = looks,
            Evidence = evidence,
            Diagnostics = diagnostics,
            Address = Addresses.Address,
        };
    }

    private static string Collapse(string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return "";
        return string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private Box AddBox(BoxKind kind, Box? parent)
    {
        var box = new Box(boxes.Count, kind, parent);
        boxes.Add(box);
        return box;
    }

    private void AppendLines(ReadOnlySpan<char> value)
    {
        foreach (char c in value)
        {
            if (c != '\r') text.Append(c);
        }
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

            pendingSpace = any || text.Length > blockStart;
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
        if (runs.Count == firstRun || runs[^1] is { Image: >= 0 }) return link < 0 && style == RunStyle.None ? at : Separate(at);
        Run last = runs[^1];
        if (last.Style == style && last.Link == link && last.Look == look) return at;
        if (last.Link == link)
        {
            if (style == RunStyle.None) return at;
            if (last.Style != RunStyle.None && link < 0) return Separate(at);
            runs[^1] = last with { Length = last.Length + 1 };
            return at + 1;
        }

        if (last.Link < 0)
        {
            if (last.Style != RunStyle.None) return Separate(at);
            runs[^1] = last with { Length = last.Length + 1 };
            return at + 1;
        }

        return link < 0 && style == RunStyle.None ? at : Separate(at);
    }

    private int Separate(int at)
    {
        runs.Add(new Run(at, 1, RunStyle.None, -1, -1, 0));
        return at + 1;
    }

    private void AddRun(Run run)
    {
        if (runs.Count > firstRun && runs[^1] is { Image: -1 } last && last.End == run.Start
            && last.Style == run.Style && last.Link == run.Link && last.Look == run.Look)
        {
            runs[^1] = last with { Length = last.Length + run.Length };
            return;
        }

        runs.Add(run);
    }

    private void TrimTo(int end)
    {
        text.CutTo(end);
        int kept = firstRun;
        for (int i = firstRun; i < runs.Count; i++)
        {
            Run run = runs[i];
            if (run.Image >= 0) runs[kept++] = run with { Start = Math.Min(run.Start, end) };
            else if (run.Start < end) runs[kept++] = run with { Length = Math.Min(run.End, end) - run.Start };
        }

        runs.RemoveRange(kept, runs.Count - kept);
    }

    private void ExtendLastBlock()
    {
        Block last = blocks[^1];
        blocks[^1] = new Block
        {
            Kind = last.Kind, Level = last.Level, Box = last.Box, Start = last.Start, Length = text.Length - last.Start,
            FirstRun = last.FirstRun, RunCount = runs.Count - last.FirstRun, AfterBreak = last.AfterBreak, AfterGap = last.AfterGap,
            Position = last.Position, Property = last.Property, Pins = last.Pins,
        };
        blockStart = text.Length;
        firstRun = runs.Count;
        if (blocksLimited) return;
        blocksLimited = true;
        Report(new Diagnostic(DiagnosticCodes.NestingLimited, DiagnosticSeverity.Warning, $"More than {limits.MaxBlocks} blocks; the text beyond was joined to the last one."));
    }
}
