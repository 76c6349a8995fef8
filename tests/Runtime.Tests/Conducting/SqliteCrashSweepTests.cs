using Procedures.Play;
using Procedures.Storage;
using Procedures.Storage.Sqlite;
using Xunit.Abstractions;

namespace Procedures.Runtime.Conducting;

/// <summary>The crash sweep on SQLite.</summary>
public sealed class SqliteCrashSweepTests(ITestOutputHelper output) : CrashSweep(output)
{
    protected override Task<string> NewDatabaseAsync(TempFolder folder) => Task.FromResult(folder.File("p.db"));

    protected override Task<IProcedureStore> OpenAsync(string database, ICrashPoints crash) =>
        Task.FromResult<IProcedureStore>(SqliteStore.Open(database, PlayDefinitions.Read, crash));
}
