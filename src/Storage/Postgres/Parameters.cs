using System.Collections.Concurrent;
using System.Reflection;
using Npgsql;
using NpgsqlTypes;

namespace Procedures.Storage.Postgres;

/// <summary>The members of an object as the parameters of a statement, each with PostgreSQL's type.</summary>
internal static class Parameters
{
    private static readonly ConcurrentDictionary<Type, (PropertyInfo Member, NpgsqlDbType Type)[]> Known = new();

    public static void Add(NpgsqlParameterCollection parameters, object? values)
    {
        if (values is null) return;
        foreach (var (member, type) in Known.GetOrAdd(values.GetType(), Look))
            parameters.Add(new NpgsqlParameter(member.Name, type)
            {
                Value = member.GetValue(values) switch
                {
                    null => DBNull.Value,
                    DateTimeOffset moment => Moments.Down(moment),
                    string text => StorableText.Of(text),
                    string[] texts => Array.ConvertAll(texts, StorableText.Of),
                    var value => value,
                },
            });
    }

    private static (PropertyInfo Member, NpgsqlDbType Type)[] Look(Type type) =>
        [.. type.GetProperties().Select(member => (member, TypeOf(member.PropertyType)))];

    private static NpgsqlDbType TypeOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(string) => NpgsqlDbType.Text,
        var t when t == typeof(int) => NpgsqlDbType.Integer,
        var t when t == typeof(long) => NpgsqlDbType.Bigint,
        var t when t == typeof(bool) => NpgsqlDbType.Boolean,
        var t when t == typeof(DateOnly) => NpgsqlDbType.Date,
        var t when t == typeof(DateTimeOffset) => NpgsqlDbType.TimestampTz,
        var t when t == typeof(byte[]) => NpgsqlDbType.Bytea,
        var t when t == typeof(int[]) => NpgsqlDbType.Array | NpgsqlDbType.Integer,
        var t when t == typeof(string[]) => NpgsqlDbType.Array | NpgsqlDbType.Text,
        var t => throw new InvalidOperationException($"A parameter cannot be a {t.Name}."),
    };
}
