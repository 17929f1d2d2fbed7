namespace Syndication.Documents;

/// <summary>The lists that are open in a plain text: how far a line is indented says which item it belongs to.</summary>
internal sealed class TextLists(FlatDocumentBuilder builder, Limits limits)
{
    private readonly List<(int Indent, ListMarker Marker)> open = [];

    public bool Any => open.Count > 0;

    /// <summary>Indent of the innermost item's marker; -1 outside of lists.</summary>
    public int Indent => open.Count > 0 ? open[^1].Indent : -1;

    /// <summary>Whether a marker goes on with a list that is open.</summary>
    public bool Continues(int indent, ListMarker marker)
    {
        foreach (var (listIndent, listMarker) in open)
        {
            if (Math.Abs(listIndent - indent) < 2 && listMarker.Style == marker.Style && listMarker.IsOrdered == marker.IsOrdered) return true;
        }

        return false;
    }

    /// <summary>Opens an item, and the list around it where it is the first.</summary>
    public void OpenItem(int indent, ListMarker marker)
    {
        while (open.Count > 0 && indent < open[^1].Indent - 1) Close();
        if (open.Count > 0 && indent < open[^1].Indent + 2)
        {
            bool same = open[^1].Marker.Style == marker.Style && open[^1].Marker.IsOrdered == marker.IsOrdered;
            if (same)
            {
                builder.CloseBox();
                builder.OpenBox(BoxKind.ListItem).Ordinal = marker.Ordinal;
                return;
            }

            Close();
        }

        while (open.Count > 0 && builder.Box.Depth + 2 > limits.MaxDepth) Close();
        Box list = builder.OpenBox(marker.IsOrdered ? BoxKind.OrderedList : BoxKind.UnorderedList);
        list.Ordinal = marker.Ordinal;
        builder.OpenBox(BoxKind.ListItem).Ordinal = marker.Ordinal;
        open.Add((indent, marker));
    }

    /// <summary>Ends the items that a line of text with this indent is not part of.</summary>
    public void EndAt(int indent)
    {
        while (open.Count > 0 && indent <= open[^1].Indent) Close();
    }

    public void EndAll()
    {
        while (open.Count > 0) Close();
    }

    private void Close()
    {
        builder.CloseBox();
        builder.CloseBox();
        open.RemoveAt(open.Count - 1);
    }
}
