using System.Globalization;
using Npgsql;

namespace Procedures.Storage.Postgres;

/// <summary>
/// A statement that writes any number of rows at once. In its text {rows} stands for them, with the alias u.
/// </summary>
internal sealed class RowSet<T>
{
    private readonly Column<T>[] _columns;

    public RowSet(string statement, params Column<T>[] columns)
    {
        _columns = columns;
        var arrays = columns.Select((column, i) =>
            string.Create(CultureInfo.InvariantCulture, $"${i + 1}::{column.Type}[]"));
        Sql = Statements.Of(statement).Replace("{rows}",
            $"unnest({string.Join(", ", arrays)}) AS u ({string.Join(", ", columns.Select(c => c.Name))})",
            StringComparison.Ordinal);
    }

    /// <summary>The statement's text, with an array for each column.</summary>
    public string Sql { get; }

    /// <summary>Adds the statement to the batch when there are rows.</summary>
    public void AddTo(NpgsqlBatch batch, IReadOnlyList<T> rows)
    {
        if (rows.Count == 0) return;
        // The text is that of the program's own .sql file.
#pragma warning disable CA2100
        var command = new NpgsqlBatchCommand(Sql);
#pragma warning restore CA2100
        foreach (var column in _columns) command.Parameters.Add(column.ParameterOf(rows));
        batch.BatchCommands.Add(command);
    }
}
