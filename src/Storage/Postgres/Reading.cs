using System.Collections.Immutable;
using Npgsql;

namespace Procedures.Storage.Postgres;

/// <summary>Statements run on a connection.</summary>
internal static class Reading
{
    public static async Task<ImmutableArray<T>> AllAsync<T>(
        this NpgsqlConnection connection, string statement, object? parameters, Func<Row, T> map,
        CancellationToken cancel)
    {
        await using var command = connection.CommandOf(statement, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var items = ImmutableArray.CreateBuilder<T>();
        while (await reader.ReadAsync(cancel)) items.Add(map(new Row(reader)));
        return items.DrainToImmutable();
    }

    /// <summary>The first row, or nothing.</summary>
    public static async Task<T?> OneAsync<T>(
        this NpgsqlConnection connection, string statement, object? parameters, Func<Row, T> map,
        CancellationToken cancel) where T : class
    {
        await using var command = connection.CommandOf(statement, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? map(new Row(reader)) : null;
    }

    /// <summary>The first column of the first row; the type's default when there is none.</summary>
    public static async Task<T?> ScalarAsync<T>(
        this NpgsqlConnection connection, string statement, object? parameters, CancellationToken cancel)
    {
        await using var command = connection.CommandOf(statement, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) && !await reader.IsDBNullAsync(0, cancel)
            ? await reader.GetFieldValueAsync<T>(0, cancel)
            : default;
    }

    /// <summary>How many rows a statement has changed.</summary>
    public static async Task<int> RunAsync(
        this NpgsqlConnection connection, string statement, object? parameters, CancellationToken cancel)
    {
        await using var command = connection.CommandOf(statement, parameters);
        return await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Writes rows; how many there were.</summary>
    public static async Task<int> RunAsync<T>(
        this NpgsqlConnection connection, RowSet<T> set, IReadOnlyList<T> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return 0;
        await using var batch = new NpgsqlBatch(connection);
        set.AddTo(batch, rows);
        return await batch.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>A statement as part of a batch.</summary>
    public static NpgsqlBatchCommand BatchCommandOf(string statement, object? parameters = null)
    {
        // The texts are those of the program's own .sql files.
#pragma warning disable CA2100
        var command = new NpgsqlBatchCommand(Statements.Of(statement));
#pragma warning restore CA2100
        Parameters.Add(command.Parameters, parameters);
        return command;
    }

    public static NpgsqlCommand CommandOf(this NpgsqlConnection connection, string statement, object? parameters)
    {
        // The texts are those of the program's own .sql files.
#pragma warning disable CA2100
        var command = new NpgsqlCommand(Statements.Of(statement), connection);
#pragma warning restore CA2100
        Parameters.Add(command.Parameters, parameters);
        return command;
    }
}
