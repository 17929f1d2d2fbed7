using System.Collections.Immutable;
using Syndication.Feeds;

namespace Syndication.SampleHost.Archive;

/// <summary>What a scope takes of one issue.</summary>
/// <param name="Archived">The issue.</param>
/// <param name="Entries">Its items in that scope, in their order.</param>
public sealed record IssueSlice(ArchivedIssue Archived, ImmutableArray<FeedEntry> Entries);
