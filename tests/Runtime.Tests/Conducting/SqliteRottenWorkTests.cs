using Procedures.Play;
using Procedures.Storage;
using Procedures.Storage.Sqlite;

namespace Procedures.Runtime.Conducting;

/// <summary>Rotten work on SQLite.</summary>
public sealed class SqliteRottenWorkTests : RottenWork
{
    protected override Task<string> NewDatabaseAsync(TempFolder folder) => Task.FromResult(folder.File("p.db"));

    protected override Task<IProcedureStore> OpenAsync(string database) =>
        Task.FromResult<IProcedureStore>(SqliteStore.Open(database, PlayDefinitions.Read));

    protected override Task SpoilAsync(string database, string sql)
    {
        Vandal.Run(database, sql);
        return Task.CompletedTask;
    }
}
