namespace Syndication.Text;

/// <summary>Something that a reader or writer noticed: what it could not understand, had to repair or left out.</summary>
/// <param name="Code">A stable code, <c>SYN</c> and four digits; <see cref="DiagnosticCodes"/> lists them.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">Plain words for a person, with the values concerned.</param>
/// <param name="Line">Line in the decoded text, from 1; <see langword="null"/> where there is no position.</param>
/// <param name="Column">Column in UTF-16 code units, from 1; <see langword="null"/> where there is no position.</param>
public sealed record Diagnostic(string Code, DiagnosticSeverity Severity, string Message, int? Line = null, int? Column = null)
{
    /// <summary><c>warning SYN1001 (12,4): message</c>.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{Severity.ToString().ToLowerInvariant()} {Code}{(Line is null ? "" : $" ({Line},{Column})")}: {Message}");
}
