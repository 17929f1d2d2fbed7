using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Syndication.Model;

namespace Syndication.SampleHost.Pages;

/// <summary>Text of an issue: the library's own HTML, which is safe. A table, which may be wider than the screen, can be reached with the keyboard to move it.</summary>
public sealed class Prose : ComponentBase
{
    [Parameter, EditorRequired]
    public required Content Content { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddMarkupContent(0, Content.Html.Replace("<table>", "<table tabindex=\"0\">", StringComparison.Ordinal));
    }
}
