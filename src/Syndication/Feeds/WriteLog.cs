using System.Collections.Immutable;
using System.Globalization;
using Syndication.Text;

namespace Syndication.Feeds;

/// <summary>Collects what writing had to derive, repair or leave out.</summary>
internal sealed class WriteLog
{
    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>The entry being written; <see langword="null"/> for the head of the document.</summary>
    public string? EntryId { get; set; }

    private string Place => EntryId is null ? "the feed" : "entry " + Shown(EntryId);

    public ImmutableArray<Diagnostic> ToImmutable() => diagnostics.ToImmutable();

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

    private void Add(string code, DiagnosticSeverity severity, string message) => diagnostics.Add(new Diagnostic(code, severity, message));

    private static string Shown(string value) => value.Length <= 200 ? value : string.Concat(value.AsSpan(0, 200), "…");
}
