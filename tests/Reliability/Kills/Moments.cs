using System.Globalization;

namespace Procedures.Reliability.Kills;

/// <summary>Moments that a database keeps, seen from outside.</summary>
internal static class Moments
{
    /// <summary>How PostgreSQL is asked to write a moment, UTC.</summary>
    public const string Form = "YYYY-MM-DD\"T\"HH24:MI:SS.US";

    private static readonly (string What, string Column, string Table)[] Kept =
    [
        ("entries of journals", "at", "journal"), ("procedures", "opened_at", "procedures"),
        ("ends of procedures", "ended_at", "procedures"), ("tasks", "opened_at", "tasks"),
        ("ends of tasks", "closed_at", "tasks"), ("letters", "written_at", "letters"), ("ends of letters", "ended_at", "letters"),
    ];

    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>What bears a moment, on PostgreSQL, that by the database's clock was before the run or is still to come.</summary>
    public static async Task<List<string>> OutsideAsync(Database database, DateTimeOffset begin)
    {
        var outside = new List<string>();
        foreach (var (what, column, table) in Kept)
        {
            var count = await database.CountAsync(string.Create(CultureInfo.InvariantCulture, $"""
                SELECT count(*) FROM {table} WHERE {column} < '{begin:yyyy-MM-ddTHH:mm:ss}Z'::timestamptz - interval '1 second'
                    OR {column} > clock_timestamp() + interval '1 second'
                """));
            if (count > 0) outside.Add($"{count} {what} bear a moment outside the run");
        }
        return outside;
    }
}
