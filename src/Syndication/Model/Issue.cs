using System.Collections.Immutable;

namespace Syndication.Model;

/// <summary>One issue of a newsletter: what every input format is read into and every feed is written from.</summary>
public sealed record Issue
{
    /// <summary>A stable IRI (a tag URI, RFC 4151) made from the publication and the number or slug: re-reading or editing keeps it.</summary>
    public string? Id { get; init; }

    /// <summary>The newsletter; <see langword="null"/> where nothing names it.</summary>
    public Publication? Publication { get; init; }

    /// <summary>The number: 18 for <c>Vol. 18</c>, <c>第十八期</c>, <c>Issue #18</c>, <c>18호</c>; <see langword="null"/> where none is printed.</summary>
    public int? Number { get; init; }

    /// <summary>The issue's own title, verbatim, without the site's name; <see langword="null"/> where none is printed.</summary>
    public string? Title { get; init; }

    /// <summary>The canonical address, absolute; <see langword="null"/> where unknown.</summary>
    public string? Url { get; init; }

    /// <summary>When the issue was published: a date alone where the source gives no time.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>When the issue was last changed, where the source says so.</summary>
    public PublicationDate? Updated { get; init; }

    /// <summary>The language as a BCP 47 tag (<c>zh-Hans</c>, <c>ja</c>, <c>en</c>).</summary>
    public string? Language { get; init; }

    /// <summary>Whether the issue was written in Markdown: its feeds then carry the Markdown beside the HTML. <see langword="false"/> where that is not known.</summary>
    public bool IsMarkdown { get; init; }

    /// <summary>Who wrote, edited, translated or published the issue.</summary>
    public ImmutableArray<Person> Authors { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What stands before the first section: a foreword, an editor's note.</summary>
    public Content? Preface { get; init; }

    /// <summary>The sections in reading order; one without a title where the source has items in no section.</summary>
    public ImmutableArray<Section> Sections { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What stands after the last section: a sign-off, credits.</summary>
    public Content? Closing { get; init; }

    /// <summary>Other issues of the publication that this one lists.</summary>
    public ImmutableArray<RelatedIssue> Related { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Every item of the issue in reading order, whatever its depth.</summary>
    /// <returns>A lazily walked sequence of each item, its section and the item that it is nested in.</returns>
    public IEnumerable<PlacedItem> AllItems()
    {
        var pending = new Stack<(Section? Section, Item? Item, Item? Parent, Section? Home)>();
        for (int i = Sections.Length - 1; i >= 0; i--) pending.Push((Sections[i], null, null, null));
        while (pending.TryPop(out var next))
        {
            if (next.Section is { } section)
            {
                for (int i = section.Sections.Length - 1; i >= 0; i--) pending.Push((section.Sections[i], null, null, null));
                for (int i = section.Items.Length - 1; i >= 0; i--) pending.Push((null, section.Items[i], null, section));
            }
            else if (next.Item is { } item)
            {
                yield return new PlacedItem(item, next.Home!, next.Parent);
                for (int i = item.Items.Length - 1; i >= 0; i--) pending.Push((null, item.Items[i], item, next.Home));
            }
        }
    }

    /// <inheritdoc/>
    public bool Equals(Issue? other) =>
        other is not null && Id == other.Id && Publication == other.Publication && Number == other.Number && Title == other.Title
        && Url == other.Url && Published == other.Published && Updated == other.Updated && Language == other.Language && IsMarkdown == other.IsMarkdown
        && Preface == other.Preface && Closing == other.Closing && Authors.AsSpan().SequenceEqual(other.Authors.AsSpan())
        && Sections.AsSpan().SequenceEqual(other.Sections.AsSpan()) && Related.AsSpan().SequenceEqual(other.Related.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Number, Title, Url, Published, Sections.Length, Preface, Closing);
}
