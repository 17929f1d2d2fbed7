using Syndication.Documents;
using Syndication.Structure;

namespace Syndication.Tests.Structure;

/// <summary>The inside of a reading: the one place of these tests that knows how the reader is put together.</summary>
internal static class Understood
{
    public static readonly Limits Limits = new(512, 200_000);

    public static FlatDocument Page(string html) => HtmlDocumentReader.Read(html, Limits, null, TestContext.Current.CancellationToken);

    public static Understanding Of(FlatDocument document) => Understanding.Of(document, Vocabulary.Default);
}
