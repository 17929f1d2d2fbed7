using System.Globalization;

namespace Syndication.Documents;

/// <summary>The few declarations of a <c>style</c> attribute (CSS Style Attributes) that tell what a text is.</summary>
internal readonly record struct InlineStyle(short Size, float Scale, string? Color, string? Background, bool? Bold, bool? Italic, bool? Centered, bool IsHidden, bool IsBlock)
{
    /// <summary>Reads a style attribute; declarations that do not matter or make no sense are passed over.</summary>
    public static InlineStyle Parse(ReadOnlySpan<char> css)
    {
        InlineStyle style = default;
        while (!css.IsEmpty)
        {
            int end = css.IndexOf(';');
            ReadOnlySpan<char> declaration = end < 0 ? css : css[..end];
            css = end < 0 ? default : css[(end + 1)..];
            int colon = declaration.IndexOf(':');
            if (colon <= 0) continue;
            style = style.With(declaration[..colon].Trim(), Value(declaration[(colon + 1)..]));
        }

        return style;
    }

    /// <summary>This style, with what it leaves open taken from another.</summary>
    public InlineStyle Over(in InlineStyle lower)
    {
        bool sized = Size > 0 || Scale > 0;
        return new InlineStyle(
            sized ? Size : lower.Size, sized ? Scale : lower.Scale, Color ?? lower.Color, Background ?? lower.Background, Bold ?? lower.Bold, Italic ?? lower.Italic,
            Centered ?? lower.Centered, IsHidden || lower.IsHidden, IsBlock || lower.IsBlock);
    }

    /// <summary>A length in pixels, or a scale of what is inherited (<c>1.2em</c>, <c>120%</c>).</summary>
    public static (short Pixels, float Scale) Length(ReadOnlySpan<char> value)
    {
        Span<char> lower = stackalloc char[16];
        if (value.Length > lower.Length || value.ToLowerInvariant(lower) < 0) return default;
        ReadOnlySpan<char> length = lower[..value.Length];
        int digits = 0;
        while (digits < length.Length && (char.IsAsciiDigit(length[digits]) || length[digits] == '.')) digits++;
        if (digits == 0) return Keyword(length);
        if (!float.TryParse(length[..digits], NumberStyles.Float, CultureInfo.InvariantCulture, out float number)) return default;
        return length[digits..].Trim() switch
        {
            "px" or "" => (Pixels(number), 0),
            "pt" => (Pixels(number * 4 / 3), 0),
            "rem" => (Pixels(number * 16), 0),
            "em" => (0, number),
            "%" => (0, number / 100),
            _ => default,
        };
    }

    private static short Pixels(float number) => (short)Math.Clamp(MathF.Round(number), 0, 500);

    private static (short, float) Keyword(ReadOnlySpan<char> value) => value switch
    {
        "xx-small" => (9, 0),
        "x-small" => (10, 0),
        "small" => (13, 0),
        "medium" => (16, 0),
        "large" => (18, 0),
        "x-large" => (24, 0),
        "xx-large" => (32, 0),
        "smaller" => (0, 0.83f),
        "larger" => (0, 1.2f),
        _ => default,
    };

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> value)
    {
        int important = value.IndexOf('!');
        return (important < 0 ? value : value[..important]).Trim();
    }

    private static bool Is(ReadOnlySpan<char> value, string wanted) => value.Equals(wanted, StringComparison.OrdinalIgnoreCase);

    private InlineStyle With(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (Is(name, "font-size"))
        {
            (short size, float scale) = Length(value);
            return size == 0 && scale == 0 && value.StartsWith("0") ? this with { IsHidden = true } : this with { Size = size, Scale = scale };
        }

        if (Is(name, "color")) return this with { Color = Lower(value) };
        if (Is(name, "background-color")) return this with { Background = Lower(value) };
        if (Is(name, "background") && value.Length > 0 && value[0] == '#') return this with { Background = Lower(value.IndexOf(' ') is > 0 and int i ? value[..i] : value) };
        if (Is(name, "font-weight"))
        {
            return this with { Bold = Is(value, "bold") || Is(value, "bolder") || (int.TryParse(value, CultureInfo.InvariantCulture, out int weight) && weight >= 600) };
        }

        if (Is(name, "font-style")) return this with { Italic = Is(value, "italic") || Is(value, "oblique") };
        if (Is(name, "text-align")) return this with { Centered = Is(value, "center") };
        if (Is(name, "display")) return Is(value, "none") ? this with { IsHidden = true } : this with { IsBlock = Is(value, "block") || Is(value, "flex") || Is(value, "table") };
        if (Is(name, "visibility") || Is(name, "mso-hide")) return this with { IsHidden = IsHidden || Is(value, "hidden") || Is(value, "all") };
        if (Is(name, "opacity") || Is(name, "max-height")) return this with { IsHidden = IsHidden || (value.StartsWith("0") && !value.ContainsAnyInRange('1', '9')) };
        return this;
    }

    private static string Lower(ReadOnlySpan<char> value) => value.ToString().ToLowerInvariant();
}
