using Procedures.Definitions;
using Procedures.Play;
using Procedures.Storage.Conformance;

namespace Procedures.Storage.Postgres;

/// <summary>PostgreSQL passes what every store must pass.</summary>
public sealed class PostgresStoreTests : StoreConformance
{
    private string? _database;

    protected override async Task<IProcedureStore> OpenAsync(Func<string, Definition> read)
    {
        _database ??= await PostgresServer.NewDatabaseAsync();
        return await PostgresStore.OpenAsync(PostgresAddress.Read(_database), read);
    }
}
