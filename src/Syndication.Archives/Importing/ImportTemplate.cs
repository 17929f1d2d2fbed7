namespace Syndication.Archives.Importing;

/// <summary>Issues of one template: their pages look alike, or, where they are no pages, their sections are told by the same look.</summary>
/// <param name="Name">What leads the sections of most of them, in words.</param>
/// <param name="Issues">How many issues have it.</param>
/// <param name="First">The date of the first.</param>
/// <param name="Last">The date of the last.</param>
/// <param name="Example">The document of the first of them.</param>
public sealed record ImportTemplate(string Name, int Issues, DateOnly? First, DateOnly? Last, string Example);
