using Procedures.Play;
using Procedures.Storage;
using Procedures.Storage.Postgres;
using Xunit.Abstractions;

namespace Procedures.Runtime.Conducting;

/// <summary>The crash sweep on PostgreSQL.</summary>
public sealed class PostgresCrashSweepTests(ITestOutputHelper output) : CrashSweep(output)
{
    protected override Task<string> NewDatabaseAsync(TempFolder folder) => PostgresServer.NewDatabaseAsync();

    protected override int EveryNth => 7;

    protected override async Task<IProcedureStore> OpenAsync(string database, ICrashPoints crash) =>
        await PostgresStore.OpenAsync(
            PostgresAddress.Read(database), PlayDefinitions.Read, new PostgresOptions { CrashPoints = crash });
}
