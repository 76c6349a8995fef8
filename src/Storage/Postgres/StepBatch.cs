using Npgsql;
using Procedures.Execution;
using static Procedures.Storage.Postgres.StepRows;

namespace Procedures.Storage.Postgres;

/// <summary>Any number of steps, each of another procedure, as one batch of statements: one round trip, one commit.</summary>
/// <remarks>
/// The statements that prove the steps come first and fail the whole batch when one of them has lost its race: then
/// nothing is written, and whoever sent the batch sends its parts one by one.
/// </remarks>
internal static class StepBatch
{
    /// <summary>What PostgreSQL says when a step of the batch could not be written.</summary>
    public const string NotAllWritten = "PW001";

    public static NpgsqlBatch Of(NpgsqlConnection connection, IReadOnlyList<StepRows> steps)
    {
        var batch = new NpgsqlBatch(connection);
        MessageTables.Take.AddTo(batch, [.. steps.Select(s => s.Commit.InboxId).OfType<string>()]);
        ProcedureTables.Insert.AddTo(batch, [.. steps.Where(s => s.Before.Step == 0)]);
        ProcedureTables.Update.AddTo(batch, [.. steps.Where(s => s.Before.Step > 0)]);
        ProcedureTables.State.AddTo(batch, steps);
        ProcedureTables.Journal.AddTo(batch, [.. steps.SelectMany(s => s.Journal)]);
        AddClosed(batch, [.. steps.SelectMany(s => s.Closed)]);
        AddChanged(batch, [.. steps.SelectMany(s => s.Changed)]);
        MessageTables.Put.AddTo(batch, [.. steps.SelectMany(s => s.Messages)]);
        WaitTables.AskOutside.AddTo(batch, [.. steps.SelectMany(s => s.OutsideTasks)]);
        MessageTables.Letters.AddTo(batch, [.. steps.SelectMany(s => s.Commit.Letters)]);
        return batch;
    }

    private static void AddClosed(NpgsqlBatch batch, WaitRow[] closed)
    {
        WaitTables.ClearTimer.AddTo(batch, [.. closed.Where(w => w.Wait.WakeAt is not null)]);
        WaitTables.CloseWait.AddTo(batch, [.. closed.Where(w => w.Wait.Key is not null)]);
        WaitTables.OutsideDone.AddTo(batch, [.. closed.Where(w => w.Wait is { Kind: WaitKind.Report, Key: not null })]);
        var tasks = closed.Where(w => w.Wait.Assignment is not null).ToArray();
        WaitTables.DropDraft.AddTo(batch, tasks);
        WaitTables.CloseTask.AddTo(batch, tasks);
    }

    private static void AddChanged(NpgsqlBatch batch, WaitRow[] changed)
    {
        WaitTables.ClearTimer.AddTo(batch, [.. changed.Where(w => w is { Wait.WakeAt: null, Before.WakeAt: not null })]);
        WaitTables.SetTimer.AddTo(
            batch, [.. changed.Where(w => w.Wait.WakeAt is not null && w.Wait.WakeAt != w.Before?.WakeAt)]);
        WaitTables.OpenWait.AddTo(batch, [.. changed.Where(w => w.Wait.Key is not null)]);
        WaitTables.OpenTask.AddTo(batch, [.. changed.Where(w => w.Wait.Assignment is not null)]);
    }
}
