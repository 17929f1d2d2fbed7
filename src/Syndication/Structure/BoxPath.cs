using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>The shape of the way to a box: the kinds of the boxes around it, outermost first (<c>main > article > division</c>). No names of classes, no positions.</summary>
internal static class BoxPath
{
    /// <summary>Mail nests tables; deeper than this a path tells of one issue only.</summary>
    private const int Deepest = 40;

    /// <summary>The path; <see langword="null"/> for the document itself and for what stands too deep.</summary>
    public static string? Of(Box box)
    {
        if (box.Depth is 0 or > Deepest) return null;
        var names = new string[box.Depth];
        for (Box at = box; at.Parent is { } parent; at = parent) names[at.Depth - 1] = NameOf(at.Kind);
        return string.Join(" > ", names);
    }

    private static string NameOf(BoxKind kind) => kind switch
    {
        BoxKind.SectionElement => "section",
        BoxKind.UnorderedList or BoxKind.OrderedList => "list",
        BoxKind.ListItem => "entry",
        BoxKind.TableRow => "row",
        BoxKind.TableCell or BoxKind.TableHeaderCell => "cell",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
