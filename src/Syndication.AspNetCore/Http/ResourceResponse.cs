using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Syndication.AspNetCore.Http;

/// <summary>Answers requests for prepared resources as RFC 9110 and RFC 9111 have it: methods, codings, conditions, ranges, deltas.</summary>
internal sealed class ResourceResponse(ResponseClock clock, bool allowAnyOrigin)
{
    private const string Methods = "GET, HEAD, OPTIONS";

    private readonly CodingChoice codings = new();

    /// <summary>Answers.</summary>
    /// <returns>The status.</returns>
    public async Task<int> AnswerAsync(HttpContext context, Resource resource)
    {
        HttpResponse response = context.Response;
        if (RefusesMethod(context)) return response.StatusCode;

        IHeaderDictionary request = context.Request.Headers, headers = response.Headers;
        ResponseClock.Second now = clock.Now();
        headers.Date = now.Text;
        headers.Vary = resource.Vary;
        int coding = codings.Choose(request.AcceptEncoding, resource);
        if (coding < 0)
        {
            headers.CacheControl = "no-store";
            return Empty(context, StatusCodes.Status406NotAcceptable);
        }

        Representation representation = resource.In(coding);
        string? lastModified = LastModified(resource, now);
        headers.ETag = representation.ETag;
        if (lastModified is not null) headers.LastModified = lastModified;
        headers.CacheControl = resource.CacheControl;

        int status = Preconditions.Evaluate(request, representation, resource.LastModified);
        if (status == StatusCodes.Status304NotModified)
        {
            response.StatusCode = status;
            return status;
        }

        if (status == StatusCodes.Status412PreconditionFailed) return Empty(context, status);

        bool isShown = resource.IsStyled && AcceptedTypes.PrefersXml(request.Accept, resource.ContentType);
        headers.ContentType = isShown ? AcceptedTypes.Xml : resource.ContentType;
        headers.XContentTypeOptions = "nosniff";
        if (resource.Link is not null) headers.Append(HeaderNames.Link, resource.Link);
        if (resource.ContentSecurityPolicy is not null) headers.ContentSecurityPolicy = resource.ContentSecurityPolicy;
        if (resource.IsPage || isShown) headers["Referrer-Policy"] = "no-referrer";
        if (resource.Deltas?.For(request) is { } delta)
        {
            headers[HeaderNames.ETag] = resource.Identity.ETag;
            headers["IM"] = "feed";
            headers.CacheControl = "no-store";
            return await SendAsync(context, StatusCodes.Status226IMUsed, delta).ConfigureAwait(false);
        }

        if (representation.Coding != ContentCoding.Identity) headers.ContentEncoding = representation.Coding.Name;
        headers.AcceptRanges = "bytes";
        if (request.Range.Count > 0 && HttpMethods.IsGet(context.Request.Method) && Preconditions.AllowsRange(request, representation, lastModified))
        {
            ByteRange? range = ByteRange.Read(request.Range, representation.Body.Length, out bool unsatisfiable);
            if (unsatisfiable) return RefuseRange(context, representation);
            if (range is { } part)
            {
                headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {part.From}-{part.From + part.Length - 1}/{representation.Body.Length}");
                return await SendAsync(context, StatusCodes.Status206PartialContent, representation.Body.Slice(part.From, part.Length)).ConfigureAwait(false);
            }
        }

        return await SendAsync(context, StatusCodes.Status200OK, representation.Body).ConfigureAwait(false);
    }

    /// <summary>Answers what is neither GET nor HEAD: OPTIONS with what there is, also as a preflight of CORS; all else with 405.</summary>
    public bool RefusesMethod(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        if (allowAnyOrigin)
        {
            headers.AccessControlAllowOrigin = "*";
            headers.AccessControlExposeHeaders = "ETag, Last-Modified, Link, Retry-After";
        }

        string method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method)) return false;
        headers.Date = clock.Now().Text;
        headers.Allow = Methods;
        if (!HttpMethods.IsOptions(method))
        {
            Empty(context, StatusCodes.Status405MethodNotAllowed);
            return true;
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        if (!allowAnyOrigin || context.Request.Headers.AccessControlRequestMethod.Count == 0) return true;
        headers.AccessControlAllowMethods = Methods;
        headers.AccessControlAllowHeaders = "A-IM, If-Match, If-Modified-Since, If-None-Match, If-Range, If-Unmodified-Since, Range";
        headers.AccessControlMaxAge = "86400";
        return true;
    }

    /// <summary>Answers without a body.</summary>
    public int Empty(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentLength = 0;
        context.Response.Headers.Date = clock.Now().Text;
        return status;
    }

    private static int RefuseRange(HttpContext context, Representation representation)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{representation.Body.Length}");
        headers.ContentType = default;
        headers.ContentEncoding = default;
        context.Response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
        context.Response.ContentLength = 0;
        return StatusCodes.Status416RangeNotSatisfiable;
    }

    private static async Task<int> SendAsync(HttpContext context, int status, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentLength = body.Length;
        if (HttpMethods.IsGet(context.Request.Method)) await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
        return status;
    }

    /// <summary>
    /// What is said of the last change: never later than the date of the response (RFC 9110 §8.8.2.1). A change of this very second is said to be of its begin,
    /// which makes the next condition by date a miss and never a false match; where the clock was set back by more than a minute nothing is said until it has caught up.
    /// </summary>
    private static string? LastModified(Resource resource, ResponseClock.Second now) =>
        resource.LastModified is not { } changed ? null
        : changed <= now.Begin ? HeaderUtilities.FormatDate(changed)
        : changed - now.Begin <= TimeSpan.FromMinutes(1) ? now.Text
        : null;
}
