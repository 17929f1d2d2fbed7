using System.Collections.Immutable;
using System.Globalization;
using Syndication.Model;

namespace Syndication.Feeds;

/// <summary>A search over items; the language is that of <see cref="FeedScope.Search"/>.</summary>
/// <param name="Terms">All have to be fulfilled.</param>
internal sealed record SearchExpression(ImmutableArray<SearchTerm> Terms)
{
    private static readonly string[] fields = ["title", "section", "label", "author", "domain", "issue"];

    /// <summary>Any text is an expression: a quote that is not closed ends with the text, a field that is none is a word.</summary>
    public static SearchExpression Parse(string text)
    {
        ReadOnlySpan<char> rest = FoldedText.Of(text).Replace('“', '"').Replace('”', '"');
        var terms = ImmutableArray.CreateBuilder<SearchTerm>();
        while (!(rest = rest.TrimStart()).IsEmpty)
        {
            bool excludes = rest.Length > 1 && rest[0] == '-' && rest[1] != ' ';
            if (excludes) rest = rest[1..];
            string? field = FieldAt(rest);
            if (field is not null) rest = rest[(field.Length + 1)..];
            ReadOnlySpan<char> words;
            if (!rest.IsEmpty && rest[0] == '"')
            {
                int end = rest[1..].IndexOf('"');
                words = end < 0 ? rest[1..] : rest.Slice(1, end);
                rest = end < 0 ? [] : rest[(end + 2)..];
            }
            else
            {
                int end = rest.IndexOf(' ');
                words = end < 0 ? rest : rest[..end];
                rest = rest[words.Length..];
            }

            bool goesOn = words.Length > 1 && words[^1] == '*';
            words = (goesOn ? words[..^1] : words).Trim();
            if (!words.IsEmpty) terms.Add(new SearchTerm(field, words.ToString(), excludes, goesOn));
        }

        return new SearchExpression(terms.ToImmutable());
    }

    /// <summary>Whether an item, with the items nested in it, fulfils the expression.</summary>
    public bool Finds(ItemPlace place)
    {
        string? text = null;
        foreach (SearchTerm term in Terms)
        {
            bool found = term.Field switch
            {
                "title" => place.WithNested().Any(p => term.IsIn(FoldedText.Of(p.Item.Title))),
                "section" => place.Sections.Any(section => term.IsIn(FoldedText.Of(section.Title)) || ItemSelection.KeyOf(section) == ScopeName.Slug(term.Words)),
                "label" => place.WithNested().Any(p => term.IsIn(FoldedText.Of(p.Item.Kind))),
                "author" => place.WithNested().Any(p => p.People.Any(person => term.IsIn(FoldedText.Of(person.Name)))),
                "domain" => place.WithNested().Any(p => p.Item.Links.Any(link => LinkedDomain.Of(link.Url) is { } host && LinkedDomain.IsWithin(host, LinkedDomain.Fold(term.Words)))),
                "issue" => place.Issue.Number?.ToString(CultureInfo.InvariantCulture) == term.Words,
                _ => term.IsIn(text ??= FoldedText.Of(TextOf(place))),
            };
            if (found == term.Excludes) return false;
        }

        return true;
    }

    private static string? FieldAt(ReadOnlySpan<char> text)
    {
        foreach (string field in fields)
        {
            if (text.Length > field.Length + 1 && text.StartsWith(field, StringComparison.Ordinal) && text[field.Length] == ':' && text[field.Length + 1] != ' ') return field;
        }

        return null;
    }

    private static string TextOf(ItemPlace place) => string.Join('\n', [
        .. place.WithNested().SelectMany(static p => new[] { p.Item.Kind, p.Item.Title, p.Item.Content?.Text }),
        .. place.Sections.Select(static section => section.Title), .. place.People.Select(static person => person.Name)]);
}
