using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Syndication.AspNetCore.Discovery;

/// <summary>Tells of feeds in the <c>Link</c> field of pages (RFC 8288), for readers that do not look into them.</summary>
public static class FeedDiscovery
{
    private const int MaxLinks = 12;

    /// <summary>Adds <c>Link: …; rel="alternate"</c> to every page in HTML: the feeds of the newsletter that its path begins with, else of all, twelve at the most.</summary>
    /// <param name="app">The application; before the pages are mapped.</param>
    /// <returns>The same application.</returns>
    public static IApplicationBuilder UseFeedDiscovery(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        FeedDirectory directory = app.ApplicationServices.GetRequiredService<FeedDirectory>();
        return app.Use((context, next) =>
        {
            context.Response.OnStarting(static state =>
            {
                (HttpContext context, FeedDirectory directory) = ((HttpContext, FeedDirectory))state;
                if (context.Response.StatusCode == StatusCodes.Status200OK && context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true) Append(context, directory);
                return Task.CompletedTask;
            }, (context, directory));
            return next(context);
        });
    }

    private static void Append(HttpContext context, FeedDirectory directory)
    {
        string first = (context.Request.Path.Value ?? "").Split('/', 3) is [_, { Length: > 0 } segment, ..] ? segment : "";
        IEnumerable<DiscoveryLink> links = directory.Links(first) is { IsEmpty: false } own ? own : directory.Links();
        string[] fields = [.. links.Take(MaxLinks).Select(static link => $"<{link.Url}>; rel=\"alternate\"; type=\"{link.MediaType}\"; title*=UTF-8''{Extended(link.Title)}")];
        if (fields.Length > 0) context.Response.Headers.Append(HeaderNames.Link, string.Join(", ", fields));
    }

    /// <summary>A text as RFC 8187 has it in header fields.</summary>
    private static string Extended(string text)
    {
        var coded = new StringBuilder();
        foreach (byte each in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)each) || each is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~') coded.Append((char)each);
            else coded.Append('%').Append(each.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return coded.ToString();
    }
}
