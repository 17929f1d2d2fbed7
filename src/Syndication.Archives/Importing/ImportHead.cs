using System.Text.Json.Nodes;

namespace Syndication.Archives.Importing;

/// <summary>What an import decided before it read the first issue, kept in the store so that the next run decides the same.</summary>
/// <param name="Publication">The key of the newsletter.</param>
/// <param name="Profile">What was learned of it, as <see cref="Documents.PublicationProfileJson"/> writes it; <see langword="null"/> where nothing was.</param>
internal sealed record ImportHead(string Publication, JsonNode? Profile);
