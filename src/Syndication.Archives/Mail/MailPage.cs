using System.Net;
using System.Text;
using MimeKit;

namespace Syndication.Archives.Mail;

/// <summary>Puts several texts of a mail together as one, in their order.</summary>
internal static class MailPage
{
    /// <summary>Texts one after the other: text where all are, else a page.</summary>
    public static MailText Join(IReadOnlyList<MailText> texts)
    {
        if (texts.Count == 1) return texts[0];
        if (texts.All(text => text.MediaType == "text/plain")) return MailText.Made("text/plain", string.Join("\n\n", texts.Select(text => text.Decode().Trim('\r', '\n'))));
        var page = new StringBuilder();
        foreach (MailText text in texts) Append(page, text);
        return MailText.Made("text/html", page.ToString());
    }

    /// <summary>A digest (RFC 2046 §5.1.5): what introduces it, then each message under its subject, then what closes it.</summary>
    public static MailText Digest(IReadOnlyList<MailText> before, IEnumerable<(MailEnvelope Envelope, MailText? Text)> messages, IReadOnlyList<MailText> after)
    {
        var page = new StringBuilder("<!DOCTYPE html>\n<html><body>\n");
        foreach (MailText text in before) Append(page, text);
        foreach ((MailEnvelope envelope, MailText? text) in messages)
        {
            page.Append("<article>\n<h2>").Append(WebUtility.HtmlEncode(envelope.Title ?? envelope.From ?? "")).Append("</h2>\n");
            if (envelope.From is { } from) page.Append("<p>By ").Append(WebUtility.HtmlEncode(from)).Append("</p>\n");
            if (text is not null) Append(page, text);
            page.Append("</article>\n");
        }

        page.Append("<footer>\n");
        foreach (MailText text in after) Append(page, text);
        return MailText.Made("text/html", page.Append("</footer>\n</body></html>\n").ToString());
    }

    private static void Append(StringBuilder page, MailText text)
    {
        if (text.IsHtml) page.Append("<div>").Append(text.Decode()).Append("</div>\n");
        else TextMarkup.Append(page, text.Decode());
    }
}
