using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Syndication.Documents;

namespace Syndication.Tool.Rendering;

/// <summary>The source of an issue as a page that can be shown beside it, its blocks marked.</summary>
/// <param name="Html">The page: without script, foreign parts, forms and addresses.</param>
/// <param name="Marked">The blocks that are marked in it.</param>
internal sealed record RenderedSource(string Html, IReadOnlySet<int> Marked)
{
    private static readonly Limits limits = new(512, 10_000);

    /// <summary>AngleSharp reads brackets in style sheets by recursion: so many of them take less than so much of a stack.</summary>
    private const int MostBrackets = 100_000, StackBytes = 256 * 1024 * 1024;

    /// <summary>Renders what a result was made of; <see langword="null"/> where it is not known, or too large or too deep to be shown.</summary>
    internal static RenderedSource? Of(IssueResult result)
    {
        if (result.Explained is not { } source) return null;
        RenderedSource? rendered = null;
        var thread = new Thread(() =>
        {
            try
            {
                rendered = Of(source, result);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // The blocks are all in the report without it.
            }
        }, StackBytes);
        thread.Start();
        thread.Join();
        return rendered;
    }

    private static RenderedSource? Of(ExplainedText source, IssueResult result) => source.Format switch
    {
        DocumentFormat.Html => OfPage(source.Text, result, isOurs: false, static element => element.SourceReference?.Position.Position - 1 ?? -1),
        DocumentFormat.Markdown when MarkdownPage.Of(source.Text) is { } html => OfPage(html, result, isOurs: true, MarkdownPage.OffsetOf),
        _ => OfText(source.Text, result),
    };

    private static RenderedSource? OfPage(string html, IssueResult result, bool isOurs, Func<IElement, int> offsetOf)
    {
        bool isStyled = html.AsSpan().Count('(') <= MostBrackets;
        using IHtmlDocument? page = HtmlTree.ParseDocument(html, limits, isStyled ? SafePage.Styling() : null);
        if (page?.Body is not { } body) return null;
        var text = new VisibleText(body, offsetOf);
        List<TextPiece>[] pieces = [.. BlockPlaces.Find(text, result.Decisions).Select(place => place is { } at ? text.Pieces(at.First, at.Length).ToList() : [])];
        SafePage.Clean(page, isStyled);
        return Marking(page, result, pieces, isOurs);
    }

    /// <summary>A text as it stands, with its line breaks.</summary>
    private static RenderedSource OfText(string text, IssueResult result)
    {
        using IHtmlDocument page = HtmlTree.ParseDocument("<body><div class=\"text\" dir=\"auto\"></div>", limits)!;
        IText node = page.CreateTextNode(text);
        page.Body!.FirstElementChild!.AppendChild(node);
        return Marking(page, result, [.. TextSpans.Find(text, result.Decisions).Select(span => span is { } at ? (List<TextPiece>)[new TextPiece(node, at.Start, at.End)] : [])], isOurs: true);
    }

    private static RenderedSource Marking(IHtmlDocument page, IssueResult result, List<TextPiece>[] pieces, bool isOurs)
    {
        var marks = new BlockMarks(page, result);
        var marked = new HashSet<int>();

        // From the last to the first: of a text node that is marked what stands before it is left.
        for (int i = pieces.Length - 1; i >= 0; i--)
        {
            if (marks.Mark(i, pieces[i])) marked.Add(i);
        }

        if (isOurs)
        {
            page.DocumentElement.SetAttribute("data-ours", "");
            if (result.Issue.Language is { } language) page.DocumentElement.SetAttribute("lang", language);
        }

        page.Head!.InnerHtml = FramedPage.Head + page.Head.InnerHtml;
        return new RenderedSource("<!DOCTYPE html>\n" + page.DocumentElement.OuterHtml, marked);
    }
}
