using Syndication.Model;

namespace Syndication.Structure;

/// <summary>The parts of an issue as interpreted, before ids and metadata, and how the items of each section are set.</summary>
internal sealed record IssueParts(Content? Preface, List<Section> Sections, Content? Closing, List<RelatedIssue> Related, List<(string? Section, string Layout)> Layouts);
