using Syndication.Documents;

namespace Syndication.Structure;

/// <summary>
/// Finds where in a page the issue stands: the box whose blocks together speak most for it. Links to elsewhere and prose speak for, menus and
/// landmarks against; names of classes are not looked at, so that a redesign changes nothing.
/// </summary>
internal static class ContentRegion
{
    private const int LongText = 300;

    /// <summary>Labels everything outside the region.</summary>
    public static void Find(Reading reading)
    {
        LabelHidden(reading);
        if (reading.Profile is not null) ProfileLabeler.LabelIgnored(reading);
        if (reading.Document.Format != DocumentFormat.Html || reading.Count == 0) return;
        Box?[] landmarks = LandmarksOf(reading.Document.Boxes);
        if (reading.Profile is not null && FindPinned(reading, landmarks)) return;
        double[] weights = WeightsOf(reading, landmarks);
        Box root = BestBox(reading, weights);
        reading.Root = root;
        int first = -1, last = -1;
        for (int i = 0; i < reading.Count; i++)
        {
            if (!reading.Blocks[i].Box.IsWithin(root)) continue;
            if (first < 0) first = i;
            last = i;
        }

        if (first < 0) return;
        first = ExtendUp(reading, weights, first);
        LabelOutside(reading, landmarks, root, i => i >= first && i <= last, first);
        reading.Content = first..(last + 1);
    }

    /// <summary>Takes the element that the profile's selector names, where it holds any text.</summary>
    private static bool FindPinned(Reading reading, Box?[] landmarks)
    {
        int first = -1, last = -1;
        for (int i = 0; i < reading.Count; i++)
        {
            if (!reading.Blocks[i].Pins.HasFlag(BlockPins.Content) || reading.RoleOf(i) != BlockRole.Content || reading.Blocks[i].Length == 0) continue;
            if (first < 0) first = i;
            last = i;
        }

        if (first < 0) return false;
        LabelOutside(reading, landmarks, null, i => reading.Blocks[i].Pins.HasFlag(BlockPins.Content), first);
        reading.Content = first..(last + 1);
        return true;
    }

    /// <summary>Labels what the page hides, unless that is most of its text: then a script shows it once the page is there.</summary>
    private static void LabelHidden(Reading reading)
    {
        IReadOnlyList<Box> boxes = reading.Document.Boxes;
        Box?[] hides = HiddenBy(boxes, null);
        if (Array.TrueForAll(hides, static box => box is null)) return;
        int[] widths = new int[boxes.Count];
        int total = 0;
        for (int i = 0; i < reading.Count; i++)
        {
            Box box = reading.Blocks[i].Box;
            total += reading.Cues[i].Width;
            if (hides[box.Index] is { } hidden) widths[hidden.Index] += reading.Cues[i].Width;
        }

        int most = Array.IndexOf(widths, widths.Max());
        if (widths[most] >= LongText && widths[most] * 2 > total) hides = HiddenBy(boxes, boxes[most]);
        for (int i = 0; i < reading.Count; i++)
        {
            if (hides[reading.Blocks[i].Box.Index] is not null) reading.Label(i, BlockRole.Hidden, "the page does not show it");
        }
    }

    /// <summary>The outermost box that hides each box, itself included.</summary>
    private static Box?[] HiddenBy(IReadOnlyList<Box> boxes, Box? shown)
    {
        var hides = new Box?[boxes.Count];
        for (int i = 0; i < hides.Length; i++) hides[i] = (boxes[i].Parent is { } parent ? hides[parent.Index] : null) ?? (boxes[i].Hides && boxes[i] != shown ? boxes[i] : null);
        return hides;
    }

    private static double[] WeightsOf(Reading reading, Box?[] landmarkOf)
    {
        double total = 0;
        double[] widths = new double[landmarkOf.Length];
        for (int i = 0; i < reading.Count; i++)
        {
            double width = reading.Cues[i].Width;
            total += width;
            if (landmarkOf[reading.Blocks[i].Box.Index] is { } landmark) widths[landmark.Index] += width;
        }

        double[] weights = new double[reading.Count];
        for (int i = 0; i < reading.Count; i++)
        {
            if (reading.RoleOf(i) is BlockRole.Hidden or BlockRole.Furniture) continue;
            ref readonly BlockCues cues = ref reading.Cues[i];
            Box box = reading.Blocks[i].Box;
            if (landmarkOf[box.Index] is { } landmark && widths[landmark.Index] < total * Weights.LandmarkIsPage) weights[i] = Weights.Landmark * cues.Width;
            else if (reading.IsBoilerplate(i)) weights[i] = Weights.Boilerplate * cues.Width;
            else
            {
                double own = cues.OwnWidth == 0 ? 0
                    : box.Nearest(BoxKind.Main) is not null || box.Nearest(BoxKind.Article) is not null || cues.IsSentence ? Weights.OwnLinkInMain : Weights.OwnLink;
                weights[i] = (cues.IsSentence ? Weights.Prose : Weights.ShortLine) * cues.PlainWidth + Weights.ForeignLink * cues.ForeignWidth + own * cues.OwnWidth;
            }
        }

        return weights;
    }

    /// <summary>The outermost landmark around each box, itself included: navigation, footer, aside, form, and a header that is not an article's.</summary>
    private static Box?[] LandmarksOf(IReadOnlyList<Box> boxes)
    {
        var landmarks = new Box?[boxes.Count];
        for (int i = 0; i < landmarks.Length; i++)
        {
            Box box = boxes[i];
            Box? around = box.Parent is { } parent ? landmarks[parent.Index] : null;
            bool isLandmark = box.Kind is BoxKind.Navigation or BoxKind.Footer or BoxKind.Aside or BoxKind.Form || (box.Kind is BoxKind.Header && box.Nearest(BoxKind.Article) is null);
            landmarks[i] = around ?? (isLandmark ? box : null);
        }

        return landmarks;
    }

    private static Box BestBox(Reading reading, double[] weights)
    {
        IReadOnlyList<Box> boxes = reading.Document.Boxes;
        double[] sums = new double[boxes.Count];
        for (int i = 0; i < weights.Length; i++) sums[reading.Blocks[i].Box.Index] += weights[i];
        for (int i = boxes.Count - 1; i > 0; i--) sums[boxes[i].Parent!.Index] += sums[i];

        // Among equals the innermost: the wrapper around the issue says nothing more than the issue.
        Box best = boxes[0];
        for (int i = 1; i < boxes.Count; i++)
        {
            if (sums[i] >= sums[best.Index] && (sums[i] > sums[best.Index] || boxes[i].IsWithin(best)) && CanHoldIssue(boxes[i])) best = boxes[i];
        }

        return reading.Profile is { HasRoots: true } profile && KnownBox(profile, boxes, sums, best) is { } known ? known : best;
    }

    /// <summary>The one box that has the place of the issue in other issues, where it holds enough; with two of them nobody knows which is meant.</summary>
    private static Box? KnownBox(ProfileCues profile, IReadOnlyList<Box> boxes, double[] sums, Box best)
    {
        if (profile.IsRoot(best)) return null;
        Box? only = null;
        foreach (Box box in boxes)
        {
            if (sums[box.Index] <= 0 || !CanHoldIssue(box) || !profile.IsRoot(box)) continue;
            if (only is not null) return null;
            only = box;
        }

        return only is not null && sums[only.Index] * Weights.KnownRoot >= sums[best.Index] ? only : null;
    }

    private static bool CanHoldIssue(Box box) =>
        box.Kind is not (BoxKind.UnorderedList or BoxKind.OrderedList or BoxKind.ListItem or BoxKind.Quote or BoxKind.DefinitionList
            or BoxKind.DefinitionTerm or BoxKind.DefinitionDescription or BoxKind.Figure or BoxKind.Caption or BoxKind.Paragraph or BoxKind.Table or BoxKind.TableRow)
        && box.Nearest(BoxKind.ListItem) is null;

    /// <summary>Takes prose that stands right before the region, such as an introduction in a box of its own, into it.</summary>
    private static int ExtendUp(Reading reading, double[] weights, int first)
    {
        int start = first;
        for (int i = first - 1; i >= 0; i--)
        {
            if (reading.RoleOf(i) == BlockRole.Hidden || reading.Blocks[i].Kind is BlockKind.Rule or BlockKind.Image) continue;
            BlockCues cues = reading.Cues[i];
            if (weights[i] <= 0 || !cues.IsSentence || cues.Width < 60 || reading.Blocks[i].Kind == BlockKind.Heading) break;
            start = i;
        }

        return start;
    }

    private static void LabelOutside(Reading reading, Box?[] landmarks, Box? root, Func<int, bool> isInside, int first)
    {
        for (int i = 0; i < reading.Count; i++)
        {
            Box? box = landmarks[reading.Blocks[i].Box.Index];
            BoxKind? landmark = box is null || root is null || root.IsWithin(box) ? null : box.Kind;
            if (isInside(i) && landmark is null or BoxKind.Header) continue;
            (BlockRole role, string reason) = landmark switch
            {
                BoxKind.Navigation => (BlockRole.Navigation, "in a navigation landmark"),
                BoxKind.Footer => (BlockRole.Footer, "in a footer landmark"),
                BoxKind.Aside => (BlockRole.Sidebar, "in an aside landmark"),
                BoxKind.Form => (BlockRole.Form, "in a form"),
                _ when i < first => (BlockRole.Masthead, "stands before the content"),
                _ => (BlockRole.Footer, "stands after the content"),
            };
            reading.LabelContent(i, role, reason);
        }
    }
}
