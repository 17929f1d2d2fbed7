using System.Collections.Immutable;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Net.Http.Headers;
using Syndication.SampleHost.Archive;
using Syndication.SampleHost.Pages;

namespace Syndication.SampleHost.Publishing;

/// <summary>Serves a <see cref="Site"/>: GET and HEAD, conditional requests, the language of the reader's choice, and headers that keep pages inert.</summary>
internal static class SiteEndpoints
{
    /// <summary>Nothing may run, be framed, be sent or be guessed, whatever a page holds.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' https:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string SearchLimit = "search";

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

    public static void MapSite(this WebApplication app, FolderImport import)
    {
        app.Map("/{**path}", (HttpContext context) => Answer(context, import.Site));
        app.MapMethods($"/{SiteAddress.SearchName}", Methods, (HttpContext context, SitePages pages) => SearchAsync(context, pages, import.Site, null)).RequireRateLimiting(SearchLimit);
        app.MapMethods($"/{{newsletter}}/{SiteAddress.SearchName}", Methods, (HttpContext context, SitePages pages, string newsletter) => SearchAsync(context, pages, import.Site, newsletter)).RequireRateLimiting(SearchLimit);
    }

    /// <summary>A search is work, unlike all else here: so many at a time as there are processors, and few that wait.</summary>
    public static void AddSearchLimit(this IServiceCollection services) => services.AddRateLimiter(static limits => limits
        .AddConcurrencyLimiter(SearchLimit, static search =>
        {
            search.PermitLimit = Environment.ProcessorCount;
            search.QueueLimit = 64;
        }));

    private static IResult Answer(HttpContext context, Site site)
    {
        if (!Methods.Contains(context.Request.Method))
        {
            context.Response.Headers.Allow = string.Join(", ", Methods);
            return TypedResults.StatusCode(StatusCodes.Status405MethodNotAllowed);
        }

        string path = context.Request.Path.Value ?? "/";
        if (Choose(context, site.Find(path)) is { } resource)
        {
            context.Response.Headers.CacheControl = "public, no-cache";
            return TypedResults.Bytes(resource.Body, resource.ContentType, lastModified: resource.LastModified, entityTag: resource.EntityTag);
        }

        if (!path.EndsWith('/') && site.Find(path + "/").Length > 0) return TypedResults.LocalRedirect(path + "/", permanent: true);

        return new PageResult(Choose(context, site.NotFound)!, StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> SearchAsync(HttpContext context, SitePages pages, Site site, string? slug)
    {
        Newsletter? newsletter = site.Newsletters.FirstOrDefault(each => each.Slug == slug);
        if (slug is not null && newsletter is null) return new PageResult(Choose(context, site.NotFound)!, StatusCodes.Status404NotFound);

        string words = (context.Request.Query["q"].FirstOrDefault() ?? "").Trim();
        string language = newsletter?.Language ?? Choose(context, site.NotFound)!.Language!;
        ReadOnlyMemory<byte> body = await pages.SearchAsync(newsletter is null ? site.Newsletters : [newsletter], newsletter, UiText.For(language), words);
        var page = new SiteResource(context.Request.Path, "text/html; charset=utf-8", body, DateTimeOffset.UnixEpoch);
        if (words.Length > SearchPage.MaxLength) return new PageResult(page, StatusCodes.Status400BadRequest);
        context.Response.Headers.CacheControl = "public, no-cache";
        return TypedResults.Bytes(body, page.ContentType, entityTag: page.EntityTag);
    }

    private static SiteResource? Choose(HttpContext context, ImmutableArray<SiteResource> variants)
    {
        if (variants.Length < 2) return variants.FirstOrDefault();
        context.Response.Headers.Vary = HeaderNames.AcceptLanguage;
        SiteResource chosen = AcceptedLanguage.Choose(context.Request, variants);
        context.Response.Headers.ContentLanguage = chosen.Language;
        return chosen;
    }

    /// <summary>A page that says what is wrong with the request.</summary>
    private sealed class PageResult(SiteResource page, int status) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = page.ContentType;
            httpContext.Response.ContentLength = page.Body.Length;
            if (!HttpMethods.IsHead(httpContext.Request.Method)) await httpContext.Response.Body.WriteAsync(page.Body, httpContext.RequestAborted);
        }
    }
}
