namespace Syndication.Structure;

/// <summary>What may be the number of an issue.</summary>
/// <param name="Value">The number.</param>
/// <param name="Start">Its first character, the marker's where there is one.</param>
/// <param name="Length">How many characters it takes with its marker.</param>
/// <param name="Strength">How sure it is.</param>
/// <param name="Printed">The number as it is printed, where that is more than a whole number (<c>4.2</c> for 4); else <see langword="null"/>.</param>
internal readonly record struct IssueNumber(int Value, int Start, int Length, NumberStrength Strength, string? Printed = null)
{
    public int End => Start + Length;
}
