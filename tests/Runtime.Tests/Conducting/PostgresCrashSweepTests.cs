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

    [Fact]
    public async Task Cut_off_at_any_place_it_goes_on_at_once_and_knows_the_fate_of_every_letter()
    {
        CutAt? counting = null;
        var undisturbed = await RunAsync(database => counting = new CutAt(database, int.MaxValue));

        // A failure that was counted would be tried again ten seconds later, and the journal would show it.
        foreach (var nth in Enumerable.Range(1, counting!.Reached).Where(nth => nth % EveryNth == 0))
            AssertSame(undisturbed, await RunAsync(database => new CutAt(database, nth)), $"cut off at place {nth}");
    }

    protected override async Task<IProcedureStore> OpenAsync(string database, ICrashPoints crash) =>
        await PostgresStore.OpenAsync(
            PostgresAddress.Read(database), PlayDefinitions.Read, new PostgresOptions { CrashPoints = crash });
}
