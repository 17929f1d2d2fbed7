using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Syndication.AspNetCore.Publishing;
using Syndication.Feeds;

namespace Syndication.AspNetCore.Description;

/// <summary>Something that may be asked of the feeds, as a description of the application's interface says it.</summary>
/// <param name="Name">Names it among all.</param>
/// <param name="Path">Its path beneath the mapping, with parameters in braces.</param>
/// <param name="MediaType">The type of its answer.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Description">More of it.</param>
internal sealed record FeedOperation(string Name, string Path, string MediaType, string Summary, string Description)
{
    private const string Conditions = "Has strong validators for conditional requests, and is to be had in br, zstd and gzip.";

    /// <summary>Its parameters.</summary>
    public ImmutableArray<(string Name, BindingSource Source)> Parameters { get; private init; } = [];

    /// <summary>What it may answer with beside 200 and 304.</summary>
    public ImmutableArray<int> Statuses { get; private init; } = [StatusCodes.Status410Gone, StatusCodes.Status503ServiceUnavailable];

    /// <summary>All that there is under some options.</summary>
    public static ImmutableArray<FeedOperation> All(SyndicationOptions options)
    {
        ImmutableArray<(string, BindingSource)> newsletter = [("newsletter", BindingSource.Path)];
        var operations = ImmutableArray.CreateBuilder<FeedOperation>();
        foreach (FeedFormat format in FeedDocuments.Formats)
        {
            string extension = format.FileExtension, name = extension[1..];
            operations.Add(new FeedOperation($"feed-{name}", $"{{newsletter}}/{{scope}}{extension}", format.MediaType, $"A feed of a newsletter as {format.Name}.",
                $"Scopes are issues, items, and those that feeds.opml lists: section-…, label-…, author-…, domain-…, digest-week, digest-month, digest-year. Older entries stand in {{scope}}-archive-1{extension} and so on (RFC 5005), which the feed leads to. {Conditions}")
            {
                Parameters = [.. newsletter, ("scope", BindingSource.Path)],
            });
            if (!options.MakeOnRequest) continue;
            operations.Add(new FeedOperation($"search-{name}", $"{{newsletter}}/{SiteAddress.Search}{extension}", format.MediaType, $"What a search in a newsletter finds, now and later, as {format.Name}.",
                $"Words are all wanted, \"two words\" stand side by side, -word must not be there, word* may go on; title:, section:, label:, author:, domain: and issue: say where. At most {options.MaxSearchLength} characters. {Conditions}")
            {
                Parameters = [.. newsletter, (SiteAddress.SearchField, BindingSource.Query)],
                Statuses = [StatusCodes.Status301MovedPermanently, StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable],
            });
        }

        operations.Add(new FeedOperation("feeds-of-newsletter", SiteAddress.OpmlOf("{newsletter}"), OpmlDocument.MediaType, "The feeds of a newsletter as OPML 2.0.", Conditions) { Parameters = newsletter });
        operations.Add(new FeedOperation("feeds", SiteAddress.OpmlFile, OpmlDocument.MediaType, "The feeds of all newsletters as OPML 2.0.", Conditions));
        operations.Add(new FeedOperation("feed-style", SiteAddress.Stylesheet, FeedStylesheet.MediaType, "The style sheet that feeds name for browsers.", Conditions));
        return options.PollLimit is null ? operations.ToImmutable() : [.. operations.Select(static each => each with { Statuses = [.. each.Statuses, StatusCodes.Status429TooManyRequests] })];
    }
}
