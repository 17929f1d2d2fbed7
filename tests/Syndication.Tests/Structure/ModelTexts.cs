using System.Text;
using Syndication.Model;
using Syndication.Text;

namespace Syndication.Tests.Structure;

/// <summary>Every text of an issue, each field by itself, without white space.</summary>
internal sealed class ModelTexts
{
    private const char Between = '\u0001';
    private readonly StringBuilder all = new();
    private string? joined;

    public ModelTexts(Issue issue)
    {
        Add(issue.Preface?.Text);
        foreach (Section section in issue.Sections) Add(section);
        Add(issue.Closing?.Text);
        foreach (RelatedIssue related in issue.Related) Add(related.Title);
    }

    /// <summary>Titles of sections and items.</summary>
    public List<string> Titles { get; } = [];

    /// <summary>Printed labels of items.</summary>
    public HashSet<string> Labels { get; } = new(StringComparer.Ordinal);

    private string Joined => joined ??= all.ToString();

    public bool Holds(string text) => text.Length == 0 || Joined.Contains(text, StringComparison.Ordinal);

    /// <summary>
    /// Whether the text of a block stands in the model: whole, or as a title and the text after it. Between them only what the model documents
    /// as left out may be lost: an ordinal, pictures typed before a title, a label (which is the item's kind), separators.
    /// </summary>
    public bool HoldsSplit(string text)
    {
        if (Holds(text) || (text.Length <= 4 && !text.Any(char.IsLetter) && IsLeftOut(text))) return true;
        foreach (string title in Titles)
        {
            for (int at = text.IndexOf(title, StringComparison.Ordinal); at >= 0; at = at + 1 < text.Length ? text.IndexOf(title, at + 1, StringComparison.Ordinal) : -1)
            {
                if (IsLeftOut(text[..at]) && HoldsRest(text[(at + title.Length)..])) return true;
            }
        }

        // No title, but an ordinal before the text.
        for (int i = 1; i < Math.Min(text.Length, 8); i++)
        {
            if (IsLeftOut(text[..i]) && Holds(text[i..])) return true;
        }

        return false;
    }

    private bool HoldsRest(string rest)
    {
        for (int i = 0; i <= rest.Length; i++)
        {
            if (Holds(rest[i..])) return true;
            if (i < rest.Length && !IsSeparator(rest[i])) return false;
        }

        return false;
    }

    /// <summary>An ordinal, a label, a link to the heading itself, an opening mark.</summary>
    private bool IsLeftOut(string before)
    {
        foreach (string label in Labels) before = before.Replace(label, "", StringComparison.Ordinal);
        for (int i = 0; i < before.Length; i++) before = before.Remove(i, Characters.PicturesLength(before.AsSpan(i)));
        return before.Length <= 6 && before.All(static c => char.IsAsciiLetterOrDigit(c) || char.IsPunctuation(c) || "一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩#¶§".Contains(c, StringComparison.Ordinal));
    }

    private static bool IsSeparator(char c) => char.IsPunctuation(c) || c is '|' or '¶' or '§' or '~';

    private void Add(Section section)
    {
        AddTitle(section.Title);
        Add(section.Content?.Text);
        foreach (Item item in section.Items) Add(item);
        foreach (Section inner in section.Sections) Add(inner);
    }

    private void Add(Item item)
    {
        AddTitle(item.Title);
        if (item.Kind is not null) Labels.Add(VisibleText.Seen(item.Kind));
        Add(item.Content?.Text);
        foreach (Item inner in item.Items) Add(inner);
    }

    private void AddTitle(string? title)
    {
        if (title is null) return;
        Add(title);
        string visible = VisibleText.Seen(title);
        if (visible.Length > 0) Titles.Add(visible);
    }

    private void Add(string? text)
    {
        joined = null;
        if (text is not null) all.Append(Between).Append(VisibleText.Seen(text));
    }
}
