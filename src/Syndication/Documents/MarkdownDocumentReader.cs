using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Syndication.Text;

namespace Syndication.Documents;

/// <summary>Reads Markdown (CommonMark with pipe tables, strike-through, definition and task lists, bare addresses, lists of attributes, front matter) into flat blocks.</summary>
internal static class MarkdownDocumentReader
{
    public static readonly MarkdownPipeline Pipeline = MakePipeline();

    /// <summary>Reads any text as Markdown; what is no good Markdown stays text.</summary>
    public static FlatDocument Read(string text, Limits limits, string? address, CancellationToken cancellationToken = default)
    {
        FrontMatter front = FrontMatter.Take(text);
        var builder = new FlatDocumentBuilder(DocumentFormat.Markdown, limits, address);
        front.AddTo(builder);
        MarkdownDocument? document = Parse(front.Body);
        if (document is null)
        {
            builder.Report(new Diagnostic(DiagnosticCodes.NestingLimited, DiagnosticSeverity.Warning, "The Markdown nests too deeply or has too many broken links; it was read as plain text."));
            PlainTextDocumentReader.ReadInto(builder, front.Body, front.Offset, TextFlavour.Plain, limits, cancellationToken);
            return builder.Build();
        }

        new MarkdownDocumentBlocks(builder, limits, front.Offset, cancellationToken).Add(document);
        return builder.Build();
    }

    /// <summary>Parses Markdown without its front matter; <see langword="null"/> where it nests too deeply or would take too long.</summary>
    public static MarkdownDocument? Parse(string body)
    {
        try
        {
            return MarkdownCost.IsExcessive(body) ? null : Markdown.Parse(body, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's answer to nesting beyond its limit of 128, the only one it has.
            return null;
        }
    }

    private static MarkdownPipeline MakePipeline()
    {
        var pipeline = new MarkdownPipelineBuilder();
        pipeline.BlockParsers.Insert(0, new MarkdownDefinitionParser());
        pipeline.UsePipeTables().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseDefinitionLists().UseCjkFriendlyEmphasis().UsePreciseSourceLocation();
        pipeline.InlineParsers.Insert(0, new MarkdownBareAddressParser());
        pipeline.InlineParsers.Insert(1, new MarkdownAttributeParser());
        pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new MarkdownTaskParser());
        pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new MarkdownSpanParser());
        pipeline.BlockParsers.InsertBefore<ParagraphBlockParser>(new MarkdownUnspacedHeadingParser());
        pipeline.BlockParsers.InsertBefore<ParagraphBlockParser>(new MarkdownEqualsHeadingParser());
        pipeline.BlockParsers.InsertBefore<HtmlBlockParser>(new MarkdownClosingTagParser());
        pipeline.BlockParsers.InsertBefore<ParagraphBlockParser>(new MarkdownAttributeLineParser());
        pipeline.BlockParsers.FindExact<HeadingBlockParser>()!.TryParseAttributes = MarkdownAttributeList.CutOffHeading;
        return pipeline.Build();
    }
}
