using System.Net;

namespace Procedures;

/// <summary>While nobody signs in, the host answers on this computer only, and only to its own names.</summary>
public static class Loopback
{
    /// <summary>The names by which a browser may call the host; another name is somebody else's trick (DNS
    /// rebinding).</summary>
    public static readonly string[] Names = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Refuses every address that other computers could reach.</summary>
    /// <exception cref="HostRefusedException">One of the addresses is not of this computer.</exception>
    public static void Require(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !IsLoopback(address))
                throw new HostRefusedException((
                    $"The host does not listen on {url}: nobody signs in yet, so it answers on this computer only. "
                        + $"Use an address such as {HostSettings.DefaultAddress}.",
                    $"Le serveur n'écoute pas sur {url} : personne ne s'identifie encore, il ne répond donc que sur cet "
                        + $"ordinateur. Utilisez une adresse telle que {HostSettings.DefaultAddress}."));
    }

    private static bool IsLoopback(Uri address) =>
        address.Host == "localhost" || IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip)
            && IPAddress.IsLoopback(ip);
}
