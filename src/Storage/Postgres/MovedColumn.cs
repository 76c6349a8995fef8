using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using Procedures.Storage.Sqlite;

namespace Procedures.Storage.Postgres;

/// <summary>A column on its way from SQLite, where it is a text, a number or bytes, into PostgreSQL's type.</summary>
/// <param name="From">The column of SQLite.</param>
/// <param name="Type">PostgreSQL's name of the type; "rest" for what a moment has beyond whole microseconds.</param>
internal sealed record MovedColumn(string Name, string From, string Type)
{
    public async Task WriteAsync(NpgsqlBinaryImporter copy, SqliteDataReader reader, CancellationToken cancel)
    {
        var place = reader.GetOrdinal(From);
        if (reader.IsDBNull(place))
        {
            await copy.WriteNullAsync(cancel);
            return;
        }
        await (Type switch
        {
            "timestamp with time zone" => copy.WriteAsync(
                Moments.Down(Texts.Moment(reader.GetString(place))), NpgsqlDbType.TimestampTz, cancel),
            "rest" => copy.WriteAsync(
                Moments.RestOf(Texts.Moment(reader.GetString(place))), NpgsqlDbType.Smallint, cancel),
            "date" => copy.WriteAsync(Texts.Day(reader.GetString(place)), NpgsqlDbType.Date, cancel),
            "boolean" => copy.WriteAsync(reader.GetInt64(place) != 0, NpgsqlDbType.Boolean, cancel),
            "integer" => copy.WriteAsync(reader.GetInt32(place), NpgsqlDbType.Integer, cancel),
            "bigint" => copy.WriteAsync(reader.GetInt64(place), NpgsqlDbType.Bigint, cancel),
            "text" => copy.WriteAsync(reader.GetString(place), NpgsqlDbType.Text, cancel),
            "bytea" => copy.WriteAsync(reader.GetFieldValue<byte[]>(place), NpgsqlDbType.Bytea, cancel),
            _ => throw new InvalidOperationException($"Nobody moves a {Type} ({Name})."),
        });
    }
}
