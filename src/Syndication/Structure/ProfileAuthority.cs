using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>What a profile may decide about an issue: what a person wrote wins over all that the issue says, what was learned fills gaps.</summary>
/// <param name="Of">The profile; <see langword="null"/> for none, which decides nothing.</param>
internal readonly record struct ProfileAuthority(PublicationProfile? Of)
{
    /// <summary>Whether a person wrote it.</summary>
    public bool IsWritten => Of is { LearnedFrom: <= 0 };

    /// <summary>What a person wrote into the profile; it wins over all that the issue says.</summary>
    public (string Value, string Source)? Written(string? value) => value is not null && IsWritten ? (value, "profile") : null;

    /// <summary>What was learned from other issues: for an issue that does not say it. A publication may change its name.</summary>
    public (string Value, string Source)? Learned(string? value) => value is not null && !IsWritten ? (value, "other issues") : null;

    /// <summary>The place where other issues say a field, where it may decide against another: never against what was said of this issue for good, unless a person wrote so.</summary>
    public string? UsualPlace(string field, string source)
    {
        if (Of is null || (!IsWritten && (source.StartsWith("front-matter ", StringComparison.Ordinal) || source.StartsWith("envelope ", StringComparison.Ordinal)))) return null;
        foreach (FieldPlace? place in Of.Places)
        {
            if (place?.Field == field) return place.Source == source ? null : place.Source;
        }

        return null;
    }
}
