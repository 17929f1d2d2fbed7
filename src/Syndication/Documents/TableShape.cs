namespace Syndication.Documents;

/// <summary>Tells tables that hold data from those that only place things on a page, while they are being read.</summary>
internal sealed class TableShape
{
    private readonly Stack<Shape> open = new();

    public void Open(Box table, bool isPresentation)
    {
        if (open.TryPeek(out Shape? outer)) outer.HasTable = true;
        open.Push(new Shape(table) { IsPresentation = isPresentation });
    }

    public void AddCell(bool isHeader)
    {
        if (!open.TryPeek(out Shape? shape)) return;
        shape.Cells++;
        if (isHeader) shape.HeaderCells++;
    }

    public void AddCaption()
    {
        if (open.TryPeek(out Shape? shape)) shape.HasCaption = true;
    }

    /// <summary>Ends a table; one that says of itself that it holds data (header cells, a caption) and holds no other table stays one.</summary>
    public void Close(Box table)
    {
        if (!open.TryPeek(out Shape? shape) || !ReferenceEquals(shape.Table, table)) return;
        open.Pop();
        shape.Table.Kind = !shape.HasTable && !shape.IsPresentation && shape.Cells > 1 && (shape.HasCaption || shape.HeaderCells > 0) ? BoxKind.Table : BoxKind.Layout;
    }

    private sealed class Shape(Box table)
    {
        public Box Table { get; } = table;

        public bool IsPresentation { get; init; }

        public bool HasTable { get; set; }

        public bool HasCaption { get; set; }

        public int Cells { get; set; }

        public int HeaderCells { get; set; }
    }
}
