using System.Globalization;
using MimeKit;
using Syndication.Text;

namespace Syndication.Archives.Mail;

/// <summary>The way of one message to an issue: parts, envelope, the alternative that says most, attached messages.</summary>
internal sealed class MessageReading(IssueReader reader, MailReaderOptions options, IssueSource source, List<Diagnostic> noticed, CancellationToken cancellationToken)
{
    private readonly PartBudget budget = new(options, noticed);

    public IssueResult Read(MimeMessage message) => Read(message, noticed);

    private IssueResult Read(MimeMessage message, List<Diagnostic> notes)
    {
        cancellationToken.ThrowIfCancellationRequested();
        MailParts parts = MailParts.Of(message.Body, budget);
        if (parts.Texts.Count == 0 && parts.Messages.Count == 0) parts.Texts.AddRange(parts.AttachedTexts.Select(attached => (List<MailText>)[attached.Text]));
        else parts.Unread.AddRange(parts.AttachedTexts.Select(attached => attached.Name));
        MailEnvelope envelope = MailEnvelope.Of(message, CharsetOf(parts), notes);
        foreach (string unread in parts.Unread) notes.Add(new Diagnostic(DiagnosticCodes.MailAttachmentUnread, DiagnosticSeverity.Info, $"An attachment was not read: {unread}."));

        bool isDigest = parts.Messages.Count > 1 || message.Body is Multipart multipart && multipart.ContentType.IsMimeType("multipart", "digest");
        if (isDigest && parts.Messages.Count > 0) return ReadDigest(parts, envelope, notes);
        IssueResult own = ReadOwn(parts, envelope, notes);
        return parts.Messages.Count == 0 ? own : ReadForwarded(own, parts, notes);
    }

    private IssueResult ReadOwn(MailParts parts, MailEnvelope envelope, List<Diagnostic> notes)
    {
        if (parts.Texts.Count == 1)
        {
            (MailText text, IssueResult? read) = Choose(parts.Texts[0], envelope, notes);
            return read ?? Understand(text, envelope);
        }

        if (parts.Texts.Count > 1) return Understand(MailPage.Join(parts.Texts.ConvertAll(text => Choose(text, envelope, notes).Text)), envelope);
        if (parts.Messages.Count == 0) notes.Add(new Diagnostic(DiagnosticCodes.MailWithoutText, DiagnosticSeverity.Warning, "The message has no text to read."));
        return Understand(MailText.Made("text/plain", ""), envelope);
    }

    /// <summary>The alternative that says most: the one that shows its structure best, unless another says a good deal more.</summary>
    private (MailText Text, IssueResult? Read) Choose(List<MailText> alternatives, MailEnvelope envelope, List<Diagnostic> notes)
    {
        if (alternatives.Count == 1) return (alternatives[0], null);
        List<MailText> ranked = [.. alternatives.AsEnumerable().Reverse().OrderBy(text => text.Rank)];
        MailText best = ranked[0];
        IssueResult bestRead = Understand(best, envelope);
        int bestSays = LetterCount.Of(bestRead.Issue), otherSays = 0;
        foreach (MailText other in ranked.Skip(1))
        {
            otherSays = LetterCount.Of(other.Decode());
            if (!SaysMore(otherSays, bestSays)) continue;
            IssueResult read = Understand(other, envelope);
            otherSays = LetterCount.Of(read.Issue);
            if (!SaysMore(otherSays, bestSays)) continue;
            (best, bestRead, bestSays, otherSays) = (other, read, otherSays, bestSays);
        }

        notes.Add(new Diagnostic(DiagnosticCodes.MailAlternativeChosen, DiagnosticSeverity.Info, string.Create(CultureInfo.InvariantCulture,
            $"Of {ranked.Count} alternatives, {best.MediaType} was read: it says {bestSays} letters in the issue, the next {otherSays}.")));
        return (best, bestRead);
    }

    private static bool SaysMore(int other, int best) => other > best * 1.2 + 100;

    /// <summary>One attached message: the issue is in it where it says more than what stands around it.</summary>
    private IssueResult ReadForwarded(IssueResult own, MailParts parts, List<Diagnostic> notes)
    {
        var innerNotes = new List<Diagnostic>();
        if (!budget.Enter()) return own;
        IssueResult inner = Read(parts.Messages[0], innerNotes);
        budget.Leave();
        if (LetterCount.Of(inner.Issue) <= LetterCount.Of(own.Issue))
        {
            notes.Add(new Diagnostic(DiagnosticCodes.MailAttachmentUnread, DiagnosticSeverity.Info, $"An attached message was not read, since the mail around it says more: \"{inner.Issue.Title}\"."));
            return own;
        }

        notes.RemoveAll(note => note.Code == DiagnosticCodes.MailDateInvalid);
        notes.AddRange(innerNotes);
        notes.Add(new Diagnostic(DiagnosticCodes.MailForwarded, DiagnosticSeverity.Info, "The issue stands in a message that is attached to the mail; what stands around it was set aside."));
        string around = string.Join("\n\n", parts.Texts.Select(text => text.Find(t => !t.IsHtml) ?? text[0]).Select(text => text.IsHtml ? PlainOf(own) : text.Decode().Trim())).Trim();
        return around.Length == 0 ? inner : inner with { SetAside = [new SetAsideText("forwarding", around), .. inner.SetAside] };
    }

    private static string PlainOf(IssueResult result) =>
        string.Join("\n", new[] { result.Issue.Title, result.Issue.Preface?.Text }.Concat(result.Issue.Sections.SelectMany(s => s.Items).Select(i => i.Content?.Text ?? i.Title)).Append(result.Issue.Closing?.Text).OfType<string>());

    private IssueResult ReadDigest(MailParts parts, MailEnvelope envelope, List<Diagnostic> notes)
    {
        List<MailText> own = parts.Texts.ConvertAll(text => Choose(text, envelope, notes).Text);
        List<(MailEnvelope, MailText?)> messages = [];
        foreach (MimeMessage message in parts.Messages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!budget.Enter()) break;
            MailParts inner = MailParts.Of(message.Body, budget);
            budget.Leave();
            MailEnvelope said = MailEnvelope.Of(message, CharsetOf(inner), []);
            MailText? text = inner.Texts.Count == 0 ? null : MailPage.Join(inner.Texts.ConvertAll(alternatives => Choose(alternatives, said, []).Text));
            messages.Add((said, text));
            foreach (string unread in inner.Unread) notes.Add(new Diagnostic(DiagnosticCodes.MailAttachmentUnread, DiagnosticSeverity.Info, $"An attachment was not read: {unread}."));
            if (inner.Messages.Count > 0) notes.Add(new Diagnostic(DiagnosticCodes.MailAttachmentUnread, DiagnosticSeverity.Info, $"{inner.Messages.Count} messages within a message of the digest were not read."));
        }

        return Understand(MailPage.Digest(own[..parts.TextsBeforeMessages], messages, own[parts.TextsBeforeMessages..]), envelope);
    }

    private IssueResult Understand(MailText text, MailEnvelope envelope)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int signature = text.MediaType == "text/plain" ? Signature.Start(text.Bytes) : text.Bytes.Length;
        IssueResult result = reader.Read(text.Bytes.AsSpan(0, signature), source with
        {
            ContentType = text.ContentType,
            Address = source.Address ?? text.Location,
            Metadata = [.. source.Metadata, .. envelope.Metadata],
        });
        return signature == text.Bytes.Length ? result : result with { SetAside = [.. result.SetAside, new SetAsideText("signature", (text with { Bytes = text.Bytes[signature..] }).Decode().Trim())] };
    }

    private static string? CharsetOf(MailParts parts) => parts.Texts.SelectMany(text => text).Select(text => text.Charset).FirstOrDefault(charset => charset is not null);
}
