using System.Globalization;

namespace Procedures.Bench;

/// <summary>Many parked procedures at once: copies of the rows of a real one, made by PostgreSQL.</summary>
/// <remarks>The id is replaced wherever it stands. The journals of copies do not pass the verifier, which nobody asks here.</remarks>
internal sealed class Copies(Cluster cluster, string database, string original)
{
    private static readonly Dictionary<string, string> Varied = new()
    {
        ["procedures.state"] = "(ARRAY['EE','FR','AL','PT','SE','CY','IE'])[1 + n % 7]",
        ["procedures.sort_day"] = "date '2027-01-01' + n % 3000",
        ["procedures.next_deadline"] = "date '2027-01-01' + n % 3000",
        ["procedures.opened_at"] = "x.opened_at - n * interval '7 seconds'",
        ["procedures.changed_at"] = "x.changed_at - n * interval '5 seconds'",
        ["procedures.search"] = "x.search || ' ' || (ARRAY['estonia','france','albania','portugal'])[1 + n % 4]",
    };

    private static readonly (string Table, string Key)[] Tables =
    [
        ("procedures", "id"), ("states", "procedure"), ("waits", "procedure"), ("outside_tasks", "procedure"),
        ("journal", "procedure"),
    ];

    /// <summary>The id of a task for which a copy waits.</summary>
    public static string TaskOf(string taskOfOriginal, string original, int number) =>
        taskOfOriginal.Replace(original, IdOf(number), StringComparison.Ordinal);

    /// <summary>Makes copies with the numbers from one to another.</summary>
    public async Task MakeAsync(int first, int last)
    {
        foreach (var (table, key) in Tables)
        {
            var columns = (await cluster.AskAsync(database,
                "SELECT string_agg(column_name || ' ' || data_type, ',' ORDER BY ordinal_position) "
                + $"FROM information_schema.columns WHERE table_name = '{table}'")).Split(',')
                .Select(c => (Name: c.Split(' ')[0], IsText: c.EndsWith(" text", StringComparison.Ordinal))).ToArray();
            var values = new List<string>();
            foreach (var (name, isText) in columns)
                values.Add(Varied.TryGetValue($"{table}.{name}", out var varied) ? varied
                    : isText && await HasIdAsync(table, key, name)
                        ? $"replace(x.{name}, '{original}', 'copy-' || lpad(n::text, 7, '0'))"
                        : "x." + name);
            await cluster.AskAsync(database, string.Create(CultureInfo.InvariantCulture,
                $"INSERT INTO {table} ({string.Join(", ", columns.Select(c => c.Name))}) SELECT {string.Join(", ", values)} FROM {table} x, generate_series({first}, {last}) n WHERE x.{key} = '{original}'"));
        }
        await cluster.AskAsync(database, "VACUUM ANALYZE");
    }

    private async Task<bool> HasIdAsync(string table, string key, string column) => await cluster.AskAsync(database,
        $"SELECT 1 FROM {table} WHERE {key} = '{original}' AND position('{original}' in {column}) > 0 LIMIT 1") == "1";

    private static string IdOf(int number) => "copy-" + number.ToString("0000000", CultureInfo.InvariantCulture);
}
