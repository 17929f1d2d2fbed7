namespace Syndication.Documents;

/// <summary>What a <see cref="Box"/> is. Only the kinds from <see cref="UnorderedList"/> on are written back into content.</summary>
internal enum BoxKind : byte
{
    Root,
    Division,
    Paragraph,
    Main,
    Article,
    SectionElement,
    Header,
    Footer,
    Navigation,
    Aside,
    Form,
    Layout,
    UnorderedList,
    OrderedList,
    ListItem,
    Quote,
    Table,
    TableRow,
    TableCell,
    TableHeaderCell,
    DefinitionList,
    DefinitionTerm,
    DefinitionDescription,
    Figure,
    Caption,
    Details,
    Summary,
}
