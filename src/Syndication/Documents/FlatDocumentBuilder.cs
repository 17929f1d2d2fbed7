using Syndication.Text;

namespace Syndication.Documents;

/// <summary>Takes boxes, text, images and breaks in reading order from an input format and makes the blocks of a <see cref="FlatDocument"/>.</summary>
internal sealed class FlatDocumentBuilder
{
    private readonly DocumentFormat format;
    private readonly Limits limits;
    private readonly List<Block> blocks = [];
    private readonly List<Box> boxes = [];
    private readonly RunBuilder runs = new();
    private readonly List<LinkTarget> links = [];
    private readonly List<ImageTarget> images = [];
    private readonly List<Look> looks = [default];
    private readonly Dictionary<Look, short> lookIndexes = new() { [default] = 0 };
    private readonly List<Evidence> evidence = [];
    private readonly List<Diagnostic> diagnostics = [];

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
    public bool InBlock => runs.Any;

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
        if (Kind == BlockKind.Code) runs.AddLines(value, style, link, look);
        else runs.AddText(value, style, link, look);
    }

    public void AddPicture(int image, int link = -1) => runs.AddPicture(image, link);

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
        blocks.Add(new Block { Kind = BlockKind.Rule, Box = Box, Start = runs.End, Length = 0, FirstRun = runs.Count, RunCount = 0, Position = Position });
    }

    public void EndBlock()
    {
        bool wasAfterBreak = afterBreak;
        afterBreak = false;
        if (Kind == BlockKind.Code) runs.TrimLines();
        runs.DropSpace();
        if (!runs.Any) return;
        if (runs.IsBlank)
        {
            runs.DropBlock();
            AfterGap = true;
            return;
        }

        if (blocks.Count >= limits.MaxBlocks)
        {
            ExtendLastBlock();
            return;
        }

        bool onlyImages = runs.End == runs.Start;
        blocks.Add(new Block
        {
            Kind = onlyImages ? BlockKind.Image : Kind,
            Level = onlyImages || Kind != BlockKind.Heading ? 0 : Level,
            Box = Box,
            Start = runs.Start,
            Length = runs.End - runs.Start,
            FirstRun = runs.First,
            RunCount = runs.Count - runs.First,
            AfterBreak = wasAfterBreak,
            AfterGap = AfterGap,
            Position = Position,
            Property = Property,
            Pins = Pins,
        });
        runs.EndBlock();
        AfterGap = false;
    }

    public FlatDocument Build()
    {
        EndBlock();
        return new FlatDocument
        {
            Format = format,
            Text = runs.FinishText(),
            Blocks = blocks,
            Boxes = boxes,
            Runs = runs.All,
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

    private void ExtendLastBlock()
    {
        Block last = blocks[^1];
        blocks[^1] = new Block
        {
            Kind = last.Kind, Level = last.Level, Box = last.Box, Start = last.Start, Length = runs.End - last.Start,
            FirstRun = last.FirstRun, RunCount = runs.Count - last.FirstRun, AfterBreak = last.AfterBreak, AfterGap = last.AfterGap,
            Position = last.Position, Property = last.Property, Pins = last.Pins,
        };
        runs.EndBlock();
        if (blocksLimited) return;
        blocksLimited = true;
        Report(new Diagnostic(DiagnosticCodes.NestingLimited, DiagnosticSeverity.Warning, $"More than {limits.MaxBlocks} blocks; the text beyond was joined to the last one."));
    }
}
