using System.Globalization;

namespace Procedures.Definitions;

/// <summary>Lengths of time as Elsa writes them: .NET's constant form, "[d.]hh:mm:ss[.fff]".</summary>
public static class Durations
{
    /// <summary>The length that the text says ("15.00:00:00" is fifteen days), or null.</summary>
    /// <remarks>A bare number is refused: .NET reads it as days, the one who wrote it rarely meant that.</remarks>
    public static TimeSpan? Parse(string? text) =>
        text is not null && text.Contains(':', StringComparison.Ordinal)
        && TimeSpan.TryParseExact(text.Trim(), "c", CultureInfo.InvariantCulture, out var length) ? length : null;
}
