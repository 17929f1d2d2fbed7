using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using Syndication.Text;

namespace Syndication.Documents;

/// <summary>
/// Reads a page of which no tree can be made (see <see cref="HtmlTree"/>), tag by tag: text, lines, headings, images and links are kept; what
/// nests is not.
/// </summary>
internal sealed class HtmlTokenReader
{
    private readonly FlatDocumentBuilder builder;
    private int link = -1;
    private string? unseen;
    private int unseenDepth;

    private HtmlTokenReader(FlatDocumentBuilder builder) => this.builder = builder;

    public static void Read(string html, FlatDocumentBuilder builder, CancellationToken cancellationToken)
    {
        builder.Report(new Diagnostic(
            DiagnosticCodes.NestingLimited, DiagnosticSeverity.Warning, "The elements of the page nest too deeply or are too many; it was read without its nesting: text, headings and links are kept, lists and tables are not."));
        var reader = new HtmlTokenReader(builder);
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.ResolverExtended) { IsAcceptingCharacterData = false };
        int tokens = 0;
        while (tokenizer.Get() is { Type: not HtmlTokenType.EndOfFile } token)
        {
            if (++tokens % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            switch (token.Type)
            {
                case HtmlTokenType.Character:
                    reader.AddText(token.Data);
                    break;
                case HtmlTokenType.StartTag:
                    reader.Start(token.AsTag());
                    tokenizer.State = StateWithin(token.Name);
                    break;
                case HtmlTokenType.EndTag:
                    reader.End(token.Name);
                    break;
            }
        }
    }

    /// <summary>How the tokenizer goes on after a start tag (HTML §13.2.6.4).</summary>
    private static HtmlParseMode StateWithin(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        "plaintext" => HtmlParseMode.Plaintext,
        _ => HtmlParseMode.PCData,
    };

    private void AddText(string text)
    {
        if (unseen is null) builder.AddText(text.Contains('\0', StringComparison.Ordinal) ? text.Replace("\0", "", StringComparison.Ordinal) : text, RunStyle.None, link);
    }

    private void Start(HtmlTagToken tag)
    {
        string name = tag.Name;
        if (unseen is not null)
        {
            if (name == unseen) unseenDepth++;
            return;
        }

        switch (name)
        {
            case "br":
                builder.Break();
                return;
            case "hr":
                builder.AddRule();
                return;
            case "img":
                if (Attribute(tag, "src") is { } image) builder.AddPicture(builder.AddImage(image, Attribute(tag, "alt"), 0, 0), link);
                return;
            case "a":
                link = Attribute(tag, "href") is { } href ? builder.AddLink(href) : -1;
                return;
        }

        if (HtmlElements.KindOf(name).IsInvisible)
        {
            // Those without an end tag hide nothing.
            if (name is "embed" or "meta" or "link" or "base" or "param" or "source" or "track" or "col" or "colgroup" or "head") return;
            (unseen, unseenDepth) = (name, 1);
        }
        else if (IsLine(name))
        {
            BeginLine(name);
        }
    }

    private void End(string name)
    {
        if (unseen is not null)
        {
            if (name == unseen && --unseenDepth == 0) unseen = null;
        }
        else if (name == "a")
        {
            link = -1;
        }
        else if (IsLine(name) || name == "br")
        {
            BeginLine("");
        }
    }

    private void BeginLine(string name)
    {
        builder.EndBlock();
        builder.Level = HtmlElements.KindOf(name).HeadingLevel;
        builder.Kind = builder.Level > 0 ? BlockKind.Heading : name is "pre" or "listing" or "xmp" ? BlockKind.Code : BlockKind.Paragraph;
    }

    private static bool IsLine(string name) => HtmlElements.KindOf(name) is { Box: not null } or { IsLine: true };

    private static string? Attribute(HtmlTagToken tag, string name) => tag.GetAttribute(name) is { Length: > 0 } value ? value : null;
}
