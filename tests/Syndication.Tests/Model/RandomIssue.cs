using System.Collections.Immutable;
using CsCheck;
using Syndication.Model;

namespace Syndication.Tests.Model;

/// <summary>Issues of any shape that the model can hold, with text of many scripts.</summary>
internal static class RandomIssue
{
    private static readonly Gen<string> text = Gen.OneOf(
        Gen.String[Gen.Char["abc <>&\"'\\/{}[]\t\n\r"], 0, 20],
        Gen.String[Gen.Char["云原生周报第十八期(ハングル한국어)العربية\u2028\u200b\ufeff\u0001"], 0, 20],
        Among("", "😀 emoji", "]]>", "e\u0301", "\0"));

    private static readonly Gen<string> address = Among("https://example.org/a?b=c&d=%E5#e", "http://例え.jp/道", "https://example.org/");

    private static readonly Gen<PublicationDate> date = Gen.OneOf(
        Gen.DateOnly.Select(d => new PublicationDate(d)),
        Gen.Select(Gen.DateTime[new DateTime(1990, 1, 1), new DateTime(2090, 1, 1)], Gen.Int[-14 * 60, 14 * 60])
            .Select((at, minutes) => new PublicationDate(new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), TimeSpan.FromMinutes(minutes)))));

    private static readonly Gen<Content> content = Gen.Select(text, text).Select((html, plain) => new Content(html, plain));

    private static readonly Gen<Person> person = Gen.Select(text, Maybe(address), Maybe(text), Gen.Enum<PersonRole>())
        .Select((name, url, email, role) => new Person(name) { Url = url, Email = email, Role = role });

    private static readonly Gen<Link> link = Gen.Select(address, Maybe(text)).Select((url, words) => new Link(url, words));

    private static readonly Gen<RelatedIssue> related = Gen.Select(text, Number(), Maybe(address))
        .Select((title, number, url) => new RelatedIssue(title) { Number = number, Url = url });

    private static readonly Gen<Publication> publication = Gen.Select(Maybe(text), Maybe(address), Maybe(text), Maybe(text), Some(person))
        .Select((title, url, description, language, authors) =>
            new Publication { Title = title, Url = url, Description = description, Language = language, Authors = authors });

    private static readonly Gen<Item> item = Gen.Recursive<Item>((depth, inner) =>
        Gen.Select(
            Gen.Select(Maybe(text), Maybe(text), Maybe(text), Maybe(content)),
            Gen.Select(Some(link), Some(person), Date()),
            depth < 3 ? Some(inner) : Gen.Const(ImmutableArray<Item>.Empty))
        .Select((words, facts, items) => new Item
        {
            Id = words.Item1, Title = words.Item2, Kind = words.Item3, Content = words.Item4,
            Links = facts.Item1, Authors = facts.Item2, Published = facts.Item3, Items = items,
        }));

    private static readonly Gen<Section> section = Gen.Recursive<Section>((depth, inner) =>
        Gen.Select(Maybe(text), Maybe(text), Maybe(text), Maybe(content), Some(item), depth < 2 ? Some(inner) : Gen.Const(ImmutableArray<Section>.Empty))
        .Select((title, slug, kind, words, items, sections) =>
            new Section { Title = title, Slug = slug, Kind = kind, Content = words, Items = items, Sections = sections }));

    internal static Gen<Issue> Any { get; } = Gen.Select(
        Gen.Select(Maybe(text), Maybe(publication), Number(), Maybe(text), Maybe(address)),
        Gen.Select(Date(), Date(), Maybe(text), Some(person)),
        Gen.Select(Maybe(content), Some(section), Maybe(content), Some(related)))
        .Select((names, facts, parts) => new Issue
        {
            Id = names.Item1, Publication = names.Item2, Number = names.Item3, Title = names.Item4, Url = names.Item5,
            Published = facts.Item1, Updated = facts.Item2, Language = facts.Item3, Authors = facts.Item4,
            Preface = parts.Item1, Sections = parts.Item2, Closing = parts.Item3, Related = parts.Item4,
        });

    private static Gen<string> Among(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static Gen<T?> Maybe<T>(Gen<T> gen) where T : class => Gen.Bool.SelectMany(some => some ? gen.Select(T? (t) => t) : Gen.Const(() => (T?)null));

    private static Gen<int?> Number() => Gen.OneOf(Gen.Const(() => (int?)null), Gen.Int.Select(int? (n) => n));

    private static Gen<PublicationDate?> Date() => Gen.OneOf(Gen.Const(() => (PublicationDate?)null), date.Select(PublicationDate? (d) => d));

    private static Gen<ImmutableArray<T>> Some<T>(Gen<T> gen) => gen.Array[0, 3].Select(ImmutableArray.Create);
}
