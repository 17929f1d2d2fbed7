using System.Globalization;
using Syndication.Archives.Stores;
using Syndication.Documents;

namespace Syndication.Archives.Importing;

/// <summary>
/// What became of every document, kept as notes in the store in segments of a fixed size: a document keeps its place, so that the log is the same however
/// often the import was interrupted.
/// </summary>
internal sealed class ImportLog
{
    /// <summary>How many documents a segment holds, and how many are written to the store at once.</summary>
    public const int SegmentSize = 256;

    private readonly IIssueStore store;
    private readonly string name;
    private readonly List<ImportEntry> entries = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<long> versions = [];
    private readonly HashSet<int> dirty = [];

    private ImportLog(IIssueStore store, string publication)
    {
        this.store = store;
        name = NameOf(publication);
    }

    public IReadOnlyList<ImportEntry> Entries => entries;

    public static async Task<ImportLog> OpenAsync(IIssueStore store, string publication, CancellationToken cancellationToken)
    {
        var log = new ImportLog(store, publication);
        while (await store.FindNoteAsync(log.SegmentName(log.versions.Count), cancellationToken).ConfigureAwait(false) is { } note)
        {
            log.versions.Add(note.Version);
            foreach (ImportEntry entry in ImportJson.Deserialize<ImportEntry[]>(note.Content.Span))
            {
                log.places[entry.Source] = log.entries.Count;
                log.entries.Add(entry);
            }
        }

        return log;
    }

    /// <summary>The newsletter and the profile that earlier runs settled on.</summary>
    public static async Task<(string Publication, PublicationProfile? Profile)?> FindHeadAsync(IIssueStore store, string publication, CancellationToken cancellationToken)
    {
        if (await store.FindNoteAsync(NameOf(publication), cancellationToken).ConfigureAwait(false) is not { } note) return null;
        ImportHead head = ImportJson.Deserialize<ImportHead>(note.Content.Span);
        return (head.Publication, head.Profile is null ? null : PublicationProfileJson.Deserialize(head.Profile.ToJsonString()));
    }

    public static async Task WriteHeadAsync(IIssueStore store, string publication, PublicationProfile? profile, CancellationToken cancellationToken)
    {
        var head = new ImportHead(publication, profile is null ? null : System.Text.Json.Nodes.JsonNode.Parse(PublicationProfileJson.Serialize(profile)));
        byte[] content = ImportJson.Serialize(head, isIndented: true);
        StoredNote? there = await store.FindNoteAsync(NameOf(publication), cancellationToken).ConfigureAwait(false);
        if (there is not null && there.Content.Span.SequenceEqual(content)) return;
        if (!await store.TryWriteNoteAsync(NameOf(publication), content, there?.Version ?? 0, cancellationToken).ConfigureAwait(false)) throw Taken(publication);
    }

    public ImportEntry? Find(string source) => places.TryGetValue(source, out int place) ? entries[place] : null;

    /// <summary>Puts an entry in the place of its document, a new one at the end.</summary>
    public void Put(ImportEntry entry)
    {
        if (!places.TryGetValue(entry.Source, out int place))
        {
            place = places[entry.Source] = entries.Count;
            entries.Add(entry);
        }
        else if (entries[place] == entry)
        {
            return;
        }

        entries[place] = entry;
        dirty.Add(place / SegmentSize);
    }

    /// <summary>Writes the segments that have changed.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        foreach (int segment in dirty.Order())
        {
            while (versions.Count <= segment) versions.Add(0);
            ImportEntry[] part = [.. entries.Skip(segment * SegmentSize).Take(SegmentSize)];
            if (!await store.TryWriteNoteAsync(SegmentName(segment), ImportJson.Serialize(part, isIndented: true), versions[segment], cancellationToken).ConfigureAwait(false)) throw Taken(name);
            versions[segment]++;
        }

        dirty.Clear();
    }

    private static InvalidOperationException Taken(string what) => new($"Another import is writing to the same store ({what}).");

    private static string NameOf(string publication) => $"import {publication}"[..Math.Min(180, publication.Length + 7)];

    private string SegmentName(int segment) => string.Create(CultureInfo.InvariantCulture, $"{name} {segment + 1:00000}");
}
