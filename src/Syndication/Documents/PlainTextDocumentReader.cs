namespace Syndication.Documents;

internal static class PlainTextDocumentReader
{
    internal static void ReadInto(FlatDocumentBuilder builder, string text, int offset, TextFlavour flavour, Limits limits, CancellationToken cancellationToken)
    {
        builder.AddText(text);
    }
}
