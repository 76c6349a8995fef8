using System.Globalization;
using System.Text.Json;

namespace Procedures.Deadlines;

/// <summary>Reads the calendar files, and names the entry that is wrong.</summary>
internal static class CalendarJson
{
    public static List<PartSession> ReadParts(string json) => ReadList(json, "partSessions", entry =>
    {
        var part = new PartSession(
            entry.GetProperty("year").GetInt32(), entry.GetProperty("number").GetInt32(),
            Day(entry, "opens"), Day(entry, "closes"), Status(entry.GetProperty("status").GetString()));
        if (part.Number is < 1 or > 4) throw new FormatException("its number is not 1, 2, 3 or 4");
        if (part.Closes < part.Opens) throw new FormatException("it closes before it opens");
        if (part.Opens.Year != part.Year) throw new FormatException("it opens in another year");
        return part;
    }, part => part.Notation);

    public static List<Holiday> ReadHolidays(string json) => ReadList(json, "holidays", entry => new Holiday(
        Day(entry, "date"),
        new Bilingual(entry.GetProperty("english").GetString() ?? "", entry.GetProperty("french").GetString() ?? "")),
        holiday => Iso(holiday.Day));

    private static List<T> ReadList<T>(string json, string list, Func<JsonElement, T> read, Func<T, string> key)
    {
        using var document = Parse(json, list);
        if (document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty(list, out var entries)
            || entries.ValueKind != JsonValueKind.Array)
            throw new FormatException($"The calendar file has no list \"{list}\".");
        var found = new List<T>();
        var seen = new HashSet<string>();
        foreach (var entry in entries.EnumerateArray())
        {
            T value;
            try
            {
                value = read(entry);
            }
            catch (Exception problem) when (problem is FormatException or InvalidOperationException
                                                or KeyNotFoundException)
            {
                throw new FormatException(
                    $"Entry {found.Count + 1} of \"{list}\", {entry.GetRawText()}: {problem.Message}", problem);
            }
            if (!seen.Add(key(value)))
                throw new FormatException($"Entry {found.Count + 1} of \"{list}\" repeats {key(value)}.");
            found.Add(value);
        }
        return found;
    }

    private static JsonDocument Parse(string json, string list)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException problem)
        {
            throw new FormatException($"The calendar file with \"{list}\" is not JSON: {problem.Message}", problem);
        }
    }

    private static DateOnly Day(JsonElement entry, string name) => DateOnly.ParseExact(
        entry.GetProperty(name).GetString() ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static PartStatus Status(string? text) => text switch
    {
        "held" => PartStatus.Held,
        "cancelled" => PartStatus.Cancelled,
        "to-confirm" => PartStatus.ToConfirm,
        "projected" => PartStatus.Projected,
        _ => throw new FormatException("its status is not held, cancelled, to-confirm or projected"),
    };
}
