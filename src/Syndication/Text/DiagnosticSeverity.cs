namespace Syndication.Text;

/// <summary>How much a <see cref="Diagnostic"/> matters.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Explains a decision; nothing to do.</summary>
    Info,

    /// <summary>Something was repaired, guessed or set aside: worth a look.</summary>
    Warning,

    /// <summary>The input could not be read as what it claims to be.</summary>
    Error,
}
