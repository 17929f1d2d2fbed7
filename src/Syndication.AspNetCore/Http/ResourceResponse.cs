using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Syndication.AspNetCore.Http;

/// <summary>Answers requests for prepared resources as RFC 9110 and RFC 9111 have it: methods, codings, conditions, ranges, deltas.</summary>
internal sealed class ResourceResponse(ResponseClock clock, bool allowAnyOrigin)
{
    private const string Methods = "GET, HEAD, OPTIONS";

    private readonly CodingChoice codings = new();

    /// <summary>Answers.</summary>
    public Task AnswerAsync(HttpContext context, Resource resource) => RefusesMethod(context) ? Task.CompletedTask : SendAsync(context, Begin(context, resource));

    /// <summary>Decides what the answer to GET or HEAD is: sets its status and its header fields.</summary>
    /// <returns>Its body, for <see cref="SendAsync"/>.</returns>
    public ReadOnlyMemory<byte> Begin(HttpContext context, Resource resource)
    {
        IHeaderDictionary request = context.Request.Headers, headers = context.Response.Headers;
        ResponseClock.Second now = clock.Now();
        headers.Date = now.Text;
        headers.Vary = resource.Vary;
        int coding = codings.Choose(request.AcceptEncoding, resource);
        if (coding < 0)
        {
            headers.CacheControl = "no-store";
            Empty(context, StatusCodes.Status406NotAcceptable);
            return default;
        }

        Representation representation = resource.In(coding);
        string? lastModified = LastModified(resource, now);
        headers.ETag = representation.ETag;
        if (lastModified is not null) headers.LastModified = lastModified;
        headers.CacheControl = resource.CacheControl;

        int status = Preconditions.Evaluate(request, representation, resource.LastModified);
        if (status != StatusCodes.Status200OK)
        {
            if (status == StatusCodes.Status304NotModified) context.Response.StatusCode = status;
            else Empty(context, status);
            return default;
        }

        bool isShown = resource.IsStyled && AcceptedTypes.PrefersXml(request.Accept, resource.ContentType);
        headers.ContentType = isShown ? AcceptedTypes.Xml : resource.ContentType;
        headers.XContentTypeOptions = "nosniff";
        if (resource.Link is not null) headers.Link = headers.Link.Count == 0 ? resource.Link : StringValues.Concat(headers.Link, resource.Link);
        if (resource.ContentSecurityPolicy is not null) headers.ContentSecurityPolicy = resource.ContentSecurityPolicy;
        if (resource.IsPage || isShown) headers["Referrer-Policy"] = "no-referrer";
        if (resource.Deltas?.For(request) is { } delta)
        {
            headers[HeaderNames.ETag] = resource.Identity.ETag;
            headers["IM"] = "feed";
            headers.CacheControl = "no-store";
            return Whole(context, StatusCodes.Status226IMUsed, delta);
        }

        if (representation.Coding != ContentCoding.Identity) headers.ContentEncoding = representation.Coding.Name;
        headers.AcceptRanges = "bytes";
        if (request.Range.Count > 0 && HttpMethods.IsGet(context.Request.Method) && Preconditions.AllowsRange(request, representation, lastModified))
        {
            ByteRange? range = ByteRange.Read(request.Range, representation.Body.Length, out bool unsatisfiable);
            if (unsatisfiable)
            {
                RefuseRange(context, representation);
                return default;
            }

            if (range is { } part)
            {
                headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {part.From}-{part.From + part.Length - 1}/{representation.Body.Length}");
                return Whole(context, StatusCodes.Status206PartialContent, representation.Body.Slice(part.From, part.Length));
            }
        }

        return Whole(context, StatusCodes.Status200OK, representation.Body);
    }

    /// <summary>Sends a body; nothing where the method is HEAD.</summary>
    public static Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body) =>
        body.IsEmpty || HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.BodyWriter.WriteAsync(body, context.RequestAborted).AsTask();

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

    private static void RefuseRange(HttpContext context, Representation representation)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{representation.Body.Length}");
        headers.ContentType = default;
        headers.ContentEncoding = default;
        context.Response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
        context.Response.ContentLength = 0;
    }

    private static ReadOnlyMemory<byte> Whole(HttpContext context, int status, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentLength = body.Length;
        return body;
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
