using AngleSharp.Html.Parser;
using BenchmarkDotNet.Attributes;

namespace Syndication.Benchmarks;

/// <summary>A page of 60 KB to an issue, against nothing but AngleSharp's parse of the same string.</summary>
[MemoryDiagnoser]
public class ReadHtmlBenchmarks
{
    private readonly string page = NewsletterPage.Html;

    [Benchmark(Baseline = true)]
    public object AngleSharpParse() => new HtmlParser().ParseDocument(page);

    [Benchmark]
    public object Issue() => IssueReader.Default.Read(page);
}
