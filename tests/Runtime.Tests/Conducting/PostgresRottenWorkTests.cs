using Procedures.Play;
using Procedures.Storage;
using Procedures.Storage.Postgres;

namespace Procedures.Runtime.Conducting;

/// <summary>Rotten work on PostgreSQL.</summary>
public sealed class PostgresRottenWorkTests : RottenWork
{
    protected override Task<string> NewDatabaseAsync(TempFolder folder) => PostgresServer.NewDatabaseAsync();

    protected override async Task<IProcedureStore> OpenAsync(string database) =>
        await PostgresStore.OpenAsync(PostgresAddress.Read(database), PlayDefinitions.Read);

    protected override Task SpoilAsync(string database, string sql) => PostgresServer.AskAsync(database, sql);
}
