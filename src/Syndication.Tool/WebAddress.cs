namespace Syndication.Tool;

/// <summary>Addresses that a browser may follow.</summary>
internal static class WebAddress
{
    internal static bool IsWeb(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    /// <summary>The address of a file in the folder that is served at an address.</summary>
    internal static string? Under(string? folder, string file) => IsWeb(folder) ? $"{folder!.Split('?', '#')[0].TrimEnd('/')}/{Uri.EscapeDataString(file)}" : null;
}
