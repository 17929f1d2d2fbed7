using System.Collections.Immutable;
using System.CommandLine;
using Syndication.Feeds;

namespace Syndication.Tool;

/// <summary>What a person chooses about the feeds of a site.</summary>
/// <param name="Scopes">Scopes beside all issues and all items.</param>
/// <param name="Without">Scopes that are to have no feed, whatever recurs and whatever earlier builds had.</param>
/// <param name="AtLeast">How often something has to recur to have a feed of its own; 0: only the scopes named have one.</param>
/// <param name="Feed">Excerpts, sponsors.</param>
/// <param name="Budget">How large a document may be.</param>
/// <param name="Ids">Ids that subscribers have.</param>
internal sealed record SiteOptions(ImmutableArray<FeedScope> Scopes, ImmutableArray<FeedScope> Without, int AtLeast, FeedOptions Feed, FeedBudget Budget, EntryIdMap Ids)
{
    /// <summary>Whether Atom has its content as XHTML.</summary>
    internal bool Xhtml { get; init; }

    /// <summary>These options with what the file of the publication says of the feeds.</summary>
    internal SiteOptions With(FeedWishes wishes) => this with
    {
        Xhtml = wishes.Xhtml,
        Feed = Feed with { Logo = wishes.Logo, Icon = wishes.Icon, Rights = wishes.Rights, Order = wishes.Order, UpdateCycle = wishes.Update, IsExplicit = wishes.Explicit, Links = [.. wishes.Hubs.Select(hub => new FeedLink("hub", hub))] },
    };

    /// <summary>The options of the command line that say it.</summary>
    internal sealed class Reader
    {
        private readonly Option<string[]> scopes = new("--scope") { Description = "A feed beside issues and items: section:TITLE, label:KEP, author:NAME, domain:github.com, search:'etcd -backup', digest:week, digest:month, digest:year. May be repeated.", HelpName = "SCOPE" };
        private readonly Option<string[]> without = new("--without") { Description = "Takes a feed away that recurs or that an earlier build made: section:TITLE, label:KEP, … Its files are removed; without this a feed stays once it is published. May be repeated.", HelpName = "SCOPE" };
        private readonly Option<int?> atLeast = new("--at-least") { Description = "Sections in so many issues, and labels, authors and domains on so many items, have feeds of their own. 0: none but those of --scope and those published before. Default 3.", HelpName = "N" };
        private readonly Option<bool> excerpt = new("--excerpt") { Description = "Excerpts in the feeds instead of the full content. The pages of issues stay whole." };
        private readonly Option<bool> noSponsors = new("--no-sponsors") { Description = "Leave out the sections of sponsors." };
        private readonly Option<int?> entries = new("--max-entries") { Description = "The most entries of a feed; older ones move to archive documents. Default 50.", HelpName = "N" };
        private readonly Option<int?> size = new("--max-size") { Description = "The most kilobytes of a feed, about. Default 512.", HelpName = "KB" };
        private readonly Option<string?> ids = new("--ids") { Description = "JSON that gives entries the ids that subscribers of an older feed have; 'diff --ids' writes it.", HelpName = "FILE" };

        internal IEnumerable<Option> Options => [scopes, without, atLeast, excerpt, noSponsors, entries, size, ids];

        internal void AddTo(Command command)
        {
            foreach (Option option in Options) command.Add(option);
            command.Validators.Add(result =>
            {
                foreach (string scope in result.GetValue(scopes) ?? [])
                {
                    if (!FeedScope.TryParse(scope, out _)) result.AddError($"--scope: '{scope}' is none of section:…, label:…, author:…, domain:…, search:…, digest:week|month|year.");
                }

                foreach (string scope in result.GetValue(without) ?? [])
                {
                    if (!FeedScope.TryParse(scope, out FeedScope? known) || FeedScope.Standard.Contains(known)) result.AddError($"--without: '{scope}' is none of section:…, label:…, author:…, domain:…, search:…, digest:week|month|year.");
                }

                if (result.GetValue(atLeast) < 0) result.AddError("--at-least must not be negative.");
                if (result.GetValue(entries) < 2) result.AddError("--max-entries must be at least 2.");
                if (result.GetValue(size) is < 1 or > 1_000_000) result.AddError("--max-size must be from 1 to 1000000.");
            });
        }

        /// <returns>The options, or why the file of ids cannot be read.</returns>
        internal async Task<(SiteOptions? Options, string? Failure)> ReadAsync(ParseResult parsed, CancellationToken cancellationToken)
        {
            EntryIdMap map = new();
            if (parsed.GetValue(ids) is { } file)
            {
                try
                {
                    map = EntryIdMap.FromJson(await File.ReadAllBytesAsync(file, cancellationToken));
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
                {
                    return (null, $"{file}: error: {FileReading.Reason(e)}");
                }
            }

            return (new SiteOptions(
                Scopes(parsed.GetValue(scopes)),
                Scopes(parsed.GetValue(without)),
                parsed.GetValue(atLeast) ?? 3,
                new FeedOptions { Content = parsed.GetValue(excerpt) ? FeedContent.Excerpt : FeedContent.Full, IncludeSponsors = !parsed.GetValue(noSponsors) },
                new FeedBudget { Entries = parsed.GetValue(entries) ?? 50, Bytes = 1024 * (parsed.GetValue(size) ?? 512) },
                map), null);
        }

        private static ImmutableArray<FeedScope> Scopes(string[]? texts) => [.. (texts ?? []).Select(text => FeedScope.TryParse(text, out FeedScope? scope) ? scope : null).OfType<FeedScope>()];
    }
}
