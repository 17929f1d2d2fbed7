namespace Syndication.Archives.Importing;

/// <summary>Issues whose sections are told by the same look.</summary>
/// <param name="Name">The look, in words.</param>
/// <param name="Issues">How many issues have it.</param>
/// <param name="First">The date of the first.</param>
/// <param name="Last">The date of the last.</param>
public sealed record ImportTemplate(string Name, int Issues, DateOnly? First, DateOnly? Last);
