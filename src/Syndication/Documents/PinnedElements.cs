using System.Buffers;
using AngleSharp.Dom;
using Syndication.Text;

namespace Syndication.Documents;

/// <summary>The elements of a page that the selectors of a profile match. A selector that is none, matches nothing or would take too long is reported and left out.</summary>
internal sealed class PinnedElements
{
    /// <summary>Comparisons of an element with a part of a selector that one selector may need: a second or two.</summary>
    private const double MostComparisons = 200_000_000;

    /// <summary>What parts a selector into the compounds that each element and those above or before it are compared with (Selectors 4 §4).</summary>
    private static readonly SearchValues<char> Combinators = SearchValues.Create(" >+~\t\r\n\f");

    private readonly Dictionary<IElement, BlockPins> pins = new(ReferenceEqualityComparer.Instance);
    private readonly IDocument page;
    private readonly Action<Diagnostic> report;

    private PinnedElements(IDocument page, Action<Diagnostic> report)
    {
        this.page = page;
        this.report = report;
    }

    /// <summary>Finds the elements; <see langword="null"/> where the profile has no selectors or none of them matches.</summary>
    public static PinnedElements? Find(IDocument page, SelectorProfile? selectors, Action<Diagnostic> report)
    {
        if (selectors is null) return null;
        var found = new PinnedElements(page, report);
        found.Add(selectors.Content, BlockPins.Content);
        found.Add(selectors.Ignore, BlockPins.Ignore);
        found.Add(selectors.Section, BlockPins.Section);
        found.Add(selectors.Item, BlockPins.Item);
        return found.pins.Count == 0 ? null : found;
    }

    /// <summary>Reports selectors that could not be asked, since there is no tree of the page.</summary>
    public static void ReportUnasked(SelectorProfile? selectors, Action<Diagnostic> report)
    {
        if (selectors is null) return;
        foreach (string? selector in (string?[])[selectors.Content, selectors.Ignore, selectors.Section, selectors.Item])
        {
            if (!string.IsNullOrWhiteSpace(selector)) Report(selector, "was not applied, since the page nests too deep", report);
        }
    }

    public BlockPins Of(IElement element) => pins.GetValueOrDefault(element);

    private void Add(string? selector, BlockPins pin)
    {
        if (string.IsNullOrWhiteSpace(selector)) return;
        if (Comparisons(selector) > MostComparisons)
        {
            Report(selector, "would take too long on this page and was not applied", report);
            return;
        }

        try
        {
            bool any = false;
            foreach (IElement element in page.QuerySelectorAll(selector))
            {
                if (pin == BlockPins.Content && string.IsNullOrWhiteSpace(element.TextContent)) continue;
                pins[element] = pins.GetValueOrDefault(element) | pin;
                any = true;
            }

            if (!any) Report(selector, "matches nothing", report);
        }
        catch (Exception e) when (e is DomException or FormatException or InvalidOperationException or ArgumentException or OverflowException)
        {
            Report(selector, "is no CSS selector", report);
        }
    }

    /// <summary>How many comparisons a selector may take at the worst: each element, with every way to go up or back through the tree that its compounds leave open.</summary>
    private double Comparisons(string selector)
    {
        (double elements, int depth) = Size();
        double most = 0;
        foreach (string one in selector.Split(','))
        {
            double cost = elements;
            int open = 0;
            ReadOnlySpan<char> rest = one.AsSpan().Trim();
            for (int at = rest.IndexOfAny(Combinators); at >= 0; at = rest.IndexOfAny(Combinators))
            {
                int end = at;
                while (end < rest.Length && Combinators.Contains(rest[end])) end++;
                ReadOnlySpan<char> combinator = rest[at..end].Trim();
                if (combinator is "~") cost *= elements;
                else if (combinator.IsEmpty) cost *= Math.Max(1, (depth - open) / (double)++open);
                rest = rest[end..];
            }

            for (int colon = one.IndexOf(':', StringComparison.Ordinal); colon >= 0; colon = one.IndexOf(':', colon + 1)) cost *= IsFar(one.AsSpan(colon + 1)) ? elements : 1;
            most += cost;
        }

        return most;
    }

    /// <summary>Pseudo-classes that look at many elements to tell of one.</summary>
    private static bool IsFar(ReadOnlySpan<char> pseudo) =>
        pseudo.StartsWith("has", StringComparison.OrdinalIgnoreCase) || pseudo.StartsWith("nth", StringComparison.OrdinalIgnoreCase)
        || pseudo.StartsWith("only", StringComparison.OrdinalIgnoreCase) || pseudo.StartsWith("contains", StringComparison.OrdinalIgnoreCase)
        || pseudo.StartsWith("first-of", StringComparison.OrdinalIgnoreCase) || pseudo.StartsWith("last", StringComparison.OrdinalIgnoreCase);

    private (double Elements, int Depth) Size()
    {
        int elements = 0, depth = 0, deepest = 0;
        for (INode? node = page.DocumentElement; node is not null;)
        {
            if (node is IElement) elements++;
            if (node.FirstChild is { } child)
            {
                node = child;
                deepest = Math.Max(deepest, ++depth);
                continue;
            }

            while (node is not null && node.NextSibling is null)
            {
                node = ReferenceEquals(node, page.DocumentElement) ? null : node.Parent;
                depth--;
            }

            node = node?.NextSibling;
        }

        return (elements, deepest);
    }

    private static void Report(string selector, string what, Action<Diagnostic> report) =>
        report(new Diagnostic(DiagnosticCodes.SelectorUnmatched, DiagnosticSeverity.Warning, $"The selector \"{selector}\" of the profile {what}."));
}
