using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Syndication.AspNetCore.Description;

/// <summary>
/// Describes the feeds to whoever describes the application, such as <c>AddOpenApi</c>. The one endpoint that answers for all of them takes whole paths, of
/// which a description could say nothing; here each kind has its own.
/// </summary>
internal sealed class FeedApiDescriptions(EndpointDataSource endpoints, IOptions<SyndicationOptions> options) : IApiDescriptionProvider
{
    private const string Tag = "Feeds";

    private static readonly ModelMetadata text = new EmptyModelMetadataProvider().GetMetadataForType(typeof(string));

    /// <summary>Before the provider that says what actions do.</summary>
    public int Order => -1100;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
        foreach (RouteEndpoint endpoint in endpoints.Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<FeedsMetadata>() is null || endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>()?.ExcludeFromDescription == true) continue;
            string raw = endpoint.RoutePattern.RawText ?? "";
            string prefix = raw[..Math.Max(0, raw.IndexOf("{**", StringComparison.Ordinal))].TrimStart('/');
            foreach (FeedOperation operation in FeedOperation.All(options.Value)) context.Results.Add(Describe(operation, prefix, endpoint));
        }
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
    }

    private static ApiDescription Describe(FeedOperation operation, string prefix, RouteEndpoint endpoint)
    {
        List<object> metadata = [.. endpoint.Metadata, new EndpointNameAttribute(operation.Name), new EndpointSummaryAttribute(operation.Summary), new EndpointDescriptionAttribute(operation.Description)];
        if (endpoint.Metadata.GetMetadata<ITagsMetadata>() is null) metadata.Add(new TagsAttribute(Tag));
        var described = new ApiDescription
        {
            HttpMethod = HttpMethods.Get,
            RelativePath = prefix + operation.Path,
            GroupName = endpoint.Metadata.GetMetadata<IEndpointGroupNameMetadata>()?.EndpointGroupName,
            ActionDescriptor = new ActionDescriptor { DisplayName = operation.Name, EndpointMetadata = metadata, RouteValues = { ["controller"] = Tag } },
        };
        foreach ((string name, BindingSource source) in operation.Parameters)
        {
            described.ParameterDescriptions.Add(new ApiParameterDescription
            {
                Name = name, Source = source, Type = typeof(string), IsRequired = true, ModelMetadata = text,
                ParameterDescriptor = new ParameterDescriptor { Name = name, ParameterType = typeof(string) },
            });
        }

        described.SupportedResponseTypes.Add(new ApiResponseType
        {
            StatusCode = StatusCodes.Status200OK, Type = typeof(string), ApiResponseFormats = { new ApiResponseFormat { MediaType = operation.MediaType.Split(';')[0] } },
        });
        foreach (int status in operation.Statuses.Prepend(StatusCodes.Status304NotModified).Order()) described.SupportedResponseTypes.Add(new ApiResponseType { StatusCode = status, Type = typeof(void) });
        return described;
    }
}
