using System.Text.Encodings.Web;
using System.Text.Unicode;
using Syndication.AspNetCore;
using Syndication.AspNetCore.Discovery;
using Syndication.SampleHost.Archive;
using Syndication.SampleHost.Publishing;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null) builder.WebHost.UseUrls("http://localhost:5080");
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.WebHost.ConfigureKestrel(static kestrel =>
{
    // Nothing is sent here but short addresses.
    kestrel.AddServerHeader = false;
    kestrel.Limits.MaxRequestBodySize = 4 * 1024;
    kestrel.Limits.MaxRequestLineSize = 4 * 1024;
    kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
});
builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
builder.Services.AddSingleton<NewsletterFolder>();
builder.Services.AddSingleton<SitePages>();
builder.Services.AddSearchLimit();
builder.Services.AddSingleton(static services =>
{
    IConfiguration configuration = services.GetRequiredService<IConfiguration>();
    return new SiteAddress(configuration["Address"] ?? configuration["urls"]?.Split(';')[0] ?? "http://localhost:5080");
});
builder.Services.AddOptions<SyndicationOptions>().Configure(static (SyndicationOptions options, IConfiguration configuration, SiteAddress address) =>
{
    options.Address = address.Absolute(SiteAddress.Home);
    options.Database = configuration["Store"] ?? Path.Combine(AppContext.BaseDirectory, "syndication.db");
    options.PublicationUrl = publication => address.Absolute(SiteAddress.Of(publication.Key));
    options.IssueUrl = issue => address.Absolute(SiteAddress.Of(issue.PublicationKey, issue.Key));
});
builder.Services.AddSyndication();
builder.Services.AddSingleton<FolderImport>();
builder.Services.AddHostedService(static services => services.GetRequiredService<FolderImport>());

WebApplication app = builder.Build();
app.UseSecurityHeaders();
app.UseRateLimiter();
app.UseFeedDiscovery();
app.MapFeeds();
app.MapHealthChecks("/health");
app.MapSite(app.Services.GetRequiredService<FolderImport>());
await app.RunAsync();
