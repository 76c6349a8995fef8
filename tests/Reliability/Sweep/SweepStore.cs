using Procedures.Definitions;
using Procedures.Play;
using Procedures.Storage;
using Procedures.Storage.Postgres;
using Procedures.Storage.Sqlite;

namespace Procedures.Reliability.Sweep;

/// <summary>A kind of store that is swept.</summary>
/// <param name="NewAsync">Makes a new, empty database; the folder goes with the run.</param>
internal sealed record SweepStore(
    string Name, Func<TempFolder, Task<string>> NewAsync,
    Func<string, Func<string, Definition>, ICrashPoints, Task<IProcedureStore>> OpenAsync)
{
    public static readonly SweepStore Sqlite = new(
        "SQLite", folder => Task.FromResult(folder.File("p.db")),
        (place, read, crash) => Task.FromResult<IProcedureStore>(SqliteStore.Open(place, read, crash)));

    public static readonly SweepStore Postgres = new(
        "PostgreSQL", _ => PostgresServer.NewDatabaseAsync(),
        async (place, read, crash) => await PostgresStore.OpenAsync(
            PostgresAddress.Read(place), read, new PostgresOptions { CrashPoints = crash }));
}
