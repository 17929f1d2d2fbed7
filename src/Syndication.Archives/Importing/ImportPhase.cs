namespace Syndication.Archives.Importing;

/// <summary>What an import is at.</summary>
public enum ImportPhase
{
    /// <summary>Looking at what there is, and whether it has changed.</summary>
    Looking,

    /// <summary>Learning what the issues have in common.</summary>
    Learning,

    /// <summary>Reading what is new.</summary>
    Reading,
}
