using Syndication.Model;
using Syndication.Text;

namespace Syndication.Structure;

/// <summary>Finds when an issue was published: what the source says in its data, then what it prints. The printed day wins where the data only differ by a zone.</summary>
internal sealed class PublishedDate(Reading reading, EvidenceTable evidence, IssueTitle title, string? address, string? fileName, string? language)
{
    private static readonly string[] Places =
    [
        "front-matter/date", "front-matter/published", "front-matter/pubdate", "front-matter/publishdate", "front-matter/published_at", "front-matter/publish_date", "front-matter/created",
        "envelope/date",
        "json-ld/datepublished", "og/article:published_time", "og/og:published_time", "microdata/datepublished",
        "meta/datepublished", "meta/date", "meta/dc.date", "meta/dc.date.issued", "meta/dcterms.date", "meta/pubdate", "meta/publishdate", "meta/article:published_time",
    ];

    private static readonly string[] UpdatedPlaces =
    [
        "front-matter/updated", "front-matter/lastmod", "front-matter/modified", "front-matter/last_modified_at", "json-ld/datemodified", "og/article:modified_time", "og/og:updated_time",
        "microdata/datemodified", "meta/datemodified", "meta/dcterms.modified", "time/datemodified",
    ];

    private static readonly string[] times = ["datepublished", "datetime"];

    /// <summary>The date, where it stands, and what the next best source says otherwise.</summary>
    public (PublicationDate? Date, string? Source, (DateOnly Day, string Source)? Other) Find()
    {
        (PublicationDate Date, string Source)? said = Said();
        (DateOnly Day, string Source)? printed = Printed();
        (DateOnly Day, string Source)? inAddress = InAddress();
        if (said is { } value)
        {
            if ((printed ?? inAddress) is not { } other) return (value.Date, value.Source, null);
            int days = Math.Abs(other.Day.DayNumber - value.Date.Date.DayNumber);
            if (days == 1 && value.Date.Moment is { Offset.Ticks: 0 }) return (new PublicationDate(other.Day), other.Source, null);
            return (value.Date, value.Source, days == 0 ? null : other);
        }

        if (printed is { } shown) return (new PublicationDate(shown.Day), shown.Source, inAddress is { } where && where.Day != shown.Day ? where : null);
        return inAddress is { } last ? (new PublicationDate(last.Day), last.Source, null) : (null, null, null);
    }

    /// <summary>The date that one place gives, whatever the others say.</summary>
    /// <param name="place">The place as <see cref="Find"/> names it.</param>
    public (PublicationDate Date, string Source)? At(string place)
    {
        foreach ((PublicationDate Date, string Source) said in AllSaid())
        {
            if (said.Source == place) return said;
        }

        foreach ((DateOnly day, string source) in AllPrinted())
        {
            if (source == place) return (new PublicationDate(day), source);
        }

        return InAddress() is { } named && named.Source == place ? (new PublicationDate(named.Day), named.Source) : null;
    }

    /// <summary>When the issue was last changed.</summary>
    public (PublicationDate Date, string Source)? Updated() => FirstOf(UpdatedPlaces);

    private (PublicationDate Date, string Source)? Said()
    {
        foreach ((PublicationDate Date, string Source) said in AllSaid()) return said;
        return null;
    }

    private IEnumerable<(PublicationDate Date, string Source)> AllSaid()
    {
        foreach ((PublicationDate Date, string Source) said in AllOf(Places)) yield return said;
        foreach (string name in times)
        {
            if (evidence.Time(name) is { } time && DateFinder.Parse(time.Value, language) is { } date) yield return (date, "<time>");
        }
    }

    private (PublicationDate Date, string Source)? FirstOf(string[] places)
    {
        foreach ((PublicationDate Date, string Source) said in AllOf(places)) return said;
        return null;
    }

    private IEnumerable<(PublicationDate Date, string Source)> AllOf(string[] places)
    {
        foreach (string place in places)
        {
            if (evidence.First(place) is { } said && DateFinder.Parse(said.Value, language) is { } date) yield return (date, said.Source);
        }
    }

    private (DateOnly Day, string Source)? Printed()
    {
        foreach ((DateOnly Day, string Source) printed in AllPrinted()) return printed;
        return null;
    }

    private IEnumerable<(DateOnly Day, string Source)> AllPrinted()
    {
        foreach (string name in times)
        {
            if (evidence.Time(name)?.Printed is { } printed && DateFinder.First(printed, language)?.Date is { } date) yield return (date.Date, "text of <time>");
        }

        if (title.Text is not null && OnlyDate(title.Text) is { } inTitle) yield return (inTitle, "title");
        if (evidence.First("title/title") is { } page && OnlyDate(page.Value) is { } inPage) yield return (inPage, page.Source);
        if (Of(BlockRole.Title, 200) is { } heading) yield return (heading, "heading");
        if (Of(BlockRole.Byline, 60) is { } byline) yield return (byline, "by-line");
        if (Of(BlockRole.Masthead, 40) is { } masthead) yield return (masthead, "masthead");
        if (Introduced() is { } introduced) yield return (introduced, "text");
        else if (Alone() is { } alone) yield return (alone, "text");
    }

    private DateOnly? OnlyDate(string text)
    {
        List<FoundDate> dates = DateFinder.All(text, language);
        return dates is [{ Date: { } date }] ? date.Date : null;
    }

    /// <summary>The first block of a role that holds one date and little besides.</summary>
    private DateOnly? Of(BlockRole role, int others)
    {
        for (int i = 0; i < reading.Count; i++)
        {
            if (reading.RoleOf(i) == role && DateIn(i, others) is { } day) return day;
        }

        return null;
    }

    /// <summary>A date alone in one of the first lines of the content, or anywhere behind a word for publishing.</summary>
    private DateOnly? Introduced()
    {
        int left = 3;
        for (int i = 0; i < reading.Count; i++)
        {
            if (reading.Blocks[i].Length == 0 || reading.RoleOf(i) is BlockRole.Hidden or BlockRole.Comments or BlockRole.Related) continue;
            bool isFirst = reading.RoleOf(i) == BlockRole.Content && left-- > 0;
            ReadOnlySpan<char> text = reading.TextOf(i);
            if (reading.Cues[i].Width > 80 || !(isFirst || (text.Length < 80 && reading.Vocabulary.Starts(WordClass.Published, text)))) continue;
            if (DateIn(i, 16) is { } day) return day;
        }

        return null;
    }

    /// <summary>The only date that stands alone in a line outside the content.</summary>
    private DateOnly? Alone()
    {
        DateOnly? only = null;
        for (int i = 0; i < reading.Count; i++)
        {
            if (reading.RoleOf(i) is BlockRole.Content or BlockRole.Hidden or BlockRole.Comments or BlockRole.Related || DateIn(i, 4) is not { } day) continue;
            if (only is not null && only != day) return null;
            only = day;
        }

        return only;
    }

    private DateOnly? DateIn(int block, int others)
    {
        if (reading.Blocks[block].Length is 0 or > 240) return null;
        ReadOnlySpan<char> text = reading.TextOf(block);
        return DateFinder.All(text, language) is [{ Date: { } date } found] && Characters.Width(text) - Characters.Width(text.Slice(found.Start, found.Length)) <= others ? date.Date : null;
    }

    private (DateOnly Day, string Source)? InAddress()
    {
        if (address is not null && DateFinder.InAddress(address) is { } day) return (day, "address");
        return fileName is not null && DateFinder.InAddress(fileName) is { } named ? (named, "file name") : null;
    }
}
