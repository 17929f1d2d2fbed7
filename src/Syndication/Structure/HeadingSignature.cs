using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>How a possible heading looks: blocks with the same signature are the same kind of thing, so rank is decided once for all of them.</summary>
/// <param name="Class">Why it may be a heading at all.</param>
/// <param name="Level">The level of the markup, or of the line in plain text; 0 where there is none.</param>
/// <param name="Size">Font size in pixels; 0 where the page does not say.</param>
/// <param name="IsBold">All of it is bold.</param>
/// <param name="IsLinked">All of it is a link.</param>
/// <param name="IsCentered">It is centred.</param>
/// <param name="Color">Its colour; <see langword="null"/> where the page does not say.</param>
/// <param name="IsOnColor">It stands on another colour than the text.</param>
/// <param name="ListDepth">Lists around it.</param>
/// <param name="Mark">The sign it starts with (<c>【</c>, <c>▍</c>); NUL where it starts with a letter or digit.</param>
/// <param name="Pin">The selector of the profile that names it: <see cref="BlockPins.Section"/> or <see cref="BlockPins.Item"/>.</param>
internal readonly record struct HeadingSignature(
    HeadingClass Class, int Level, int Size, bool IsBold, bool IsLinked, bool IsCentered, string? Color, bool IsOnColor, int ListDepth, char Mark = '\0', BlockPins Pin = BlockPins.None)
{
    /// <summary>For a person: <c>h2</c>, <c>18px bold #fff linked</c>.</summary>
    public override string ToString()
    {
        List<string> words = [];
        if (Pin != BlockPins.None && Level is 0 or 7) words.Add("element");
        else if (Class == HeadingClass.Markup) words.Add($"h{Level}");
        else if (Class == HeadingClass.Picture) words.Add("picture");
        else if (Class == HeadingClass.Known) words.Add("line called as a section");
        else if (Class == HeadingClass.Line) words.Add($"line of rank {Level}");
        else if (Class == HeadingClass.LeadIn) words.Add("line over a list");
        else if (Class == HeadingClass.ListGroup) words.Add("list item over a list");
        if (Size > 0) words.Add($"{Size}px");
        if (IsBold && Class != HeadingClass.Markup) words.Add("bold");
        if (Color is not null) words.Add(Color);
        if (IsOnColor) words.Add("on colour");
        if (IsCentered) words.Add("centred");
        if (IsLinked) words.Add("linked");
        if (Mark != '\0') words.Add($"with {Mark}");
        if (Pin != BlockPins.None) words.Add("named by a selector");
        return string.Join(' ', words);
    }
}
