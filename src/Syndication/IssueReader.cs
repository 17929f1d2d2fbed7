using System.Collections.Immutable;
using AngleSharp.Dom;
using Syndication.Documents;
using Syndication.Model;
using Syndication.Structure;
using Syndication.Text;

namespace Syndication;

/// <summary>Reads an issue of a newsletter: HTML, Markdown or plain text in, a structured <see cref="Issue"/> out. Thread-safe.</summary>
public sealed class IssueReader
{
    private readonly IssueReaderOptions options;
    private readonly ProfileCues? profile;

    /// <summary>A reader with the default options.</summary>
    public static IssueReader Default { get; } = new();

    /// <summary>Makes a reader.</summary>
    /// <param name="options">The options; the defaults where left out.</param>
    public IssueReader(IssueReaderOptions? options = null)
    {
        this.options = options ?? new IssueReaderOptions();
        profile = this.options.Profile is { } known ? new ProfileCues(known) : null;
    }

    /// <summary>Reads an issue from a file.</summary>
    /// <param name="path">The file; its name is evidence for format, number and date.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What was understood. Never throws for what is in the file; a file that cannot be opened throws as <see cref="File"/> does.</returns>
    public async Task<IssueResult> ReadFileAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using (stream.ConfigureAwait(false))
        {
            return await ReadAsync(stream, new IssueSource { FileName = path }, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads an issue from a stream, to its end or to <see cref="IssueReaderOptions.MaxInputBytes"/>.</summary>
    /// <param name="stream">The bytes; left open.</param>
    /// <param name="source">What is known of the input.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What was understood. Never throws for what is in the stream.</returns>
    public async Task<IssueResult> ReadAsync(Stream stream, IssueSource? source = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        source ??= new IssueSource();
        (byte[] bytes, int length) = await ReadAllAsync(stream, cancellationToken).ConfigureAwait(false);
        return Read(TextDecoder.Decode(bytes.AsSpan(0, length), source.ContentType, options.MaxInputBytes), source, cancellationToken);
    }

    /// <summary>Reads to the end of a stream, or one byte more than the limit, so that the decoder can say that there was more.</summary>
    private async Task<(byte[] Bytes, int Length)> ReadAllAsync(Stream stream, CancellationToken cancellationToken)
    {
        int limit = options.MaxInputBytes == int.MaxValue ? Array.MaxLength : options.MaxInputBytes + 1;
        int expected = stream.CanSeek ? (int)Math.Clamp(stream.Length - stream.Position + 1, 1, limit) : 16 * 1024;
        byte[] bytes = new byte[Math.Min(expected, limit)];
        int length = 0;
        while (length < limit)
        {
            if (length == bytes.Length) Array.Resize(ref bytes, (int)Math.Min((long)bytes.Length * 2, limit));
            int read = await stream.ReadAsync(bytes.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0) break;
            length += read;
        }

        return (bytes, length);
    }

    /// <summary>Reads an issue from bytes: decodes them (BOM, declared charset, <c>meta</c>, detection), then as <see cref="Read(string, IssueSource?)"/>.</summary>
    /// <param name="bytes">The bytes of the whole input.</param>
    /// <param name="source">What is known of the input.</param>
    /// <returns>What was understood. Never throws for what is in the bytes.</returns>
    public IssueResult Read(ReadOnlySpan<byte> bytes, IssueSource? source = null)
    {
        source ??= new IssueSource();
        return Read(TextDecoder.Decode(bytes, source.ContentType, options.MaxInputBytes), source, default);
    }

    /// <summary>Reads an issue from decoded text.</summary>
    /// <param name="text">The whole input: HTML, Markdown or plain text.</param>
    /// <param name="source">What is known of the input.</param>
    /// <returns>What was understood. Never throws for what is in the text.</returns>
    public IssueResult Read(string text, IssueSource? source = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(new DecodedText(text, "utf-16", EncodingEvidence.Default, []), source ?? new IssueSource(), default);
    }

    /// <summary>Reads an issue from a page that AngleSharp has parsed already.</summary>
    /// <param name="page">The page; it is not changed.</param>
    /// <param name="source">What is known of the input; the page's own address counts where none is given.</param>
    /// <returns>What was understood. Never throws for what is on the page.</returns>
    public IssueResult Read(IDocument page, IssueSource? source = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        source ??= new IssueSource();
        string? address = source.Address ?? (page.Url is { } url && url.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? url : null);
        FlatDocument document = HtmlDocumentReader.Read(page, Limits, address, default).With(source.Metadata.AsSpan());
        return Understand(document, new DecodedText("", "utf-16", EncodingEvidence.Default, []), source);
    }

    private Limits Limits => new(options.MaxDepth, options.MaxBlocks, options.Explain, options.Profile?.Selectors);

    private IssueResult Read(DecodedText decoded, IssueSource source, CancellationToken cancellationToken)
    {
        FlatDocument document = Flatten(decoded.Text, source, cancellationToken).With(source.Metadata.AsSpan());
        return Understand(document, decoded, source);
    }

    /// <summary>The way of the data from flat blocks on: label, rank, nest, interpret, metadata, assemble, explain.</summary>
    private IssueResult Understand(FlatDocument document, DecodedText decoded, IssueSource source)
    {
        Understanding understanding = Understanding.Of(document, Vocabulary.Default, profile);
        IssueMetadata metadata = MetadataReader.Read(understanding.Reading, source.FileName, options.Profile);
        if (options.Home is not null) metadata = metadata with { StatedHome = options.Home };
        Issue issue = IssueAssembler.Assemble(understanding.Parts, metadata, document.Format == DocumentFormat.Markdown);
        string? whyNot = IssueJudge.WhyNot(understanding.Reading, understanding.Parts, metadata);
        double coverage = understanding.Ledger.Coverage();
        return new IssueResult
        {
            Issue = issue,
            IsIssue = whyNot is null,
            Confidence = Confidence.Of(understanding, metadata, whyNot is null, coverage, decoded),
            Coverage = coverage,
            SetAside = SetAside(understanding.Reading),
            Diagnostics = [.. decoded.Diagnostics, .. document.Diagnostics, .. Explanation.Diagnostics(understanding, whyNot, coverage), .. metadata.Diagnostics],
            Encoding = decoded.EncodingName,
            Traits = IssueTraits.Of(understanding, metadata),
            Explained = options.Explain && decoded.Text.Length > 0 ? new ExplainedText(decoded.Text, document.Format) : null,
            Decisions = options.Explain ? Explanation.Decisions(understanding, new SourceText(decoded.Text)) : [],
        };
    }

    private static ImmutableArray<SetAsideText> SetAside(Reading reading)
    {
        var aside = ImmutableArray.CreateBuilder<SetAsideText>();
        for (int i = 0; i < reading.Count; i++)
        {
            if (reading.RoleOf(i) is BlockRole.Content or BlockRole.Related || reading.Blocks[i].Length == 0) continue;
            aside.Add(new SetAsideText(Explanation.Name(reading.RoleOf(i)), reading.TextOf(i).ToString()));
        }

        return aside.DrainToImmutable();
    }

    private FlatDocument Flatten(string text, IssueSource source, CancellationToken cancellationToken)
    {
        (DocumentFormat format, TextFlavour flavour) = FormatDetector.Detect(text, source.FileName, source.ContentType);
        return format switch
        {
            DocumentFormat.Html => HtmlDocumentReader.Read(text, Limits, source.Address, cancellationToken),
            DocumentFormat.Markdown => MarkdownDocumentReader.Read(text, Limits, source.Address, cancellationToken),
            _ => PlainTextDocumentReader.Read(text, Limits, source.Address, flavour, cancellationToken),
        };
    }
}
