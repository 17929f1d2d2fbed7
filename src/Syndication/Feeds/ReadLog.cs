using System.Collections.Immutable;
using Syndication.Text;

namespace Syndication.Feeds;

/// <summary>Collects what reading could not understand or had to repair.</summary>
internal sealed class ReadLog
{
    private readonly DiagnosticList diagnostics = new();

    /// <summary>The entry being read, by number from 1; 0 is the head of the document.</summary>
    public int Entry { get; set; }

    private string Place => Entry == 0 ? "the feed" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"entry {Entry}");

    public ImmutableArray<Diagnostic> ToImmutable() => diagnostics.ToImmutable();

    public void Decoded(ImmutableArray<Diagnostic> reports) => diagnostics.AddRange(reports);

    public void NotAFeed(string why) => diagnostics.Add(DiagnosticCodes.NotAFeed, DiagnosticSeverity.Error, why);

    public void Broken(string how) => diagnostics.Add(DiagnosticCodes.FeedBroken, DiagnosticSeverity.Warning, how);

    public void Limited(int entries) => diagnostics.Add(DiagnosticCodes.FeedEntriesLimited, DiagnosticSeverity.Warning,
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The feed has more than {entries} entries; the rest was not read."));

    public void DateUnread(string name, string value, string why) => diagnostics.Add(DiagnosticCodes.FeedDateUnread, DiagnosticSeverity.Warning,
        $"{name} of {Place} was not read, because {why}: {DiagnosticList.Shown(value)}");

    public void DateCorrected(string name, string value, string how) => diagnostics.Add(DiagnosticCodes.FeedDateCorrected, DiagnosticSeverity.Info,
        $"{name} of {Place} was read although {how}: {DiagnosticList.Shown(value)}");

    public void Unread(string name, string value, string why) => diagnostics.Add(DiagnosticCodes.FeedValueUnread, DiagnosticSeverity.Warning,
        $"{name} of {Place} was left out, because {why}: {DiagnosticList.Shown(value)}");
}
