using System.Globalization;

namespace Procedures.Definitions;

/// <summary>Dates and times as definitions hold them: ISO 8601, or what Studio's date picker writes.</summary>
/// <remarks>
/// Studio writes a picked date in the culture of the browser application, which is pinned to en-US. A text without
/// offset stays without: which time zone it means is decided where it is used.
/// </remarks>
public static class Moments
{
    private const string Written = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;
    private static readonly string[] IsoLocal =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", Written, "yyyy-MM-dd HH:mm:ss"];
    private static readonly string[] IsoOffset =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK"];
    private static readonly string[] Picker =
        ["M/d/yyyy h:mm:ss tt", "M/d/yyyy h:mm tt", "M/d/yyyy H:mm:ss", "M/d/yyyy"];
    private static readonly string[] PickerOffset = ["M/d/yyyy h:mm:ss tt zzz"];

    /// <summary>The same moment in ISO 8601, with the offset if the text has one, or null when it is none.</summary>
    public static string? ToIso(string text)
    {
        var plain = text.Trim().Replace('\u202f', ' ').Replace('\u00a0', ' ');
        if (Local(plain) is { } local) return local.ToString(Written, Plain);
        if (!TryOffset(plain, out var moment)) return null;
        var head = moment.ToString(Written, Plain);
        return head + (plain.EndsWith('Z') ? "Z" : moment.ToString("zzz", Plain));
    }

    private static DateTime? Local(string text) =>
        DateTime.TryParseExact(text, IsoLocal, Plain, DateTimeStyles.None, out var iso) ? iso
        : DateTime.TryParseExact(text, Picker, Plain, DateTimeStyles.None, out var picked) ? picked
        : null;

    private static bool TryOffset(string text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(
            text, [.. IsoOffset, .. PickerOffset], Plain, DateTimeStyles.None, out moment);
}
