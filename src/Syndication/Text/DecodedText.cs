using System.Collections.Immutable;

namespace Syndication.Text;

/// <summary>The text of an input, and how its bytes were understood.</summary>
/// <param name="Text">The text, without a byte order mark; empty for an input that is no text.</param>
/// <param name="EncodingName">The encoding's name by the WHATWG Encoding Standard, lower case.</param>
/// <param name="How">How the encoding was known.</param>
/// <param name="Diagnostics">What was guessed, contradicted, replaced or left out.</param>
internal sealed record DecodedText(string Text, string EncodingName, EncodingEvidence How, ImmutableArray<Diagnostic> Diagnostics);
