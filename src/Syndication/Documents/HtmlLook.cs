namespace Syndication.Documents;

/// <summary>Size, colour and alignment of the text in an element: from its inline style, and from the presentational attributes of older pages (HTML Living Standard §15.3).</summary>
internal static class HtmlLook
{
    public static Look Within(Look outer, ElementKind kind, in HtmlAttributes attributes, in InlineStyle css)
    {
        Look look = kind.HeadingLevel > 0 ? outer with { Size = 0 } : outer;
        if (kind.Name == "font")
        {
            if (!attributes.Size.IsEmpty) look = look with { Size = FontSize(attributes.Size) };
            if (!attributes.Color.IsEmpty) look = look with { Color = Lower(attributes.Color) };
        }

        if (kind.Name == "big") look = look with { Size = 20 };
        if (css.Size > 0) look = look with { Size = css.Size };
        else if (css.Scale > 0) look = look with { Size = (short)Math.Clamp(MathF.Round((look.Size == 0 ? 16 : look.Size) * css.Scale), 1, 500) };
        if (css.Color is not null) look = look with { Color = css.Color };
        string? background = css.Background ?? (!attributes.Background.IsEmpty && kind.Name is "td" or "table" or "tr" or "th" or "body" ? Lower(attributes.Background) : null);
        if (!string.IsNullOrEmpty(background)) look = look with { Background = background };
        bool? centered = css.Centered
            ?? (kind.Name == "center" ? true : !attributes.Align.IsEmpty && kind.Name != "table" ? attributes.Align.Equals("center", StringComparison.OrdinalIgnoreCase) : null);
        return centered is { } c ? look with { Centered = c } : look;
    }

    /// <summary>Whether an element without attributes can look other than what is around it.</summary>
    public static bool MayChange(ElementKind kind) => kind.HeadingLevel > 0 || kind.Name is "big" or "center";

    private static short FontSize(ReadOnlySpan<char> size)
    {
        int number = HtmlNumber.Of(size.TrimStart("+-"), 0);
        if (size[0] == '+') number = 3 + number;
        else if (size[0] == '-') number = 3 - number;
        return Math.Clamp(number, 1, 7) switch { 1 => 10, 2 => 13, 3 => 16, 4 => 18, 5 => 24, 6 => 32, _ => 48 };
    }

    private static string Lower(ReadOnlySpan<char> value) => value.ToString().ToLowerInvariant();
}
