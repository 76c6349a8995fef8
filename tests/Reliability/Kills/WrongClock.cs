using System.Globalization;

namespace Procedures.Reliability.Kills;

/// <summary>Makes a program believe that it is another time, with the library libfaketime where it is installed.</summary>
internal static class WrongClock
{
    /// <summary>The library, or null. Another place than Debian's is named in <c>LIBFAKETIME</c>.</summary>
    /// <exception cref="InvalidOperationException">What is named there is no file: clocks would go right unnoticed.</exception>
    public static string? Library => Environment.GetEnvironmentVariable("LIBFAKETIME") is { Length: > 0 } named
        ? File.Exists(named) ? named : throw new InvalidOperationException($"LIBFAKETIME names {named}, which is no file.")
        : new[] { "x86_64", "aarch64" }.Select(machine => $"/usr/lib/{machine}-linux-gnu/faketime/libfaketimeMT.so.1")
            .FirstOrDefault(File.Exists);

    /// <summary>What the program's environment must say; nothing when the clock goes right or there is no library.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Settings(int minutes)
    {
        if (Library is not { } library || minutes == 0) yield break;
        yield return KeyValuePair.Create("LD_PRELOAD", library);
        yield return KeyValuePair.Create("FAKETIME", string.Create(CultureInfo.InvariantCulture, $"{minutes:+0;-0}m"));
        // A machine with a wrong clock counts seconds like any other.
        yield return KeyValuePair.Create("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    }

    /// <summary>Which clocks are not wrong by as many minutes as they should be: the run would show nothing of them.</summary>
    public static async Task<List<string>> OtherwiseThanAsync(IEnumerable<int> minutes, IEnumerable<HostChild> hosts)
    {
        var otherwise = new List<string>();
        foreach (var (host, asked) in hosts.Zip(minutes))
            if (await WrongByAsync(host) is var wrong && Math.Abs(wrong - asked) > 1)
                otherwise.Add(string.Create(CultureInfo.InvariantCulture,
                    $"The clock of a host is wrong by {wrong:F1} minutes and should be by {asked}"));
        return otherwise;
    }

    // The server of pages dates its answers by the clock of the machine.
    private static async Task<double> WrongByAsync(HostChild host)
    {
        using var browser = new HttpClient();
        using var answer = await browser.GetAsync(new Uri(host.Address, "/health/live"));
        return (answer.Headers.Date!.Value - TimeProvider.System.GetUtcNow()).TotalMinutes;
    }
}
