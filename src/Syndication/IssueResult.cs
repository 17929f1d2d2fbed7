using System.Collections.Immutable;
using Syndication.Documents;
using Syndication.Model;
using Syndication.Structure;
using Syndication.Text;

namespace Syndication;

/// <summary>What reading an input gave: the issue as understood, how much of the text it covers, and what was noticed.</summary>
public sealed record IssueResult
{
    /// <summary>The issue as understood; never <see langword="null"/>, but empty for an input with nothing to read.</summary>
    public required Issue Issue { get; init; }

    /// <summary>Whether the input looks like an issue of a newsletter at all (not a category page, an archive list, an error page).</summary>
    public bool IsIssue { get; init; }

    /// <summary>
    /// How sure the reading is to be right, from 0 to 1: what is left after each doubt (a source that ends in the middle, headings whose runner-up was as good,
    /// text in no item, damaged characters) has taken its share. Calibrated on issues of which a person said what is in them: of those at 0.9 or more nearly all
    /// are right; below 0.6 a person should look.
    /// </summary>
    public double Confidence { get; init; }

    /// <summary>The share of the visible characters that stand in the model or in <see cref="SetAside"/>, from 0 to 1; below 1 is a diagnostic.</summary>
    public double Coverage { get; init; }

    /// <summary>Text that is furniture of the page, with the reason, in reading order.</summary>
    public ImmutableArray<SetAsideText> SetAside { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What the reader noticed, in order of position.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What each block was taken for, and why, in reading order; empty unless <see cref="IssueReaderOptions.Explain"/> asks for it.</summary>
    public ImmutableArray<BlockDecision> Decisions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What it shows of its publication, for learning.</summary>
    internal IssueTraits? Traits { get; init; }

    /// <summary>The text that was read, for showing where its blocks stand; <see langword="null"/> unless <see cref="IssueReaderOptions.Explain"/> asks for it.</summary>
    internal ExplainedText? Explained { get; init; }

    /// <summary>The character encoding of the bytes, as the WHATWG Encoding Standard names it; <see langword="null"/> where text was read.</summary>
    public string? Encoding { get; init; }
}
