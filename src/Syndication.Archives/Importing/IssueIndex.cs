using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Syndication.Archives.Stores;

namespace Syndication.Archives.Importing;

/// <summary>The issues of a newsletter in the store, to be recognised when another document of the same issue comes.</summary>
internal sealed class IssueIndex
{
    /// <summary>How much of two issues of the same number, address or title must agree, and of two that have only their date in common.</summary>
    private const double AgreeingEnough = 0.4, AgreeingWell = 0.6;

    private readonly Dictionary<string, IssueMarks> marks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> byTrait = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> keyOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> keyOfId = new(StringComparer.Ordinal);

    public static async Task<IssueIndex> LoadAsync(IIssueStore store, string publication, CancellationToken cancellationToken)
    {
        var index = new IssueIndex();
        await foreach (StoredIssue issue in store.GetIssuesAsync(publication, cancellationToken).ConfigureAwait(false)) index.Put(issue);
        return index;
    }

    public bool Has(string key) => marks.ContainsKey(key);

    /// <summary>The key of the issue that has an id; <see langword="null"/> where none has.</summary>
    public string? KeyOfId(string id) => keyOfId.GetValueOrDefault(id);

    /// <summary>The key of the issue that a document was read into before; <see langword="null"/> where it is new.</summary>
    public string? KeyOf(string source) => keyOf.GetValueOrDefault(source);

    /// <summary>Adds an issue, or what has become of it.</summary>
    public void Put(StoredIssue stored)
    {
        if (marks.Remove(stored.Key, out IssueMarks? old))
        {
            foreach (string trait in Traits(old)) byTrait[trait].Remove(stored.Key);
            if (old.Id is not null && keyOfId.GetValueOrDefault(old.Id) == stored.Key) keyOfId.Remove(old.Id);
        }

        IssueMarks own = marks[stored.Key] = IssueMarks.Of(stored.Key, stored.Issue);
        foreach (string trait in Traits(own)) (CollectionsMarshal.GetValueRefOrAddDefault(byTrait, trait, out _) ??= []).Add(stored.Key);
        if (own.Id is not null) keyOfId[own.Id] = stored.Key;
        foreach (IssueOrigin origin in stored.Origins) keyOf[origin.Source] = stored.Key;
    }

    /// <summary>The key of the issue that another reading is of; <see langword="null"/> where there is none like it.</summary>
    public string? Find(IssueMarks issue)
    {
        (string? Key, double Score) best = (null, 0);
        foreach (string key in Traits(issue).SelectMany(trait => byTrait.GetValueOrDefault(trait) ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            double score = Likeness(issue, marks[key]);
            if (score > best.Score) best = (key, score);
        }

        return best.Key;
    }

    /// <summary>How surely two readings are of the same issue; 0 where they are not.</summary>
    private static double Likeness(IssueMarks a, IssueMarks b)
    {
        bool sameNumber = a.Number is not null && a.Number == b.Number, otherNumber = a.Number is not null && b.Number is not null && a.Number != b.Number;
        if (otherNumber) return 0;
        double? overlap = IssueMarks.Overlap(a, b);
        bool sameAddress = a.Address is not null && a.Address == b.Address, sameTitle = a.Title is not null && a.Title == b.Title;
        int? days = a.Date is { } x && b.Date is { } y ? Math.Abs(x.DayNumber - y.DayNumber) : null;
        if (overlap is null) return sameAddress || sameNumber && (sameTitle || days is null or <= 3) || sameTitle && days <= 3 ? 0.5 : 0;
        if (sameAddress || sameNumber || sameTitle) return overlap >= AgreeingEnough ? 1 + overlap.Value : 0;
        return days <= 3 && overlap >= AgreeingWell ? overlap.Value : 0;
    }

    private static ImmutableArray<string> Traits(IssueMarks issue)
    {
        var traits = ImmutableArray.CreateBuilder<string>();
        if (issue.Number is { } number) traits.Add($"n {number}");
        if (issue.Address is not null) traits.Add($"u {issue.Address}");
        if (issue.Title is not null) traits.Add($"t {issue.Title}");
        if (issue.Date is { } date)
        {
            // Those of the week before, of this and of the next are looked at: each day falls in one, and its neighbours may in another.
            int week = date.DayNumber / 7;
            traits.Add($"d {week}");
            traits.Add($"d {((date.DayNumber - 3) / 7 == week ? week + 1 : week - 1)}");
        }

        return traits.DrainToImmutable();
    }
}
