using Microsoft.Data.Sqlite;
using Procedures.Play;

namespace Procedures.Storage.Sqlite;

/// <summary>Who may open a file: one host, and a program that is at least as new as the database.</summary>
public sealed class SqliteOpeningTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_second_host_on_the_same_file_is_refused_and_admitted_when_the_first_has_gone()
    {
        var first = Open();
        var refusal = Assert.Throws<StoreRefusedException>(() => Open());
        Assert.Contains("Another host already works on", refusal.Message, StringComparison.Ordinal);

        await first.DisposeAsync();
        await Open().DisposeAsync();
    }

    [Fact]
    public async Task A_database_that_a_newer_program_has_written_is_refused_and_left_alone()
    {
        await Open().DisposeAsync();
        Execute("INSERT INTO schema_version (version, name) VALUES (9999, 'from the future')");

        var refusal = Assert.Throws<StoreRefusedException>(() => Open());

        Assert.Contains("schema version 9999", refusal.Message, StringComparison.Ordinal);
        Execute("DELETE FROM schema_version WHERE version = 9999");
        await Open().DisposeAsync();
    }

    [Fact]
    public async Task The_file_is_in_wal_mode_and_every_table_is_strictly_bound()
    {
        await Open().DisposeAsync();

        Assert.Equal("wal", Scalar("PRAGMA journal_mode"));
        Assert.Equal("", Scalar("SELECT coalesce(group_concat(\"table\"), '') FROM pragma_foreign_key_check"));
    }

    [Theory]
    [InlineData("UPDATE journal SET actor = 'somebody else'")]
    [InlineData("DELETE FROM journal")]
    public async Task The_database_itself_refuses_to_change_the_journal(string sql)
    {
        var store = Open();
        var step = Moves.Open(PlayDefinitions.Engine, "p", PlayDefinitions.TwoTasks);
        await store.CommitAsync(CommitBatch.Of(new StepCommit(step, Moves.Opening)));
        await store.DisposeAsync();

        var refusal = Assert.Throws<SqliteException>(() => Execute(sql));
        Assert.Contains("The journal only grows", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_was_closed_takes_nothing_more()
    {
        var store = Open();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.NextNumberAsync("x"));
    }

    private SqliteStore Open() => SqliteStore.Open(_folder.File("p.db"), PlayDefinitions.Read);

    private void Execute(string sql) => Scalar(sql);

    private string Scalar(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("p.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        // The texts are constants of this file.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar()?.ToString() ?? "";
    }
}
