using System.Globalization;
using System.Text.Json;

namespace Procedures.Storage.Sqlite;

/// <summary>Moments, days and lists as the texts that the tables hold.</summary>
internal static class Texts
{
    private const string MomentForm = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
    private const string DayForm = "yyyy-MM-dd";

    /// <summary>Where something without a day comes in an order of days.</summary>
    public const string LastOfAll = "9999-12-31";

    public static string Of(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(MomentForm, CultureInfo.InvariantCulture);

    public static string? Of(DateTimeOffset? moment) => moment is { } m ? Of(m) : null;

    public static string Of(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);

    public static string? Of(DateOnly? day) => day is { } d ? Of(d) : null;

    public static DateTimeOffset Moment(string text) => new(
        DateTime.ParseExact(text, MomentForm, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, DayForm, CultureInfo.InvariantCulture);

    /// <summary>A list for json_each; null when it is empty and so filters nothing.</summary>
    public static string? List(IEnumerable<string> items)
    {
        var array = items.ToArray();
        return array.Length == 0 ? null : JsonSerializer.Serialize(array);
    }

    /// <summary>
    /// The text without regard to case and accents, for searching; null when there is nothing to search.
    /// </summary>
    public static string? Search(string? text) => SearchText.Sought(text);

    public static string Fold(params ReadOnlySpan<string?> texts) => SearchText.Fold(texts);
}
