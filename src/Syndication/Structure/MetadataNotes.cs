using Syndication.Text;

namespace Syndication.Structure;

/// <summary>Where the metadata of an issue were found, and where their sources disagree.</summary>
internal sealed class MetadataNotes
{
    private readonly List<(string Field, string Source)> sources = [];
    private readonly List<Diagnostic> diagnostics = [];

    /// <summary>The fields that were found and what said them, in order.</summary>
    public IReadOnlyList<(string Field, string Source)> Sources => sources;

    /// <summary>What is to be reported.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    /// <summary>Reports something.</summary>
    public void Add(Diagnostic diagnostic) => diagnostics.Add(diagnostic);

    /// <summary>Notes what said a field; nothing where nothing did.</summary>
    public void Note(string field, string? source)
    {
        if (source is not null) sources.Add((field, source));
    }

    /// <summary>Reports that two sources say different things, and which was taken.</summary>
    public void Disagree(string field, string value, string source, string other, string otherSource, bool isUsual = false) =>
        diagnostics.Add(new Diagnostic(DiagnosticCodes.MetadataDisagrees, DiagnosticSeverity.Info, $"The {field} is {value} ({source}), but {other} ({otherSource}); {value} was taken{(isUsual ? ", for other issues have it there" : "")}."));
}
