namespace Syndication.Documents;

/// <summary>The attributes of an element that matter for reading it, found in one pass.</summary>
internal ref struct HtmlAttributes
{
    public ReadOnlySpan<char> Style;
    public ReadOnlySpan<char> Class;
    public ReadOnlySpan<char> Id;
    public ReadOnlySpan<char> Role;
    public ReadOnlySpan<char> Align;
    public ReadOnlySpan<char> Background;
    public ReadOnlySpan<char> Size;
    public ReadOnlySpan<char> Color;
    public ReadOnlyMemory<char>? Href;
    public ReadOnlyMemory<char>? Property;
    public bool HasDateTime;
    public bool IsHidden;

    /// <summary>Whether its class says that it names an author (microformats2, h-entry: <c>p-author</c>).</summary>
    public readonly bool IsAuthor
    {
        get
        {
            int at = Class.IndexOf("p-author", StringComparison.Ordinal);
            return at >= 0 && (at == 0 || char.IsWhiteSpace(Class[at - 1])) && (at + 8 == Class.Length || char.IsWhiteSpace(Class[at + 8]));
        }
    }

    /// <summary>Reads them; where a name stands twice the first counts (HTML Living Standard §13.2.5.33).</summary>
    public static HtmlAttributes Of(PageElement element)
    {
        HtmlAttributes found = default;
        ReadOnlySpan<PageAttribute> attributes = element.Attributes;
        for (int i = attributes.Length - 1; i >= 0; i--)
        {
            ReadOnlyMemory<char> value = attributes[i].Value;
            switch (attributes[i].Name.Span)
            {
                case "style":
                    found.Style = value.Span;
                    break;
                case "class":
                    found.Class = value.Span;
                    break;
                case "id":
                    found.Id = value.Span;
                    break;
                case "role":
                    found.Role = value.Span;
                    break;
                case "align":
                    found.Align = value.Span;
                    break;
                case "bgcolor":
                    found.Background = value.Span;
                    break;
                case "size":
                    found.Size = value.Span;
                    break;
                case "color":
                    found.Color = value.Span;
                    break;
                case "href":
                    found.Href = value;
                    break;
                case "itemprop":
                    found.Property = value;
                    break;
                case "datetime":
                    found.HasDateTime = true;
                    break;
                case "hidden":
                    found.IsHidden = true;
                    break;
            }
        }

        return found;
    }
}
