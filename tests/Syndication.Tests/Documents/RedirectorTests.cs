using Syndication.Documents;

namespace Syndication.Tests.Documents;

public sealed class RedirectorTests
{
    [Theory]
    [InlineData("https://www.example.com/url?q=https://weekly.example/a%3Fb%3D1&sa=D&ust=17", "https://weekly.example/a?b=1")]
    [InlineData("https://l.example.com/l.php?u=http%3A%2F%2Fweekly.example%2F", "http://weekly.example/")]
    [InlineData("https://mail.example/redirect?id=3&url=https://weekly.example/x", "https://weekly.example/x")]
    public void An_address_that_only_leads_on_is_followed_on_paper(string address, string target) => Assert.Equal(target, Redirector.TargetOf(address));

    [Theory]
    [InlineData("https://weekly.example/share?url=https://weekly.example/a")]
    [InlineData("https://weekly.example/url?q=boats")]
    [InlineData("https://weekly.example/url?q=javascript:alert(1)")]
    [InlineData("https://weekly.example/a?b=https://other.example/")]
    [InlineData("https://url?q=https://weekly.example/")]
    [InlineData("?q=https://weekly.example/")]
    public void Any_other_address_stays(string address) => Assert.Null(Redirector.TargetOf(address));
}
