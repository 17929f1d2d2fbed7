using Markdig.Extensions.DefinitionLists;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Syndication.Documents;

/// <summary>Definitions (PHP Markdown Extra, "Definition Lists") whose terms are words: wrapped text goes on where one of its lines happens to start with a colon, as it may in French.</summary>
internal sealed class MarkdownDefinitionParser : DefinitionListParser
{
    private const int LongestTerm = 60;

    /// <inheritdoc/>
    public override BlockState TryOpen(BlockProcessor processor) => processor.LastBlock is ParagraphBlock paragraph && IsWrapped(paragraph) ? BlockState.None : base.TryOpen(processor);

    private static bool IsWrapped(ParagraphBlock paragraph)
    {
        if (paragraph.Lines.Count < 2) return false;
        for (int i = 0; i < paragraph.Lines.Count; i++)
        {
            if (paragraph.Lines.Lines[i].Slice.Length > LongestTerm) return true;
        }

        return false;
    }
}
