using Microsoft.Extensions.Options;

namespace Syndication.AspNetCore;

/// <summary>Says in plain words what is wrong with the options, all at once and before the first request.</summary>
internal sealed class SyndicationOptionsValidator : IValidateOptions<SyndicationOptions>
{
    public ValidateOptionsResult Validate(string? name, SyndicationOptions options)
    {
        var faults = new List<string>();
        if (!IsWeb(options.Address)) faults.Add($"Address must be the absolute http or https address that the feeds are served under, such as https://news.example.org/, not '{options.Address}'.");
        else if (new Uri(options.Address) is { } address && (address.Query.Length > 0 || address.Fragment.Length > 0)) faults.Add($"Address must have no query and no fragment: '{options.Address}'.");
        if (string.IsNullOrWhiteSpace(options.Database)) faults.Add("Database must name a file.");
        if (options.RefreshInterval < TimeSpan.FromMilliseconds(10) || options.RefreshInterval > TimeSpan.FromHours(1)) faults.Add($"RefreshInterval must be from 10 milliseconds to an hour, not {options.RefreshInterval}.");
        if (options.ScopesAtLeast < 0) faults.Add($"ScopesAtLeast must not be negative: {options.ScopesAtLeast}.");
        if (options.MaxSearchLength is < 1 or > 500) faults.Add($"MaxSearchLength must be from 1 to 500 characters, not {options.MaxSearchLength}.");
        if (options.RequestedBytes < 0) faults.Add($"RequestedBytes must not be negative: {options.RequestedBytes}.");
        if (options.MaxAge < TimeSpan.Zero || options.MaxAge > TimeSpan.FromDays(365)) faults.Add($"MaxAge must be from nothing to a year, not {options.MaxAge}.");
        if (options.StaleWhileRevalidate < TimeSpan.Zero || options.StaleWhileRevalidate > TimeSpan.FromDays(365)) faults.Add($"StaleWhileRevalidate must be from nothing to a year, not {options.StaleWhileRevalidate}.");
        if (options.RenamedStatusCode is not (301 or 308)) faults.Add($"RenamedStatusCode must be 301 or 308, not {options.RenamedStatusCode}.");
        if (options.PollLimit is { } limit && (limit.Requests < 1 || limit.Window <= TimeSpan.Zero)) faults.Add($"PollLimit must allow at least one request in a time longer than nothing: {limit}.");
        foreach ((string from, string to) in options.Renamed)
        {
            if (options.Withdrawn.Contains(from)) faults.Add($"'{from}' is both renamed and withdrawn.");
            if (Path(from) == Path(to) || options.Renamed.ContainsKey(Path(to))) faults.Add($"Renamed: '{from}' leads to '{to}', which leads on; name the last address.");
        }

        foreach (string hub in options.Hubs)
        {
            if (!IsWeb(hub)) faults.Add($"Hubs: '{hub}' is no absolute http or https address.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults.Select(static fault => "Syndication: " + fault));
    }

    private static string Path(string path) => path.TrimStart('/');

    private static bool IsWeb(string address) => Uri.TryCreate(address, UriKind.Absolute, out Uri? url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) && url.UserInfo.Length == 0;
}
