using System.Net;
using System.Net.Sockets;

namespace Syndication.Archives.Fetching;

/// <summary>Which addresses are not on the open internet: loopback, private, link-local, shared, multicast and reserved ones (RFC 6890).</summary>
internal static class PrivateAddress
{
    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address)) return true;
        byte[] b = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return b[0] is 0 or 10 or 127 or >= 224 || b[0] == 100 && b[1] is >= 64 and < 128 || b[0] == 169 && b[1] == 254 || b[0] == 172 && b[1] is >= 16 and < 32
                || b[0] == 192 && (b[1] == 168 || b[1] == 0 && b[2] is 0 or 2) || b[0] == 198 && b[1] is 18 or 19;
        }

        bool isTranslated = b[0] == 0 && b[1] == 0x64 && b[2] == 0xFF && b[3] == 0x9B || b[0] == 0x20 && b[1] == 0x02;
        return address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6Multicast || address.IsIPv6UniqueLocal || address.Equals(IPAddress.IPv6Any) || isTranslated;
    }
}
