using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using Syndication.Documents;

namespace Syndication.Tool.Rendering;

/// <summary>The letters that a page shows, in reading order and without white space, and where in its tree each stands.</summary>
internal sealed class VisibleText
{
    private readonly StringBuilder letters = new();
    private readonly List<int> indexes = [];
    private readonly List<(int First, IText Node)> nodes = [];
    private readonly Dictionary<int, int> starts = [];

    /// <summary>Gathers the text below an element, without that of elements which show none.</summary>
    /// <param name="root">The element.</param>
    /// <param name="offsetOf">Where in the source an element begins; -1 where unknown.</param>
    internal VisibleText(IElement root, Func<IElement, int> offsetOf)
    {
        for (INode? node = root; node is not null; node = Next(node, root))
        {
            if (node is IText text) Add(text);
            else if (node is IElement element && offsetOf(element) is >= 0 and int offset) starts.TryAdd(offset, letters.Length);
        }

        Letters = letters.ToString();
    }

    /// <summary>All letters.</summary>
    internal string Letters { get; }

    /// <summary>The letters of a text: what is left without white space and characters that show nothing.</summary>
    internal static string LettersOf(string text)
    {
        var found = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (IsLetter(c)) found.Append(c);
        }

        return found.ToString();
    }

    internal static bool IsLetter(char c) =>
        !char.IsWhiteSpace(c) && c != '\uFFFD' && char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format);

    /// <summary>The first letter within the element that begins at an offset of the source; <see langword="null"/> where none begins there.</summary>
    internal int? StartOf(int offset) => starts.TryGetValue(offset, out int start) ? start : null;

    /// <summary>The pieces of text nodes that letters stand in, with the white space between them.</summary>
    internal IEnumerable<TextPiece> Pieces(int first, int length)
    {
        int at = nodes.BinarySearch((first, null!), Comparer<(int First, IText Node)>.Create((a, b) => a.First.CompareTo(b.First)));
        for (int i = at < 0 ? ~at - 1 : at; i < nodes.Count && nodes[i].First < first + length; i++)
        {
            int next = i + 1 < nodes.Count ? nodes[i + 1].First : indexes.Count;
            int start = nodes[i].First <= first ? indexes[first] : 0;
            int end = next < first + length ? nodes[i].Node.Data.Length : indexes[first + length - 1] + 1;
            yield return new TextPiece(nodes[i].Node, start, end);
        }
    }

    private static INode? Next(INode node, INode root)
    {
        bool isShown = node is not IElement element || node == root || !HtmlElements.KindOf(element.LocalName).IsInvisible;
        if (isShown && node.FirstChild is { } child) return child;
        for (INode? at = node; at is not null && at != root; at = at.Parent)
        {
            if (at.NextSibling is { } next) return next;
        }

        return null;
    }

    private void Add(IText text)
    {
        string data = text.Data;
        int before = indexes.Count;
        for (int i = 0; i < data.Length; i++)
        {
            if (!IsLetter(data[i])) continue;
            letters.Append(data[i]);
            indexes.Add(i);
        }

        if (indexes.Count > before) nodes.Add((before, text));
    }
}
