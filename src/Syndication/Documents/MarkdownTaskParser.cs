using Markdig.Extensions.TaskLists;
using Markdig.Helpers;
using Markdig.Parsers;

namespace Syndication.Documents;

/// <summary>A task's box, which white space must follow as in GitHub's Markdown (GFM 0.29, 5.3): <c>- [x](address)</c> is a link.</summary>
internal sealed class MarkdownTaskParser : TaskListInlineParser
{
    private const int BoxLength = 3;

    /// <inheritdoc/>
    public override bool Match(InlineProcessor processor, ref StringSlice slice) =>
        slice.PeekChar(BoxLength) is ' ' or '\t' && base.Match(processor, ref slice);
}
