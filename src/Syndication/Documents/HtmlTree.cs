using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Text;
using Syndication.Text;

namespace Syndication.Documents;

/// <summary>
/// Makes the tree of a page with AngleSharp's parser, within bounds: tags that nest without end take it time by the square of their depth, and forty
/// kilobytes of formatting that is never closed become millions of elements (HTML Living Standard §13.2.4.3: each paragraph reopens all of it).
/// </summary>
internal static class HtmlTree
{
    public const int NodesPerBlock = 10;

    public static int MostDepth(Limits limits) => Math.Clamp(limits.MaxDepth, HtmlParserOptions.DefaultMaximumDepth, 8 * HtmlParserOptions.DefaultMaximumDepth);

    /// <summary>Parses a page; <see langword="null"/> where its tree would be deeper or larger than is good.</summary>
    public static Page? Parse(string html, Limits limits, Action<Diagnostic> report)
    {
        // Only AngleSharp's own tree can be asked for selectors.
        if (limits.Selectors is not null) return ParseByOwnTree(html, limits, report);
        try
        {
            var context = BrowsingContext.New(new Configuration([(IDomConstructionElementFactory<Page, PageElement>)new PageFactory(limits)]));
            return new HtmlParser(OptionsFor(limits), context).ParseDocument<Page, PageElement>(new TextSource(new StringTextSource(html)));
        }
        catch (PageNotBuiltException)
        {
            return ParseByOwnTree(html, limits, report);
        }
        catch (BeyondBoundsException)
        {
            return null;
        }
    }

    /// <summary>Where elements are deeper than the parser's own limit it puts text out of order, so that limit is beyond ours.</summary>
    private static HtmlParserOptions OptionsFor(Limits limits) => new()
    {
        IsScripting = false,
        SkipComments = true,
        IsKeepingSourceReferences = limits.KeepPositions,
        MaximumDepth = MostDepth(limits) + 256,
    };

    /// <summary>Parses a page into AngleSharp's own tree; <see langword="null"/> where that would be deeper or larger than is good.</summary>
    public static IHtmlDocument? ParseDocument(string html, Limits limits, IBrowsingContext? context = null)
    {
        var growth = new TreeGrowth(MostDepth(limits), (long)limits.MaxBlocks * NodesPerBlock);
        try
        {
            return new HtmlParser(OptionsFor(limits) with { OnCreated = growth.Count }, context).ParseDocument(LongDeclarations.Without(html));
        }
        catch (BeyondBoundsException)
        {
            return null;
        }
    }

    private static Page? ParseByOwnTree(string html, Limits limits, Action<Diagnostic> report)
    {
        using IDocument? document = ParseDocument(html, limits);
        return document is null ? null : PageCopy.Of(document, PinnedElements.Find(document, limits.Selectors, report));
    }
}
