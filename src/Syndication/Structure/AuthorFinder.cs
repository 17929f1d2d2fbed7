using System.Collections.Immutable;
using Syndication.Documents;
using Syndication.Model;

namespace Syndication.Structure;

/// <summary>Finds who wrote and edited an issue: front matter, by-lines at its head and tail, the page's data, the sender, the team that signs as the publication.</summary>
internal sealed class AuthorFinder(Reading reading, EvidenceTable evidence, ProfileAuthority profile, MetadataNotes notes)
{
    private const int IntroductionBlocks = 6;
    private const int TailBlocks = 4;

    private static readonly string[] places = ["json-ld/author.name", "json-ld/author", "microdata/author", "meta/author", "meta/dc.creator", "og/article:author"];

    /// <summary>The keys of front matter that name people, also as objects and as taxonomies have them.</summary>
    private static readonly (string Key, PersonRole Role)[] stated =
    [
        ("author", PersonRole.Author), ("authors", PersonRole.Author), ("authors.name", PersonRole.Author), ("author.name", PersonRole.Author), ("taxonomies.author", PersonRole.Author),
        ("taxonomies.authors", PersonRole.Author), ("editor", PersonRole.Editor), ("editors", PersonRole.Editor), ("translator", PersonRole.Translator),
    ];

    /// <summary>The people, each once, in the order in which they are named.</summary>
    /// <param name="language">The issue's language, where known.</param>
    /// <param name="publication">The publication's name, where known.</param>
    public ImmutableArray<Person> Find(string? language, string? publication)
    {
        var people = new List<Person>();
        foreach ((string key, PersonRole role) in stated)
        {
            foreach ((string value, _) in evidence.All("front-matter/" + key))
            {
                // "Parens and Ponds editors" are those of Parens and Ponds.
                bool isTeam = publication is not null && value.Length > publication.Length && value.StartsWith(publication, StringComparison.OrdinalIgnoreCase) && value.IndexOfAny([',', '，', '、', ';']) < 0;
                AddAll(people, isTeam ? [new Person(value.Trim()) { Role = role }] : BylineReader.ReadNames(value, role, language));
            }
        }

        int seen = 0, last = LastContent();
        for (int i = 0; i < reading.Count; i++)
        {
            if (reading.Cues[i].Width is 0 or > 200) continue;
            BlockRole role = reading.RoleOf(i);
            bool isContent = role is BlockRole.Content or BlockRole.Furniture;
            if (isContent && reading.Blocks[i].Kind == BlockKind.Heading) seen = IntroductionBlocks;
            bool speaksOfIssue = role is BlockRole.Byline or BlockRole.Masthead
                || (isContent && seen < IntroductionBlocks && reading.Blocks[i].Box.ListDepth == 0)
                || (role is BlockRole.Footer or BlockRole.Sidebar && !reading.Vocabulary.Contains(WordClass.Copyright, reading.TextOf(i)));
            bool isTail = isContent && !speaksOfIssue && i > last - TailBlocks && reading.Blocks[i].Box.ListDepth == 0;
            if (isContent) seen++;
            if (!speaksOfIssue && !isTail) continue;
            List<Person> named = BylineReader.Read(reading.Document, reading.Blocks[i], language, announcedOnly: isContent);

            // The last item may end with its author; who edited is said of the issue.
            if (isTail) named.RemoveAll(person => person.Role != PersonRole.Editor);
            AddAll(people, named);
        }

        if (people.Count > 0)
        {
            notes.Note("authors", "by-line");
        }
        else if (SaidAuthor() is { } said && !MetadataReader.IsWeb(said.Value))
        {
            foreach ((string value, string source) in evidence.All(said.Place))
            {
                if (source == said.Source && !MetadataReader.IsWeb(value)) AddAll(people, BylineReader.ReadNames(value, language: language));
            }

            notes.Note("authors", said.Source);
        }
        else
        {
            foreach ((string value, string source) in evidence.All("envelope/author").Concat(evidence.All("envelope/sender").Where(sender => !PublicationName.IsPublication(sender.Value, publication))))
            {
                AddAll(people, [new Person(value)]);
                notes.Note("authors", source);
            }

            if (people.Count == 0 && publication is not null && EditorialName.Find(reading, publication) is { } team)
            {
                people.Add(team);
                notes.Note("authors", "by-line");
            }
        }

        return [.. people];
    }

    /// <summary>What the page's data say of its author, for issues that name nobody themselves.</summary>
    private (string Place, string Value, string Source)? SaidAuthor()
    {
        (string Place, string Value, string Source)? first = null;
        string? usual = null;
        foreach (string place in places)
        {
            if (evidence.First(place) is not { } said) continue;
            if (first is null)
            {
                first = (place, said.Value, said.Source);
                usual = profile.UsualPlace("authors", said.Source);
                if (usual is null) return first;
            }

            if (said.Source != usual || said.Value == first.Value.Value || MetadataReader.IsWeb(said.Value)) continue;
            notes.Disagree("author", said.Value, said.Source, first.Value.Value, first.Value.Source, true);
            return (place, said.Value, said.Source);
        }

        return first;
    }

    private int LastContent()
    {
        int last = reading.Count - 1;
        while (last >= 0 && !reading.IsContent(last) && reading.RoleOf(last) != BlockRole.Furniture) last--;
        return last;
    }

    private static void AddAll(List<Person> people, List<Person> more)
    {
        foreach (Person person in more)
        {
            int known = people.FindIndex(other => other.Name == person.Name && other.Role == person.Role);
            if (known < 0) people.Add(person);
            else if (people[known].Url is null && person.Url is not null) people[known] = people[known] with { Url = person.Url };
        }
    }
}
