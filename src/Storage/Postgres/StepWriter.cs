using Npgsql;

namespace Procedures.Storage.Postgres;

/// <summary>Writes groups of steps, and finds out what became of them when something breaks.</summary>
/// <remarks>
/// A group is written as one batch. When PostgreSQL refuses it, because a step has lost its race or cannot be written,
/// nothing of it is there and each member is written alone: nobody takes the others with him. When the connection
/// breaks, the group may or may not be there; the members are sent again, and a member that then seems to have lost
/// its race looks whether its rival was itself.
/// </remarks>
internal sealed class StepWriter(NpgsqlDataSource source, ICrashPoints crash)
{
    private const int MostBreaks = 12;
    private const int MostClashes = 10;

    public async Task WriteAsync(List<PendingSteps> group)
    {
        try
        {
            crash.Reach(CrashPoint.BeforeWrite);
            var steps = group.SelectMany(pending => pending.Steps).OrderBy(s => s.After.Id, StringComparer.Ordinal);
            await SendAsync([.. steps]);
            crash.Reach(CrashPoint.AfterCommit);
            foreach (var pending in group) pending.End(CommitResult.Committed);
        }
        catch (Exception exception) when (exception is PostgresException || Breaks.IsLostConnection(exception))
        {
            foreach (var pending in group) pending.MayBeWritten |= Breaks.IsLostConnection(exception);
            if (group.Count == 1 && !Breaks.IsLostConnection(exception))
                await EndAsync(group[0], exception);
            else
                foreach (var pending in group)
                    await WriteAloneAsync(pending);
        }
        catch (Exception exception)
        {
            foreach (var pending in group) pending.Fail(exception);
        }
    }

    private async Task WriteAloneAsync(PendingSteps pending)
    {
        for (var clashes = 0; ;)
        {
            try
            {
                await SendAsync(pending.Steps);
                pending.End(CommitResult.Committed);
                return;
            }
            catch (Exception exception) when (Breaks.IsLostConnection(exception))
            {
                pending.MayBeWritten = true;
                if (await IsHopelessAsync(pending))
                {
                    pending.Fail(exception);
                    return;
                }
            }
            catch (Exception exception) when (Breaks.IsClash(exception) && ++clashes <= MostClashes)
            {
                Anew.Forget(source, exception);
                await Pauses.WaitAsync(TimeSpan.FromMilliseconds(5 * clashes));
            }
            catch (Exception exception)
            {
                await EndAsync(pending, exception);
                return;
            }
        }
    }

    /// <returns>True when it has broken often enough; otherwise it returns after a pause.</returns>
    private static async Task<bool> IsHopelessAsync(PendingSteps pending)
    {
        if (++pending.Breaks > MostBreaks) return true;
        await Pauses.WaitAsync(Breaks.PauseAfter(pending.Breaks));
        return false;
    }

    private async Task SendAsync(StepRows[] steps)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = StepBatch.Of(connection, steps);
        crash.Reach(CrashPoint.BeforeCommit);
        await batch.ExecuteNonQueryAsync();
    }

    // PostgreSQL has refused: somebody was faster, or the step cannot be written at all.
    private async Task EndAsync(PendingSteps pending, Exception exception)
    {
        try
        {
            if (Breaks.IsClash(exception)) await WriteAloneAsync(pending);
            else if (exception is PostgresException { SqlState: StepBatch.Occupied }) pending.End(CommitResult.Occupied);
            else if (exception is not PostgresException { SqlState: StepBatch.NotAllWritten }) pending.Fail(exception);
            else pending.End(await WhoWasFasterAsync(pending));
        }
        catch (Exception another)
        {
            // While it was asked who was faster the connection broke: sending it once more asks again.
            if (Breaks.IsLostConnection(another) && !await IsHopelessAsync(pending)) await WriteAloneAsync(pending);
            else pending.Fail(another);
        }
    }

    private async Task<CommitResult> WhoWasFasterAsync(PendingSteps pending)
    {
        await using var connection = await source.OpenConnectionAsync();
        if (pending.MayBeWritten && await IsWrittenAsync(connection, pending.Steps[0])) return CommitResult.Committed;
        foreach (var inboxId in pending.Steps.Select(s => s.Commit.InboxId).OfType<string>())
            if (!await connection.ScalarAsync<bool>("work.is_waiting", new { id = inboxId }, CancellationToken.None))
                return CommitResult.CauseGone;
        foreach (var start in pending.Steps.Select(s => s.Commit.Start).OfType<TriggerStart>())
            if (!await connection.ScalarAsync<bool>("triggers.is_due", new
            {
                definition_id = start.Trigger.DefinitionId, activity_id = start.Trigger.ActivityId,
                version_id = start.Trigger.VersionId, due_at = start.Trigger.DueAt,
            }, CancellationToken.None))
                return CommitResult.CauseGone;
        return CommitResult.LostRace;
    }

    private static async Task<bool> IsWrittenAsync(NpgsqlConnection connection, StepRows step) =>
        step.Step.Journal.IsEmpty
            ? await connection.ScalarAsync<string>("steps.document", new { id = step.After.Id, step = step.After.Step },
                CancellationToken.None) == step.Document
            : await connection.ScalarAsync<bool>("steps.is_written", new
            {
                id = step.After.Id, length = step.After.JournalLength, head = step.After.JournalHead,
                step = step.After.Step,
            }, CancellationToken.None);
}
