namespace Syndication.Model;

/// <summary>What a <see cref="Person"/> did for an issue or an item.</summary>
public enum PersonRole
{
    /// <summary>Wrote it.</summary>
    Author,

    /// <summary>Edited or collected it.</summary>
    Editor,

    /// <summary>Translated it.</summary>
    Translator,

    /// <summary>Published it.</summary>
    Publisher,
}
