using System.Collections.Immutable;
using System.Globalization;
using Syndication.Text;

namespace Syndication.Feeds;

/// <summary>Diagnostics of a document: of each kind a thousand at the most, so that memory has a bound whatever the document is like.</summary>
internal sealed class DiagnosticList
{
    private const int MaxOfAKind = 1000;
    private const int MaxShown = 200;

    private readonly Dictionary<(string Code, DiagnosticSeverity Severity), int> counts = [];
    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    public void Add(string code, DiagnosticSeverity severity, string message)
    {
        int count = counts[(code, severity)] = counts.GetValueOrDefault((code, severity)) + 1;
        if (count <= MaxOfAKind) diagnostics.Add(new Diagnostic(code, severity, message));
    }

    public void AddRange(ImmutableArray<Diagnostic> others) => diagnostics.AddRange(others);

    /// <summary>What was added, and last how many more of a kind there were.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() =>
    [
        .. diagnostics,
        .. counts.Where(static kind => kind.Value > MaxOfAKind).OrderBy(static kind => kind.Key)
            .Select(static kind => new Diagnostic(kind.Key.Code, kind.Key.Severity, string.Create(CultureInfo.InvariantCulture, $"{kind.Value - MaxOfAKind} more of this kind are not listed."))),
    ];

    /// <summary>A value as a message shows it.</summary>
    public static string Shown(string value) => value.Length <= MaxShown ? value : string.Concat(value.AsSpan(0, MaxShown), "…");
}
