using System.Globalization;

namespace Procedures.Reliability.Kills;

/// <summary>Makes a program believe that it is another time, with the library libfaketime where it is installed.</summary>
internal static class WrongClock
{
    /// <summary>The library, or null. Another place than Debian's is named in <c>LIBFAKETIME</c>.</summary>
    public static string? Library { get; } = Environment.GetEnvironmentVariable("LIBFAKETIME") is { Length: > 0 } named
        ? named
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
}
