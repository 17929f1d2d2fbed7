namespace Syndication;

/// <summary>Visible text that is no part of the content.</summary>
/// <param name="Reason">What it was taken for: <c>masthead</c>, <c>navigation</c>, <c>hidden</c>, <c>share</c>, <c>comments</c>, <c>footer</c>, …</param>
/// <param name="Text">The text.</param>
public sealed record SetAsideText(string Reason, string Text);
