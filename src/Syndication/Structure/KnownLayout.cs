using System.Globalization;
using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>What the publication's profile says of how the items of one section are set.</summary>
/// <param name="Layout">One of <see cref="ItemLayout"/>.</param>
/// <param name="Issues">How many issues it was learned from; 0 where a person pinned it.</param>
/// <param name="IsOfSection">It is said of this section, or of an issue without any, and not of sections in general.</param>
internal readonly record struct KnownLayout(string Layout, int Issues, bool IsOfSection)
{
    /// <summary>A person wrote it: it wins over what the page shows.</summary>
    public bool IsPinned => Issues <= 0;

    /// <summary>As <c>inspect</c> shows it.</summary>
    public string Cue => IsPinned ? "layout pinned by the profile" : string.Create(CultureInfo.InvariantCulture, $"layout learned from {Issues} issues");
}
