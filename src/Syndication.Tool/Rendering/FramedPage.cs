namespace Syndication.Tool.Rendering;

/// <summary>What a page is given that is shown in a frame of a report: a policy of its own, and the look of the marks.</summary>
internal static class FramedPage
{
    internal static string Head { get; } = $"""
        <meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"><style>{ReportPage.Resource("page.css")}
        {ReportPage.Resource("roles.css")}</style>
        """;
}
