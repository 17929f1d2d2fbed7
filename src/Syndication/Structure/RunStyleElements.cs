using System.Text;
using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>The elements that stand for the styles of a run in content.</summary>
internal static class RunStyleElements
{
    private static readonly (RunStyle Style, string Name)[] Elements =
    [
        (RunStyle.Bold, "strong"), (RunStyle.Italic, "em"), (RunStyle.Strike, "s"), (RunStyle.Mark, "mark"), (RunStyle.Quoted, "q"), (RunStyle.Small, "small"),
        (RunStyle.Underline, "u"), (RunStyle.Subscript, "sub"), (RunStyle.Superscript, "sup"), (RunStyle.Code, "code"), (RunStyle.Ruby, "ruby"), (RunStyle.RubyText, "rt"),
    ];

    public static void Open(StringBuilder html, RunStyle style)
    {
        if (style == RunStyle.None) return;
        foreach ((RunStyle flag, string name) in Elements)
        {
            if (style.HasFlag(flag)) html.Append('<').Append(name).Append('>');
        }
    }

    public static void Close(StringBuilder html, RunStyle style)
    {
        if (style == RunStyle.None) return;
        for (int i = Elements.Length - 1; i >= 0; i--)
        {
            if (style.HasFlag(Elements[i].Style)) html.Append("</").Append(Elements[i].Name).Append('>');
        }
    }
}
