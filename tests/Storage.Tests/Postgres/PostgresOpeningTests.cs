using Npgsql;
using Procedures.Play;

namespace Procedures.Storage.Postgres;

/// <summary>What a database must be, and what it refuses by itself.</summary>
public sealed class PostgresOpeningTests
{
    [Theory]
    [InlineData("DELETE FROM procedures")]
    [InlineData("TRUNCATE procedures")]
    [InlineData("DELETE FROM kept_definitions")]
    public async Task The_database_itself_refuses_to_take_away_what_the_journal_tells_of(string sql)
    {
        var database = await PostgresServer.NewDatabaseAsync();
        await using var store = await OpenAsync(database);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => PostgresServer.AskAsync(database, sql));
        Assert.Contains("never taken away", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hosts_that_start_together_on_an_empty_database_make_its_tables_once()
    {
        var address = PostgresAddress.Read(await PostgresServer.EmptyDatabaseAsync());
        var stores = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => PostgresStore.OpenAsync(address, PlayDefinitions.Read)));
        Assert.Equal(3, stores.Select(s => s.HostNumber).Distinct().Count());
        foreach (var store in stores) await store.DisposeAsync();
    }

    [Fact]
    public async Task A_database_that_a_newer_program_has_written_is_refused_and_left_alone()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        await PostgresServer.AskAsync(database, "INSERT INTO schema_version (version, name) VALUES (9999, 'from the future')");
        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() => OpenAsync(database));
        Assert.Contains("schema version 9999", refusal.Message, StringComparison.Ordinal);

        await PostgresServer.AskAsync(database, "DELETE FROM schema_version WHERE version = 9999");
        await (await OpenAsync(database)).DisposeAsync();
    }

    [Theory]
    [InlineData("UPDATE journal SET actor = 'somebody else'")]
    [InlineData("DELETE FROM journal")]
    [InlineData("TRUNCATE journal")]
    public async Task The_database_itself_refuses_to_change_the_journal(string sql)
    {
        var database = await PostgresServer.NewDatabaseAsync();
        await using var store = await OpenAsync(database);
        var step = Moves.Open(PlayDefinitions.Engine, "p", PlayDefinitions.TwoTasks);
        await store.CommitAsync(CommitBatch.Of(new StepCommit(step, Moves.Opening)));

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => PostgresServer.AskAsync(database, sql));
        Assert.Contains("The journal only grows", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_was_closed_takes_nothing_more()
    {
        var store = await OpenAsync(await PostgresServer.NewDatabaseAsync());
        await store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.NextNumberAsync("x"));
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_refused_at_once()
    {
        var database = new NpgsqlConnectionStringBuilder(await PostgresServer.NewDatabaseAsync()) { Database = "nowhere" };
        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() => OpenAsync(database.ConnectionString));
        Assert.Contains("nowhere", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=db;Database=p;Username=u;Password=secret", "db:5432/p")]
    [InlineData("postgres://u:secret@db:5433/p?sslmode=require", "db:5433/p")]
    [InlineData("postgresql://u:secret@db/p", "db:5432/p")]
    public void An_address_is_read_and_shown_without_its_password(string setting, string shown)
    {
        Assert.True(PostgresAddress.IsMeantBy(setting));
        Assert.Equal(shown, $"{PostgresAddress.Read(setting)}");
    }

    [Theory]
    [InlineData("data/procedures.db", false)]
    [InlineData("/var/lib/procedures/p.db", false)]
    [InlineData("host=db;database=p", true)]
    public void A_path_means_a_file(string setting, bool isPostgres) =>
        Assert.Equal(isPostgres, PostgresAddress.IsMeantBy(setting));

    [Fact]
    public void A_setting_that_cannot_be_read_is_refused_without_repeating_it()
    {
        var refusal = Assert.Throws<StoreRefusedException>(() => PostgresAddress.Read("Host=db;Password=secret;Nonsense=1"));
        Assert.DoesNotContain("secret", refusal.ToString(), StringComparison.Ordinal);
    }

    private static Task<PostgresStore> OpenAsync(string database) =>
        PostgresStore.OpenAsync(PostgresAddress.Read(database), PlayDefinitions.Read);
}
