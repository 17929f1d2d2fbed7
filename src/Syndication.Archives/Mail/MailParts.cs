using MimeKit;
using Syndication.Text;

namespace Syndication.Archives.Mail;

/// <summary>What of a message is for reading, in order: its texts, each with its alternatives, and the messages attached to it.</summary>
internal sealed class MailParts
{
    /// <summary>The texts one after the other; of each, the alternatives in the sender's order, the last being the fullest (RFC 2046 §5.1.4).</summary>
    public List<List<MailText>> Texts { get; } = [];

    /// <summary>Text files that are attached: read only where nothing else is there.</summary>
    public List<(MailText Text, string Name)> AttachedTexts { get; } = [];

    public List<MimeMessage> Messages { get; } = [];

    /// <summary>How many of the texts stand before the first attached message.</summary>
    public int TextsBeforeMessages { get; private set; }

    /// <summary>Attachments that are not read, in words.</summary>
    public List<string> Unread { get; } = [];

    /// <summary>Walks through a message.</summary>
    /// <param name="body">Its body; <see langword="null"/> where it has none.</param>
    /// <param name="budget">What is left of the limits.</param>
    public static MailParts Of(MimeEntity? body, PartBudget budget)
    {
        var parts = new MailParts();
        if (body is not null) parts.Add(body, budget);
        return parts;
    }

    private void Add(MimeEntity entity, PartBudget budget)
    {
        if (!budget.TakePart()) return;
        switch (entity)
        {
            case MessagePart { Message: { } message }:
                if (Messages.Count == 0) TextsBeforeMessages = Texts.Count;
                Messages.Add(message);
                break;
            case Multipart multipart when budget.Enter():
                AddMultipart(multipart, budget);
                budget.Leave();
                break;
            case MimePart part:
                AddPart(part);
                break;
        }
    }

    private void AddMultipart(Multipart multipart, PartBudget budget)
    {
        if (multipart.Count == 0)
        {
            if (MultipartRepair.Of(multipart, budget.Noticed) is { } repaired) Add(repaired, budget);
        }
        else if (multipart.ContentType.IsMimeType("multipart", "alternative"))
        {
            AddAlternatives(multipart, budget);
        }
        else if (multipart is MultipartRelated related)
        {
            // The other parts are images and styles that the root points to (RFC 2387).
            Add(related.Root ?? multipart[0], budget);
        }
        else if (multipart.ContentType.IsMimeType("multipart", "signed"))
        {
            Add(multipart[0], budget);
        }
        else
        {
            foreach (MimeEntity child in multipart) Add(child, budget);
        }
    }

    private void AddAlternatives(Multipart multipart, PartBudget budget)
    {
        List<MailText> alternatives = [];
        foreach (MimeEntity child in multipart)
        {
            var inner = new MailParts();
            inner.Add(child, budget);
            if (inner.Texts.Count == 1) alternatives.AddRange(inner.Texts[0]);
            else if (inner.Texts.Count > 1) alternatives.Add(MailPage.Join(inner.Texts.ConvertAll(text => text[^1])));
            AttachedTexts.AddRange(inner.AttachedTexts);
            Messages.AddRange(inner.Messages);
            Unread.AddRange(inner.Unread);
        }

        if (alternatives.Count > 0) Texts.Add(alternatives);
    }

    private void AddPart(MimePart part)
    {
        bool isReadable = MailText.IsReadable(part.ContentType);
        string? file = HeaderValue.Line(part.FileName);
        string name = $"{(file is null ? "a part" : $"\"{file}\"")} ({part.ContentType.MimeType.ToLowerInvariant()})";
        if (isReadable && !part.IsAttachment) Texts.Add([MailText.Of(part)]);
        else if (isReadable) AttachedTexts.Add((MailText.Of(part), name));
        else if (part.IsAttachment || part.ContentId is null) Unread.Add(name);
    }
}
