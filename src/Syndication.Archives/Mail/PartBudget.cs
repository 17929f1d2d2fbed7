using Syndication.Text;

namespace Syndication.Archives.Mail;

/// <summary>What is left of the limits on parts and depth; says once that one was reached.</summary>
internal sealed class PartBudget(MailReaderOptions options, List<Diagnostic> noticed)
{
    private int parts;
    private int depth;
    private bool reported;

    public List<Diagnostic> Noticed { get; } = noticed;

    public bool TakePart() => ++parts <= options.MaxParts || Refuse($"The message has more than {options.MaxParts} parts; the rest was not read.");

    public bool Enter()
    {
        if (depth >= options.MaxDepth) return Refuse($"The parts of the message nest deeper than {options.MaxDepth}; what is deeper was not read.");
        depth++;
        return true;
    }

    public void Leave() => depth--;

    private bool Refuse(string message)
    {
        if (!reported) Noticed.Add(new Diagnostic(DiagnosticCodes.MailPartsLimited, DiagnosticSeverity.Warning, message));
        reported = true;
        return false;
    }
}
