using System.Globalization;
using BenchmarkDotNet.Attributes;
using Syndication.Documents;

namespace Syndication.Benchmarks;

/// <summary>Reading and learning a publication of short pages, each different: ten times the issues are to take ten times as long.</summary>
public class LearningBenchmarks
{
    private readonly string[] pages = [.. Enumerable.Range(1, 1000).Select(Page)];

    [Benchmark(Baseline = true)]
    public object Hundred() => Learn(100);

    [Benchmark]
    public object Thousand() => Learn(1000);

    private PublicationProfile Learn(int issues) => PublicationProfile.Learn(pages.Take(issues).Select(static page => IssueReader.Default.Read(page)));

    private static string Page(int number)
    {
        string look = number <= 600 ? "h2" : "h1";
        string sections = string.Concat(((string[])["Tides", "Ships", "Letters"]).Select((section, s) => string.Create(
            CultureInfo.InvariantCulture, $"<{look}>{section}</{look}><p><b>Boat {number + s}</b> came in with the tide. <a href=\"https://a.example/{number}/{s}\">Log</a>.</p><p><b>Pier {number * 7 % 97}</b> is closed until week {number + 3}.</p>")));
        return string.Create(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=en><head><title>Quay Letter #{number}</title></head><body><article><h1>Quay Letter #{number}</h1><p>Follow us by the name of the harbour.</p>{sections}<p>Sent from the pilot house.</p></article></body></html>");
    }
}
