using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Syndication.Archives.Tests;

/// <summary>
/// Ports of this machine for the servers of tests, from a range that no system hands out by itself (RFC 6335 §6 leaves those to 49152 and above, Linux those
/// to 32768 and above): a connection that is opened meanwhile, of which the tests beside open many, does not take them.
/// </summary>
internal static class LocalPort
{
    /// <summary>One that nobody listens on.</summary>
    public static int Free()
    {
        while (true)
        {
            int port = RandomNumberGenerator.GetInt32(12_000, 32_000);
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
            }
        }
    }
}
