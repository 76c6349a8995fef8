using Npgsql;
using NpgsqlTypes;

namespace Procedures.Storage.Postgres;

/// <summary>A column of rows that travel together: its name, its type, and one array of values for all rows.</summary>
internal sealed record Column<T>(string Name, string Type, Func<IReadOnlyList<T>, NpgsqlParameter> ParameterOf)
{
    public static Column<T> Text(string name, Func<T, string?> value) => Of(
        name, "text", NpgsqlDbType.Text, row => value(row) is { } text ? StorableText.Of(text) : null);
    public static Column<T> Int(string name, Func<T, int> value) => Of(name, "integer", NpgsqlDbType.Integer, value);
    public static Column<T> Int(string name, Func<T, int?> value) => Of(name, "integer", NpgsqlDbType.Integer, value);
    public static Column<T> Short(string name, Func<T, short> value) => Of(name, "smallint", NpgsqlDbType.Smallint, value);
    public static Column<T> Long(string name, Func<T, long> value) => Of(name, "bigint", NpgsqlDbType.Bigint, value);
    public static Column<T> Flag(string name, Func<T, bool> value) => Of(name, "boolean", NpgsqlDbType.Boolean, value);
    public static Column<T> Day(string name, Func<T, DateOnly?> value) => Of(name, "date", NpgsqlDbType.Date, value);

    public static Column<T> Moment(string name, Func<T, DateTimeOffset?> value) => Of<DateTime?>(
        name, "timestamptz", NpgsqlDbType.TimestampTz, row => value(row) is { } moment ? Moments.Down(moment) : null);

    /// <summary>A moment at which something falls due.</summary>
    public static Column<T> Due(string name, Func<T, DateTimeOffset> value) => Of(
        name, "timestamptz", NpgsqlDbType.TimestampTz, row => Moments.Up(value(row)));

    private static Column<T> Of<TValue>(string name, string type, NpgsqlDbType element, Func<T, TValue> value) =>
        new(name, type, rows =>
        {
            var values = new TValue[rows.Count];
            for (var i = 0; i < values.Length; i++) values[i] = value(rows[i]);
            return new NpgsqlParameter<TValue[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | element };
        });
}
