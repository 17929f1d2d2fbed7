using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Syndication.AspNetCore.Http;

namespace Syndication.AspNetCore.Publishing;

/// <summary>Takes a path only where something is served, renamed or withdrawn, so that all other addresses stay the application's.</summary>
internal sealed class SiteRouteConstraint(SiteEndpoint endpoint) : IRouteConstraint
{
    public const string Name = "syndication";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection)
    {
        if (!values.TryGetValue(routeKey, out object? value) || value is not string path || !endpoint.Knows(path, out Resource? resource)) return false;
        if (resource is not null && routeDirection == RouteDirection.IncomingRequest) values[SiteEndpoint.Found] = resource;
        return true;
    }
}
