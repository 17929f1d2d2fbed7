using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Syndication.Model;

namespace Syndication.Feeds;

/// <summary>What becomes an entry of a feed: whole issues, their items, a slice of the items, or all that a period brought.</summary>
/// <remarks>Two scopes are equal where they choose the same: keys do not differ by case, width or white space.</remarks>
public sealed record FeedScope
{
    private FeedScope(FeedScopeKind kind, string? key, string slug, string? title = null) => (Kind, Key, Slug, Title) = (kind, key, slug, title);

    /// <summary>One entry per issue: its preface, sections, items and closing as one text.</summary>
    public static FeedScope Issues { get; } = new(FeedScopeKind.Issues, null, "issues");

    /// <summary>One entry per item at the top of its section; the items nested in it are part of its content.</summary>
    public static FeedScope Items { get; } = new(FeedScopeKind.Items, null, "items");

    /// <summary>The scopes that every newsletter has a feed of, because they need no argument: <see cref="Issues"/> and <see cref="Items"/>.</summary>
    public static ImmutableArray<FeedScope> Standard { get; } = [Issues, Items];

    /// <summary>By what it chooses.</summary>
    public FeedScopeKind Kind { get; }

    /// <summary>What it chooses: a section's slug, a label, an author's name, a domain, a search expression, <c>week</c>; <see langword="null"/> where it needs nothing.</summary>
    public string? Key { get; }

    /// <summary>The key of the feed, fit for a file name and a segment of a path: <c>issues</c>, <c>section-开源项目推荐</c>, <c>domain-github.com</c>, <c>digest-week</c>. Never changed.</summary>
    public string Slug { get; }

    /// <summary>What it is called for people: the heading, label or name as printed; <see langword="null"/> where it is called by its kind alone.</summary>
    public string? Title { get; }

    /// <summary>The items of a section in every issue that has it, those of sections within it too.</summary>
    /// <param name="slugOrTitle">The section's <see cref="Section.Slug"/>, or a heading, from which the slug follows.</param>
    /// <param name="title">The heading for people; by default <paramref name="slugOrTitle"/>.</param>
    public static FeedScope Section(string slugOrTitle, string? title = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(slugOrTitle);
        string slug = ScopeName.Slug(slugOrTitle);
        return new FeedScope(FeedScopeKind.Section, slug, ScopeName.OfSlug("section", slug), title ?? slugOrTitle.Trim());
    }

    /// <summary>The items with a printed label (<c>KEP</c>, <c>PR</c>), also those nested in an item that has another.</summary>
    /// <param name="label">The label as in <see cref="Item.Kind"/>.</param>
    public static FeedScope Label(string label) => OfKey(FeedScopeKind.Label, "label", label);

    /// <summary>The items of an author: one named by the item, else by its issue.</summary>
    /// <param name="name">The name as in <see cref="Person.Name"/>.</param>
    public static FeedScope Author(string name) => OfKey(FeedScopeKind.Author, "author", name);

    /// <summary>The items that link to a domain or to a domain beneath it.</summary>
    /// <param name="host">The host in Unicode or ASCII; a leading <c>www.</c> does not matter.</param>
    public static FeedScope Domain(string host)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(host);
        string key = LinkedDomain.Fold(host);
        return new FeedScope(FeedScopeKind.Domain, key, LinkedDomain.IsName(key) ? $"domain-{key}" : ScopeName.OfKey("domain", key), key);
    }

    /// <summary>
    /// The items that a search finds. Words are all wanted (<c>etcd backup</c>), <c>"two words"</c> side by side, <c>-word</c> must not be there,
    /// <c>word*</c> may go on. A word of a script written without spaces is found anywhere, others as whole words; case and width do not matter. A field
    /// before a word narrows it: <c>title:</c>, <c>section:</c>, <c>label:</c>, <c>author:</c>, <c>domain:</c>, <c>issue:</c> (its number). Any text is an
    /// expression; an empty one finds every item.
    /// </summary>
    /// <param name="expression">The expression.</param>
    public static FeedScope Search(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        string key = FoldedText.Of(expression);
        return new FeedScope(FeedScopeKind.Search, key, ScopeName.OfKey("search", key.Length == 0 ? "*" : key), expression.Trim());
    }

    /// <summary>One entry per period that brought an issue; the running period's entry grows.</summary>
    /// <param name="period">The period.</param>
    public static FeedScope Digest(DigestPeriod period)
    {
        string key = period switch
        {
            DigestPeriod.Week => "week",
            DigestPeriod.Month => "month",
            DigestPeriod.Year => "year",
            _ => throw new ArgumentOutOfRangeException(nameof(period), period, null),
        };
        return new FeedScope(FeedScopeKind.Digest, key, "digest-" + key);
    }

    /// <summary>
    /// The scopes that issues offer beside <see cref="Standard"/>: sections that recur, and the labels, authors and domains of several items, the most frequent
    /// first within its kind. None is offered that would be equal to all items, and no section of sponsors.
    /// </summary>
    /// <param name="issues">The issues.</param>
    /// <param name="atLeast">In how many issues a section, and on how many items a label, author or domain has to stand.</param>
    public static ImmutableArray<FeedScope> Of(IEnumerable<Issue> issues, int atLeast = 3)
    {
        ArgumentNullException.ThrowIfNull(issues);
        return ScopeOffer.Of(issues, Math.Max(1, atLeast));
    }

    /// <summary>What the scope is called in a language: the heading, label or name as printed, else words of that language (<c>Items</c>, <c>条目</c>; English and Chinese are known).</summary>
    /// <param name="language">A BCP 47 tag.</param>
    public string NameIn(string? language) => FeedWords.In(language).NameOf(this);

    /// <summary>Reads a scope as a person writes it: <c>issues</c>, <c>items</c>, <c>section:开源项目推荐</c>, <c>label:KEP</c>, <c>author:Ana</c>, <c>domain:github.com</c>, <c>search:etcd -backup</c>, <c>digest:week</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="scope">The scope.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FeedScope? scope)
    {
        string[] parts = (text ?? "").Split(':', 2);
        string key = parts.Length == 2 ? parts[1].Trim() : "";
        scope = (parts[0].Trim().ToLowerInvariant(), key.Length > 0) switch
        {
            ("issues", false) => Issues,
            ("items", false) => Items,
            ("section", true) => Section(key),
            ("label", true) => Label(key),
            ("author", true) => Author(key),
            ("domain", true) => Domain(key),
            ("search", true) => Search(key),
            ("digest", true) when Enum.TryParse(key, ignoreCase: true, out DigestPeriod period) && Enum.IsDefined(period) && !char.IsAsciiDigit(key[0]) => Digest(period),
            _ => null,
        };
        return scope is not null;
    }

    /// <inheritdoc/>
    public bool Equals(FeedScope? other) => other is not null && Kind == other.Kind && Key == other.Key;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Key);

    /// <summary><see cref="Slug"/>.</summary>
    public override string ToString() => Slug;

    private static FeedScope OfKey(FeedScopeKind kind, string kindName, string printed)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(printed);
        string key = FoldedText.Of(printed);
        return new FeedScope(kind, key, ScopeName.OfKey(kindName, key), printed.Trim());
    }
}
