using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>The way from flat blocks to the parts of an issue: label, rank, nest, interpret.</summary>
internal sealed class Understanding
{
    private Understanding(Reading reading, List<HeadingStyle> styles, Ledger ledger, IssueParts parts)
    {
        Reading = reading;
        Styles = styles;
        Ledger = ledger;
        Parts = parts;
    }

    public Reading Reading { get; }

    public List<HeadingStyle> Styles { get; }

    public Ledger Ledger { get; }

    public IssueParts Parts { get; }

    public static Understanding Of(FlatDocument document, Vocabulary vocabulary, ProfileCues? profile = null)
    {
        var reading = new Reading(document, vocabulary, profile);
        ContentRegion.Find(reading);
        TitleFinder.Find(reading);
        FurnitureLabeler.Label(reading);
        RelatedFinder.Label(reading);
        if (profile is not null) ProfileLabeler.Label(reading);

        List<HeadingStyle> styles = HeadingFinder.Find(reading);
        HeadingRanker.Rank(reading, styles);
        OutlineNode root = Outline.Nest(reading, styles);
        KnownLayouts? layouts = profile?.LayoutsAmong(styles);
        new GroupingJudge(reading, styles, root, layouts).Decide();
        Outline.RaiseGroups(reading, root);

        var ledger = new Ledger(reading);
        IssueParts parts = Interpreter.Interpret(reading, root, ledger, layouts);
        return new Understanding(reading, styles, ledger, parts);
    }
}
