using System.Collections.Frozen;
using System.Globalization;
using Syndication.Feeds;

namespace Syndication.AspNetCore.Publishing;

/// <summary>The addresses of everything that is served: paths beneath the mapping, unescaped, and their absolute form.</summary>
internal sealed class SiteAddress(SyndicationOptions options)
{
    /// <summary>The style sheet of all feeds.</summary>
    public const string Stylesheet = FeedStylesheet.FileName;

    /// <summary>The list of all newsletters' feeds.</summary>
    public const string OpmlFile = "feeds.opml";

    /// <summary>The name of the feeds of searches that are made on request; what is sought stands in the query.</summary>
    public const string Search = "search";

    /// <summary>The field of the query with what is sought.</summary>
    public const string SearchField = "q";

    /// <summary>What stands in a name before the number of an archive document.</summary>
    public const string Archive = "-archive-";

    private readonly string root = options.Address.TrimEnd('/') + "/";
    private readonly FrozenSet<FeedScope> prepared = options.Scopes.ToFrozenSet();

    /// <summary>A feed, or with a number from 1 one of its archive documents.</summary>
    public static string Of(string publication, FeedScope scope, FeedFormat format, int archive = 0) =>
        Of(publication, scope.Name, format, archive);

    /// <summary>The list of a newsletter's feeds.</summary>
    public static string OpmlOf(string publication) => $"{publication}/{OpmlFile}";

    /// <summary>Whether a scope's feeds are asked for by a query: those of searches that the options do not name.</summary>
    public bool HasQuery(FeedScope scope) => scope.Kind == FeedScopeKind.Search && !prepared.Contains(scope);

    /// <summary>The absolute address of a feed of any scope.</summary>
    public string Absolute(string publication, FeedScope scope, FeedFormat format, int archive = 0) => HasQuery(scope)
        ? $"{Absolute(Of(publication, Search, format, archive))}?{SearchField}={Uri.EscapeDataString(scope.Key!)}"
        : Absolute(Of(publication, scope, format, archive));

    /// <summary>The absolute form of a path.</summary>
    public string Absolute(string path) => root + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string Of(string publication, string name, FeedFormat format, int archive) =>
        archive == 0 ? $"{publication}/{name}{format.FileExtension}" : string.Create(CultureInfo.InvariantCulture, $"{publication}/{name}{Archive}{archive}{format.FileExtension}");
}
