namespace Syndication.Tool;

/// <summary>The head of a report that is one page, without script or foreign parts.</summary>
internal static class ReportPage
{
    /// <summary>The page up to the start of its body.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="style">The style sheet among the resources of the tool.</param>
    internal static string Head(string title, string style)
    {
        using Stream stream = typeof(ReportPage).Assembly.GetManifestResourceStream(style)!;
        using var reader = new StreamReader(stream);
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
            <meta name="referrer" content="no-referrer" />
            <title>{Markup.Text(title)}</title>
            <style>
            {reader.ReadToEnd().TrimEnd()}
            </style>
            </head>
            <body>

            """;
    }
}
