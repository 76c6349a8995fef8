using System.Runtime.CompilerServices;
using Procedures.Deadlines;

namespace Procedures.Tests.Deadlines;

/// <summary>The calendar files of the product, read once.</summary>
internal static class TestCalendar
{
    public static readonly string PartSessionsJson = Text("part-sessions.json");

    public static readonly string HolidaysJson = Text("holidays.json");

    public static readonly Calendar Product = Calendar.Read(PartSessionsJson, HolidaysJson);

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");

    public static PartSession Part(int year, int number) => Product.Find(year, number)!;

    public static AnchorValue Given(string iso) => new AnchorValue.Day(Day(iso));

    private static string Text(string file, [CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../../../workflows/calendars", file));
}
