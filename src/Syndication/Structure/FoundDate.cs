using Syndication.Model;

namespace Syndication.Structure;

/// <summary>A date that is printed in a text.</summary>
/// <param name="Date">The date; <see langword="null"/> where day and month cannot be told apart (<c>09/10/2019</c>).</param>
/// <param name="Start">Its first character.</param>
/// <param name="Length">How many characters it takes, with the time where one is printed.</param>
internal readonly record struct FoundDate(PublicationDate? Date, int Start, int Length)
{
    public int End => Start + Length;
}
