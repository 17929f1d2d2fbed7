using System.Collections.Immutable;
using System.Globalization;
using Syndication.Text;

namespace Syndication.Feeds;

/// <summary>Collects what writing had to derive, repair or leave out.</summary>
internal sealed class WriteLog
{
    private const int MaxOfAKind = 1000;

    private readonly Dictionary<(string Code, DiagnosticSeverity Severity), int> counts = [];
    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>The entry being written; <see langword="null"/> for the head of the document.</summary>
    public string? EntryId { get; set; }

    private string Place => EntryId is null ? "the feed" : "entry " + Shown(EntryId);

    /// <summary>What was collected: of each kind a thousand at the most, and how many more there are, so that memory has a bound.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() =>
    [
        .. diagnostics,
        .. counts.Where(static kind => kind.Value > MaxOfAKind).OrderBy(static kind => kind.Key)
            .Select(static kind => new Diagnostic(kind.Key.Code, kind.Key.Severity, string.Create(CultureInfo.InvariantCulture, $"{kind.Value - MaxOfAKind} more of this kind are not listed."))),
    ];

    public void CharactersRepaired(string name, int count) => Add(DiagnosticCodes.CharactersRepaired, DiagnosticSeverity.Warning,
        string.Create(CultureInfo.InvariantCulture, $"{count} character(s) in {name} of {Place} were removed or replaced: the format cannot carry them."));

    public void Derived(string name, string value, string from, DiagnosticSeverity severity = DiagnosticSeverity.Warning) =>
        Add(DiagnosticCodes.ValueDerived, severity, $"{Place} has no {name}, which the format requires; {from} was written: {Shown(value)}");

    public void AddressRepaired(string name, string address, string written) => Add(DiagnosticCodes.AddressRepaired, DiagnosticSeverity.Warning,
        $"{name} of {Place} is no URI: {Shown(address)} was written as {Shown(written)}");

    public void AddressLeftOut(string name, string address) => Add(DiagnosticCodes.AddressRepaired, DiagnosticSeverity.Warning,
        $"{name} of {Place} was left out, because it is no absolute address that a feed can carry: {Shown(address)}");

    public void DuplicateId(string id, string written) => Add(DiagnosticCodes.DuplicateId, DiagnosticSeverity.Warning,
        $"A second entry has the id {Shown(id)}; it was written as {Shown(written)}");

    public void LeftOut(string name, string value, string reason) => Add(DiagnosticCodes.ValueLeftOut, DiagnosticSeverity.Warning,
        $"{name} of {Place} was left out, because {reason}: {Shown(value)}");

    private void Add(string code, DiagnosticSeverity severity, string message)
    {
        int count = counts[(code, severity)] = counts.GetValueOrDefault((code, severity)) + 1;
        if (count <= MaxOfAKind) diagnostics.Add(new Diagnostic(code, severity, message));
    }

    private static string Shown(string value) => value.Length <= 200 ? value : string.Concat(value.AsSpan(0, 200), "…");
}
