using System.Text.Encodings.Web;
using System.Text.Unicode;
using Syndication.AspNetCore;
using Syndication.AspNetCore.Discovery;
using Syndication.SampleHost.Archive;
using Syndication.SampleHost.Publishing;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null) builder.WebHost.UseUrls("http://localhost:5080");
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.WebHost.ConfigureKestrel(static kestrel => kestrel.AddServerHeader = false);
builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
builder.Services.AddSingleton<NewsletterFolder>();
builder.Services.AddSingleton<SitePages>();
builder.Services.AddOptions<SyndicationOptions>().Configure(static (SyndicationOptions options, IConfiguration configuration) =>
{
    var address = new SiteAddress(configuration["Address"] ?? configuration["urls"]?.Split(';')[0] ?? "http://localhost:5080");
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
app.UseFeedDiscovery();
app.MapFeeds();
app.MapHealthChecks("/health");
app.MapSite(app.Services.GetRequiredService<FolderImport>());
await app.RunAsync();
