using Syndication.Tests;
using static Syndication.Archives.Tests.ArchiveFiles;

namespace Syndication.Archives.Tests;

/// <summary>The tables of services' exports say the same of their pages in whatever the export was packed again.</summary>
public sealed class ExportTableTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("x.zip")]
    [InlineData("x.tar")]
    [InlineData("x.tar.gz")]
    [InlineData("out.zip")]
    [InlineData("in")]
    public async Task Pages_have_their_rows_wherever_the_table_stands(string name)
    {
        (string, byte[])[] files =
        [
            ("a/1.issue-one.html", "<p>one</p>"u8.ToArray()), ("a/2.draft.html", "<p>two</p>"u8.ToArray()),
            ("posts.csv", "post_id,post_date,is_published,title\n1.issue-one,2021-03-04T10:00:00.000Z,true,Issue one\n2.draft,,false,Draft\n"u8.ToArray()),
        ];
        byte[] packed = Gzip(Tar(files));
        folder.With("x.zip", Zip(files)).With("x.tar", Tar(files)).With("x.tar.gz", packed).With("out.zip", Zip(("x.tar.gz", packed)));
        foreach (var (path, bytes) in files) folder.With("in/" + path, bytes);
        ArchivedDocument page = Assert.Single(await new ArchiveReader().ReadAsync(folder[name], TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["title=Issue one", "date=2021-03-04T10:00:00Z"], page.Source.Metadata.Select(m => $"{m.Key}={m.Value}"));
        Assert.EndsWith("/a/1.issue-one.html", page.Name, StringComparison.Ordinal);
    }
}
