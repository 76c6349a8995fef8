using Procedures.Definitions;
using Procedures.Storage.Conformance;

namespace Procedures.Storage.Sqlite;

/// <summary>SQLite passes what every store must pass.</summary>
public sealed class SqliteStoreTests : StoreConformance
{
    protected override Task<IProcedureStore> OpenAsync(Func<string, Definition> read) =>
        Task.FromResult<IProcedureStore>(SqliteStore.Open(Folder.File("procedures.db"), read));
}
