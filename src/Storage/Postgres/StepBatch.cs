using Npgsql;
using Procedures.Execution;
using Procedures.Mandates;
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

    /// <summary>What PostgreSQL says when an opening may not stand beside what runs.</summary>
    public const string Occupied = "PW002";

    public static NpgsqlBatch Of(NpgsqlConnection connection, IReadOnlyList<StepRows> steps)
    {
        var batch = new NpgsqlBatch(connection);
        MessageTables.Take.AddTo(batch, [.. steps.Select(s => s.Commit.InboxId).OfType<string>()]);
        StartTables.MoveOn.AddTo(batch, [.. steps.Select(s => s.Commit.Start).OfType<TriggerStart>()]);
        var exclusive = steps.Where(StartTables.IsExclusive).ToArray();
        StartTables.Lock.AddTo(batch, exclusive);
        ProcedureTables.Insert.AddTo(batch, [.. steps.Where(s => s.Before.Step == 0)]);
        // After the insertion, so that two openings of one batch exclude each other and are then tried alone.
        StartTables.RequireFree.AddTo(batch, exclusive);
        ProcedureTables.Update.AddTo(batch, [.. steps.Where(s => s.Before.Step > 0)]);
        var roots = steps.Where(s => s.AsksAnew).Select(s => ProcedureTree.RootOf(s.After.Id))
            .Distinct().Order(StringComparer.Ordinal).ToArray();
        ProcedureTables.LockRoots.AddTo(batch, roots);
        ProcedureTables.ShowNested.AddTo(batch, roots);
        ProcedureTables.FirstState.AddTo(batch, [.. steps.Where(s => s.Before.Step == 0)]);
        ProcedureTables.State.AddTo(batch, [.. steps.Where(s => s.Before.Step > 0)]);
        ProcedureTables.Journal.AddTo(batch, [.. steps.SelectMany(s => s.Journal)]);
        AddClosed(batch, [.. steps.SelectMany(s => s.Closed)]);
        AddChanged(batch, [.. steps.SelectMany(s => s.Changed)]);
        MessageTables.Put.AddTo(batch, [.. steps.SelectMany(s => s.Messages)]);
        WaitTables.AskOutside.AddTo(batch, [.. steps.SelectMany(s => s.OutsideTasks)]);
        MessageTables.SameContacts.AddTo(batch, [.. steps.Select(s => s.Commit.AddressBook).OfType<long>().Distinct()]);
        MessageTables.Letters.AddTo(batch, [.. steps.SelectMany(s => s.Commit.Letters).DistinctBy(l => l.Id)]);
        foreach (var term in steps.Select(s => s.Commit.NewTerm).OfType<Mandate>())
            MandateTables.BeginTerm.AddTo(batch, [term]);
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
        WaitTables.OpenWait.AddTo(batch, [.. changed.Where(w => w.Wait.Key is not null && w.Wait.Key != w.Before?.Key)]);
        WaitTables.OpenTask.AddTo(batch, [.. changed.Where(w => w.Wait.Assignment is not null && w.IsShownAnew)]);
    }
}
