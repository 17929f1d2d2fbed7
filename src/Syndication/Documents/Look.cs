namespace Syndication.Documents;

/// <summary>Size and colour of text as the page itself sets them, without the style sheets that it links to.</summary>
/// <param name="Size">Font size in pixels; 0 where the page does not say.</param>
/// <param name="Color">The colour as written, lower case; <see langword="null"/> where the page does not say.</param>
/// <param name="Background">The background colour of the nearest box that sets one; <see langword="null"/> where none does.</param>
/// <param name="Centered">Whether the text is centred.</param>
internal readonly record struct Look(short Size, string? Color, string? Background, bool Centered);
