using System.Collections.Immutable;
using System.Globalization;
using Syndication.Text;

namespace Syndication.Feeds;

/// <summary>Collects what writing had to derive, repair or leave out.</summary>
internal sealed class WriteLog
{
    private readonly DiagnosticList diagnostics = new();

    /// <summary>The entry being written; <see langword="null"/> for the head of the document.</summary>
    public string? EntryId { get; set; }

    private string Place => EntryId is null ? "the feed" : "entry " + DiagnosticList.Shown(EntryId);

    public ImmutableArray<Diagnostic> ToImmutable() => diagnostics.ToImmutable();

    public void CharactersRepaired(string name, int count) => diagnostics.Add(DiagnosticCodes.CharactersRepaired, DiagnosticSeverity.Warning,
        string.Create(CultureInfo.InvariantCulture, $"{count} character(s) in {name} of {Place} were removed or replaced: the format cannot carry them."));

    public void Derived(string name, string value, string from, DiagnosticSeverity severity = DiagnosticSeverity.Warning) =>
        diagnostics.Add(DiagnosticCodes.ValueDerived, severity, $"{Place} has no {name}, which the format requires; {from} was written: {DiagnosticList.Shown(value)}");

    public void AddressRepaired(string name, string address, string written) => diagnostics.Add(DiagnosticCodes.AddressRepaired, DiagnosticSeverity.Warning,
        $"{name} of {Place} is no URI: {DiagnosticList.Shown(address)} was written as {DiagnosticList.Shown(written)}");

    public void AddressLeftOut(string name, string address) => diagnostics.Add(DiagnosticCodes.AddressRepaired, DiagnosticSeverity.Warning,
        $"{name} of {Place} was left out, because it is no absolute address that a feed can carry: {DiagnosticList.Shown(address)}");

    public void DuplicateId(string id, string written) => diagnostics.Add(DiagnosticCodes.DuplicateId, DiagnosticSeverity.Warning,
        $"A second entry has the id {DiagnosticList.Shown(id)}; it was written as {DiagnosticList.Shown(written)}");

    public void LeftOut(string name, string value, string reason) => diagnostics.Add(DiagnosticCodes.ValueLeftOut, DiagnosticSeverity.Warning,
        $"{name} of {Place} was left out, because {reason}: {DiagnosticList.Shown(value)}");
}
