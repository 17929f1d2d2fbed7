using AngleSharp.Dom;

namespace Syndication.Tool.Rendering;

/// <summary>A piece of a text node of a page.</summary>
/// <param name="Node">The node.</param>
/// <param name="Start">The first character.</param>
/// <param name="End">The one after the last.</param>
internal readonly record struct TextPiece(IText Node, int Start, int End);
