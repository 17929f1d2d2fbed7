using System.Security.Cryptography;
using System.Text;

namespace Syndication.Tool;

/// <summary>The head and the foot of a report that is one page, without foreign parts; a script runs only if it is the tool's own.</summary>
internal static class ReportPage
{
    /// <summary>The page up to the start of its body.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="styles">The style sheets among the resources of the tool.</param>
    /// <param name="script">The one script that may run, among the resources of the tool.</param>
    internal static string Head(string title, string[] styles, string? script = null)
    {
        string policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
        if (script is not null) policy += $"; img-src data:; script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Resource(script))))}'";
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta http-equiv="Content-Security-Policy" content="{policy}" />
            <meta name="referrer" content="no-referrer" />
            <title>{Markup.Text(title)}</title>
            <style>
            {string.Join('\n', styles.Select(Resource))}
            </style>
            </head>
            <body>

            """;
    }

    /// <summary>The end of a page, with its script.</summary>
    internal static string Foot(string? script = null) => $"{(script is null ? "" : $"<script>{Resource(script)}</script>\n")}</body>\n</html>\n";

    /// <summary>A text among the resources of the tool.</summary>
    internal static string Resource(string name)
    {
        using Stream stream = typeof(ReportPage).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd();
    }
}
