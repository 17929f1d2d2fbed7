using System.Collections.Immutable;
using Microsoft.Net.Http.Headers;

namespace Syndication.SampleHost.Publishing;

/// <summary>Serves a <see cref="Site"/>: GET and HEAD, conditional requests, the language of the reader's choice, and headers that keep pages inert.</summary>
internal static class SiteEndpoints
{
    /// <summary>Nothing may run, be framed, be sent or be guessed, whatever a page holds.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void UseSecurityHeaders(this WebApplication app) => app.Use(static (context, next) =>
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    });

    public static void MapSite(this WebApplication app, FolderImport import) => app.MapMethods("/{**path}", Methods, (HttpContext context) => Answer(context, import.Site));

    private static IResult Answer(HttpContext context, Site site)
    {
        string path = context.Request.Path.Value ?? "/";
        if (Choose(context, site.Find(path)) is { } resource)
        {
            context.Response.Headers.CacheControl = "public, no-cache";
            return TypedResults.Bytes(resource.Body, resource.ContentType, lastModified: resource.LastModified, entityTag: resource.EntityTag);
        }

        if (!path.EndsWith('/') && site.Find(path + "/").Length > 0) return TypedResults.LocalRedirect(path + "/", permanent: true);

        SiteResource notFound = Choose(context, site.NotFound)!;
        return new NotFoundPageResult(notFound);
    }

    private static SiteResource? Choose(HttpContext context, ImmutableArray<SiteResource> variants)
    {
        if (variants.Length < 2) return variants.FirstOrDefault();
        context.Response.Headers.Vary = HeaderNames.AcceptLanguage;
        SiteResource chosen = AcceptedLanguage.Choose(context.Request, variants);
        context.Response.Headers.ContentLanguage = chosen.Language;
        return chosen;
    }

    private sealed class NotFoundPageResult(SiteResource page) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status404NotFound;
            httpContext.Response.ContentType = page.ContentType;
            httpContext.Response.ContentLength = page.Body.Length;
            if (!HttpMethods.IsHead(httpContext.Request.Method)) await httpContext.Response.Body.WriteAsync(page.Body, httpContext.RequestAborted);
        }
    }
}
