namespace Syndication.Documents;

/// <summary>The ways in which an item may be set, by the names that <c>inspect</c> and profiles have for them.</summary>
internal static class ItemLayout
{
    public const string Heading = "heading";

    public const string ListEntry = "list entry";

    public const string Definition = "definition";

    public const string TableRow = "table row";

    public const string Numbered = "numbered paragraph";

    public const string Bulleted = "paragraph with a typed bullet";

    public const string SemicolonLine = "line that ends with a semicolon";

    public const string LinkedLine = "linked line over its text";

    public const string BoldStart = "paragraph that starts bold";

    public const string LinkStart = "paragraph that starts with a link";

    public const string BareParagraph = "bare paragraph";

    /// <summary>The section is one text; also what is left where nothing else fits.</summary>
    public const string Prose = "prose";

    public static readonly IReadOnlyList<string> All = [Heading, ListEntry, Definition, TableRow, Numbered, Bulleted, SemicolonLine, LinkedLine, BoldStart, LinkStart, BareParagraph, Prose];
}
