using System.Data;
using Npgsql;
using Procedures.Storage.Sqlite;

namespace Procedures.Storage;

/// <summary>The current row of a reader of either store, read in the domain's types by column name.</summary>
internal readonly struct Row(IDataReader reader)
{
    // PostgreSQL gives moments, days and truths; SQLite gives texts and numbers.
    private readonly NpgsqlDataReader? _typed = reader as NpgsqlDataReader;

    public string Text(string column) => reader.GetString(reader.GetOrdinal(column));
    public string? TextOrNull(string column) => IsNull(column) ? null : Text(column);
    public byte[] Bytes(string column) => (byte[])reader.GetValue(reader.GetOrdinal(column));
    public long Long(string column) => reader.GetInt64(reader.GetOrdinal(column));
    public int Int(string column) => reader.GetInt32(reader.GetOrdinal(column));
    public int? IntOrNull(string column) => IsNull(column) ? null : Int(column);
    public bool Flag(string column) =>
        _typed is { } typed ? typed.GetBoolean(typed.GetOrdinal(column)) : Long(column) != 0;

    public DateTimeOffset Moment(string column) => _typed is { } typed
        ? typed.GetFieldValue<DateTimeOffset>(typed.GetOrdinal(column))
        : Texts.Moment(Text(column));

    public DateTimeOffset? MomentOrNull(string column) => IsNull(column) ? null : Moment(column);

    public DateOnly? DayOrNull(string column) =>
        IsNull(column) ? null
        : _typed is { } typed ? typed.GetFieldValue<DateOnly>(typed.GetOrdinal(column))
        : Texts.Day(Text(column));

    public Bilingual Bilingual(string column) => new(Text(column + "_en"), Text(column + "_fr"));
    public T Enum<T>(string column) where T : struct, Enum => System.Enum.Parse<T>(Text(column));

    private bool IsNull(string column) => reader.IsDBNull(reader.GetOrdinal(column));
}
