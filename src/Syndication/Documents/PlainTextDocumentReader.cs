namespace Syndication.Documents;

/// <summary>Reads a text without markup, or with the light markup of its flavour, into flat blocks: a line is a block unless lines were broken to fit a width.</summary>
internal static class PlainTextDocumentReader
{
    /// <summary>Reads any text.</summary>
    public static FlatDocument Read(string text, Limits limits, string? address, TextFlavour flavour, CancellationToken cancellationToken = default)
    {
        FrontMatter front = FrontMatter.Take(text);
        var builder = new FlatDocumentBuilder(DocumentFormat.PlainText, limits, address);
        front.AddTo(builder);
        ReadInto(builder, front.Body, front.Offset, flavour, limits, cancellationToken);
        return builder.Build();
    }

    /// <summary>Reads a text that starts at an offset of the source.</summary>
    internal static void ReadInto(FlatDocumentBuilder builder, string text, int offset, TextFlavour flavour, Limits limits, CancellationToken cancellationToken)
    {
        List<TextLine> lines = TextLine.Of(text);
        switch (flavour)
        {
            default:
                new PlainTextBlocks(builder, text, offset, limits, cancellationToken).Add(lines);
                break;
        }
    }
}
