namespace Syndication.Documents;

/// <summary>What kind of text the input is.</summary>
internal enum DocumentFormat : byte
{
    PlainText,
    Markdown,
    Html,
}
