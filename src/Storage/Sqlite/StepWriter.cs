using Microsoft.Data.Sqlite;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Storage.Sqlite;

/// <summary>Writes one step into the transaction that is open.</summary>
internal static class StepWriter
{
    /// <returns>Unless it is committed, what was written of it must be undone.</returns>
    public static CommitResult Write(SqliteConnection connection, StepRows rows)
    {
        var after = rows.After;
        if (rows.Commit.InboxId is { } inboxId && connection.Run("work.take", new { id = inboxId }) == 0)
            return CommitResult.CauseGone;
        if (rows.Commit.Start is { } start && !TriggerWriter.MoveOn(connection, start)) return CommitResult.CauseGone;
        if (rows.Before.Step == 0 && !ActivationCheck.Allows(connection, rows.Commit)) return CommitResult.Occupied;
        if (!WriteProcedure(connection, rows)) return CommitResult.LostRace;
        if (rows.Commit.AddressBook is { } revision
            && !connection.Scalar<bool>("directory.has_same_contacts", new { revision })) return CommitResult.LostRace;
        if (after.Parent is not null) ShowInRoot(connection, after.Id);
        connection.Run("steps.save_state", new { id = after.Id, document = rows.Document });
        WriteJournal(connection, rows);
        foreach (var wait in rows.Commit.Step.WaitsClosed) WaitWriter.Close(connection, rows, wait);
        foreach (var wait in rows.Changed) WaitWriter.Open(connection, rows, wait);
        foreach (var message in rows.Messages) connection.Run("work.put", message.Parameters);
        foreach (var task in rows.OutsideTasks)
            connection.Run("waits.ask_outside", new
            {
                task_id = task.TaskId, procedure = after.Id, name = task.TaskName,
                payload = ValueJson.ToJson(task.Payload), asked_at = Texts.Of(after.ChangedAt),
            });
        foreach (var letter in rows.Commit.Letters) LetterColumns.Write(connection, letter);
        if (rows.Commit.NewTerm is { } term) connection.Run("mandates.begin_term", MandateColumns.Of(term));
        return CommitResult.Committed;
    }

    private static bool WriteProcedure(SqliteConnection connection, StepRows rows)
    {
        var definition = rows.After.Definition;
        if (rows.Before.Step == 0 || rows.Before.Definition.Hash != definition.Hash)
            connection.Run("steps.keep_definition",
                new { hash = definition.Hash, document = definition.Document.GetRawText() });
        var statement = rows.Before.Step == 0 ? "steps.insert_procedure" : "steps.update_procedure";
        return connection.Run(statement, rows.Columns) == 1;
    }

    // Lists read the row of the procedure at the top; what its nested parts are asked stands there as well.
    private static void ShowInRoot(SqliteConnection connection, string id)
    {
        var root = ProcedureTree.RootOf(id);
        connection.Run("steps.show_nested", new { root });
        connection.Run("steps.sort_by_nested", new { root, last_of_all = Texts.LastOfAll });
    }

    private static void WriteJournal(SqliteConnection connection, StepRows rows)
    {
        foreach (var entry in rows.Commit.Step.Journal)
            connection.Run("steps.append_journal", new
            {
                procedure = rows.After.Id, number = entry.Number, step = entry.Step, at = Texts.Of(entry.At),
                @event = entry.Event, activity_id = entry.ActivityId, node_id = entry.NodeId,
                activation = entry.Activation, actor = entry.Actor, sentence_en = entry.Sentence.English,
                sentence_fr = entry.Sentence.French,
                data = entry.Data.IsNothing ? null : ValueJson.ToJson(entry.Data), hash = entry.Hash,
            });
    }
}
