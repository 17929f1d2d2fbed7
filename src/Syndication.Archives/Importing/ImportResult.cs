using Syndication.Documents;

namespace Syndication.Archives.Importing;

/// <summary>What an import did.</summary>
/// <param name="Publication">The key of the newsletter in the store.</param>
/// <param name="Report">What is in the store now, and where it comes from.</param>
public sealed record ImportResult(string Publication, ImportReport Report)
{
    /// <summary>What is known of the newsletter, and was taken as a cue in reading; <see langword="null"/> where nothing is.</summary>
    public PublicationProfile? Profile { get; init; }

    /// <summary>Over how many lists, or from how many senders, the mails came that were read in this run: more than one may be more than one newsletter.</summary>
    public int Lists { get; init; }

    /// <summary>How many documents were read in this run.</summary>
    public long Read { get; init; }

    /// <summary>How many documents were as they were at the last import, and not read.</summary>
    public long Unchanged { get; init; }

    /// <summary>How many issues were added or changed in the store.</summary>
    public int Changed { get; init; }
}
