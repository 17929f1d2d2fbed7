using System.Text.Encodings.Web;
using System.Text.Unicode;
using Syndication.SampleHost.Archive;
using Syndication.SampleHost.Publishing;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null) builder.WebHost.UseUrls("http://localhost:5080");
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.WebHost.ConfigureKestrel(static kestrel => kestrel.AddServerHeader = false);
builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
builder.Services.AddSingleton<NewsletterFolder>();
builder.Services.AddSingleton<SiteFeeds>();
builder.Services.AddSingleton<SitePages>();

WebApplication app = builder.Build();

string folder = app.Configuration["Issues"] ?? Path.Combine(AppContext.BaseDirectory, "issues");
string address = app.Configuration["Address"] ?? app.Configuration["urls"]?.Split(';')[0] ?? "http://localhost:5080";
IReadOnlyList<Newsletter> newsletters = await app.Services.GetRequiredService<NewsletterFolder>().ReadAsync(folder);
Site site = await Site.BuildAsync(new SiteAddress(address), newsletters, app.Services.GetRequiredService<SiteFeeds>(), app.Services.GetRequiredService<SitePages>());

app.UseSecurityHeaders();
app.MapSite(site);
await app.RunAsync();
