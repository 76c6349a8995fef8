using System.Collections.Immutable;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Procedures.Storage.Sqlite;

/// <summary>Rows read through a statement.</summary>
internal static class Reading
{
    public static ImmutableArray<T> All<T>(
        this SqliteConnection connection, string statement, object? parameters, Func<Row, T> map)
    {
        using var reader = connection.ExecuteReader(Statements.Of(statement), parameters);
        var items = ImmutableArray.CreateBuilder<T>();
        while (reader.Read()) items.Add(map(new Row(reader)));
        return items.DrainToImmutable();
    }

    /// <summary>The first row, or nothing.</summary>
    public static T? One<T>(this SqliteConnection connection, string statement, object? parameters, Func<Row, T> map)
        where T : class
    {
        using var reader = connection.ExecuteReader(Statements.Of(statement), parameters);
        return reader.Read() ? map(new Row(reader)) : null;
    }

    /// <summary>The first column of the first row.</summary>
    public static T? Scalar<T>(this SqliteConnection connection, string statement, object? parameters = null) =>
        connection.ExecuteScalar<T>(Statements.Of(statement), parameters);

    /// <summary>How many rows a statement has changed.</summary>
    public static int Run(this SqliteConnection connection, string statement, object? parameters = null) =>
        connection.Execute(Statements.Of(statement), parameters);
}
