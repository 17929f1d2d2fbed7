using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>A document while it is being understood: its blocks with what each was seen to be and taken for. Stages label; none deletes.</summary>
internal sealed class Reading
{
    private const int EndBlocks = 12;

    private readonly BlockRole[] roles;
    private readonly string?[] reasons;
    private readonly bool?[] boilerplate;

    public Reading(FlatDocument document, Vocabulary vocabulary, ProfileCues? profile = null)
    {
        Profile = profile;
        Document = document;
        Vocabulary = vocabulary;
        Cues = new BlockCues[document.Blocks.Count];
        roles = new BlockRole[document.Blocks.Count];
        reasons = new string?[document.Blocks.Count];
        boilerplate = new bool?[document.Blocks.Count];
        for (int i = 0; i < Cues.Length; i++) Cues[i] = CueReader.Read(document, document.Blocks[i]);
        KeepOrdinalsThatCount();
        PictureBullets.Find(this);
    }

    /// <summary>"I." and "V." are initials too, and "3.5 Years" is a length of time: capitals count where the next number stands in the document as well, numbers with a dot within where there are several.</summary>
    private void KeepOrdinalsThatCount()
    {
        HashSet<int> romans = [];
        int outlines = 0;
        foreach (BlockCues cues in Cues)
        {
            if (cues.Ordinal.Kind == OrdinalKind.Roman) romans.Add(cues.Ordinal.Value);
            else if (cues.Ordinal.Kind == OrdinalKind.Outline) outlines++;
        }

        if (romans.Any(value => romans.Contains(value + 1))) romans.Clear();
        if (romans.Count == 0 && outlines != 1) return;
        for (int i = 0; i < Cues.Length; i++)
        {
            bool counts = Cues[i].Ordinal.Kind switch { OrdinalKind.Roman => romans.Count == 0, OrdinalKind.Outline => outlines > 1, _ => true };
            if (!counts) Cues[i] = Cues[i] with { Ordinal = default };
        }
    }

    public FlatDocument Document { get; }

    public Vocabulary Vocabulary { get; }

    /// <summary>What is known of the publication; <see langword="null"/> where nothing is.</summary>
    public ProfileCues? Profile { get; }

    public BlockCues[] Cues { get; }

    /// <summary>The entries of lists around each block.</summary>
    public ListEntries Entries => field ??= new ListEntries(Document);

    public IReadOnlyList<Block> Blocks => Document.Blocks;

    /// <summary>Short lines with a colon that stand three times and more: "Contributing threads:" under each story.</summary>
    private HashSet<string> UsualLabels => field ??=
    [
        .. Enumerable.Range(0, Count).Where(block => Cues[block] is { EndsWithColon: true, Width: <= 60 })
            .CountBy(NameOf, StringComparer.Ordinal).Where(static label => label.Value > 2).Select(static label => label.Key),
    ];

    /// <summary>Whether a line announces the same in item after item: what follows are its sources, not items of their own.</summary>
    public bool IsUsualLabel(int block) => Cues[block] is { EndsWithColon: true, Width: <= 60 } && UsualLabels.Contains(NameOf(block));

    /// <summary>Whether a line is the link of the heading right above it: its address, or the same words again.</summary>
    public bool RepeatsHeading(int block)
    {
        if (!Cues[block].IsLinked || block == 0 || Blocks[block - 1] is not { Kind: BlockKind.Heading, Length: > 0 }) return false;
        return IsAddress(block) || NameOf(block) == NameOf(block - 1);
    }

    /// <summary>Whether a line is nothing but an address.</summary>
    public bool IsAddress(int block) => TextOf(block).Trim() is { IsEmpty: false } text && BareAddress.LengthAt(text) == text.Length;

    /// <summary>What a line says, for comparison.</summary>
    public string NameOf(int block) => Folding.Fold(TextOf(block).Trim().ToString());

    public int Count => Document.Blocks.Count;

    /// <summary>The block that carries the title; -1 where none does.</summary>
    public int TitleBlock { get; private set; } = -1;

    /// <summary>First and one past the last block of the content, furniture within included.</summary>
    public Range Content { get; set; } = Range.All;

    /// <summary>The box that holds the content; <see langword="null"/> where none was looked for.</summary>
    public Box? Root { get; set; }

    public BlockRole RoleOf(int block) => roles[block];

    public string? ReasonOf(int block) => reasons[block];

    public bool IsContent(int block) => roles[block] == BlockRole.Content && Blocks[block].Kind != BlockKind.Rule;

    public ReadOnlySpan<char> TextOf(int block) => Document.TextOf(Blocks[block]);

    /// <summary>Licence, unsubscribe and the like: a phrase of them in a paragraph that is not long, near the head or the foot of the document.</summary>
    public bool IsBoilerplate(int block)
    {
        if (block >= EndBlocks && block < Count - EndBlocks * 4) return false;
        if (boilerplate[block] is { } known) return known;
        ReadOnlySpan<char> text = TextOf(block);
        bool found = Cues[block].Width < 600 && (Vocabulary.Contains(WordClass.Copyright, text) || Vocabulary.Contains(WordClass.Unsubscribe, text));
        boilerplate[block] = found;
        return found;
    }

    /// <summary>Whether a line is the title of a section of other issues.</summary>
    public bool IsKnownSection(int block) => Profile is not null && Cues[block].Width is > 0 and <= 140 && Profile.NamesSection(TextOf(block), Cues[block]);

    /// <summary>Labels a block; the reason is what <c>inspect</c> shows.</summary>
    public void Label(int block, BlockRole role, string reason)
    {
        if (role == BlockRole.Title) TitleBlock = block;
        roles[block] = role;
        reasons[block] = reason;
    }

    /// <summary>Labels a block that no earlier stage has labelled.</summary>
    public void LabelContent(int block, BlockRole role, string reason)
    {
        if (roles[block] == BlockRole.Content) Label(block, role, reason);
    }

    /// <summary>The next block of content from a position on that has text; -1 where there is none.</summary>
    public int NextText(int from)
    {
        for (int i = from; i < Count; i++)
        {
            if (roles[i] == BlockRole.Content && Blocks[i].Length > 0) return i;
        }

        return -1;
    }
}
