namespace Syndication.Model;

/// <summary>A person (or a body) named by an issue, an item or a publication. JSON form: <c>person</c>.</summary>
/// <remarks>Maps to the Atom Person construct (RFC 4287 §3.2), <c>dc:creator</c> in RSS 2.0 and an author object in JSON Feed 1.1.</remarks>
/// <param name="Name">The name as printed; never empty.</param>
public sealed record Person(string Name)
{
    /// <summary>The person's home page, absolute; <see langword="null"/> where the source gives none.</summary>
    public string? Url { get; init; }

    /// <summary>The person's e-mail address (RFC 5322 addr-spec); <see langword="null"/> where the source gives none.</summary>
    public string? Email { get; init; }

    /// <summary>What the person did; <see cref="PersonRole.Author"/> unless the source says otherwise.</summary>
    public PersonRole Role { get; init; }
}
