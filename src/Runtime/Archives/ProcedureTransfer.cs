using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Journal;
using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>Writes procedures into archives and takes them in again, here or in another installation.</summary>
/// <remarks>
/// Letters that were sent and the table of completed tasks stay where they are: the journal tells of both. A procedure
/// that is under way goes on where it is taken in, so it must no longer run where it comes from.
/// </remarks>
public sealed partial class ProcedureTransfer(
    IProcedureStore store, Func<string, Definition?> readDefinition, IChangeNews news, TimeProvider clock)
{
    /// <summary>The archive of a procedure, or null when there is no such procedure.</summary>
    public async Task<ProcedureArchive?> ExportAsync(string procedureId, CancellationToken cancel = default)
    {
        if (await store.LoadAsync(procedureId, cancel) is not { } procedure) return null;
        var journal = ImmutableArray.CreateBuilder<JournalEntry>();
        await foreach (var entry in store.ReadJournalAsync(procedureId, cancel))
            if (entry.Number <= procedure.JournalLength) journal.Add(entry);
        var state = new ProcedureJson(_ => procedure.Definition).Write(procedure);
        return new ProcedureArchive(procedure.Definition.Document.GetRawText(), state, journal.ToImmutable());
    }

    /// <summary>Takes a procedure in under its own id. The journal says that it was, and by whom.</summary>
    /// <returns>Why it was not taken in, or null.</returns>
    public async Task<Bilingual?> ImportAsync(
        ProcedureArchive archive, string actor, CancellationToken cancel = default)
    {
        if (readDefinition(archive.Definition) is not { } definition)
            return ("The definition in the file cannot be read.", "La définition contenue dans le fichier est illisible.");
        if (Read(archive.State, definition) is not { Step: > 0 } procedure || !Id().IsMatch(procedure.Id))
            return (
                "The state in the file cannot be read, or it belongs to another definition than the one in the file.",
                "L'état contenu dans le fichier est illisible, ou il relève d'une autre définition.");
        if (!IsWhole(procedure, archive.Journal))
            return (
                "The journal in the file has been changed, or it does not belong to this state.",
                "Le journal contenu dans le fichier a été modifié, ou ne correspond pas à cet état.");
        var step = StepOf(procedure, archive.Journal, actor);
        var commit = new StepCommit(step, new Stimulus.Opened(procedure.Inputs) { Actor = actor });
        if (await store.CommitAsync(CommitBatch.Of(commit), cancel) != CommitResult.Committed)
            return ($"There is a procedure {procedure.Id} already.", $"Une procédure {procedure.Id} existe déjà.");
        news.Announce(procedure.Id);
        return null;
    }

    private static Procedure? Read(string state, Definition definition)
    {
        try
        {
            return new ProcedureJson(hash => hash == definition.Hash ? definition : null).Read(state);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static bool IsWhole(Procedure procedure, ImmutableArray<JournalEntry> journal)
    {
        var head = "";
        for (var i = 0; i < journal.Length; i++)
        {
            if (journal[i].Number != i + 1 || JournalChain.HashOf(procedure.Id, head, journal[i]) != journal[i].Hash)
                return false;
            head = journal[i].Hash;
        }
        return journal.Length == procedure.JournalLength && head == procedure.JournalHead;
    }

    private Step StepOf(Procedure procedure, ImmutableArray<JournalEntry> journal, string actor)
    {
        var now = Moments.Now(clock);
        var taken = JournalChain.Seal(procedure.Id, procedure.JournalHead, new JournalEntry(
            procedure.JournalLength + 1, procedure.Step + 1, now, JournalEvent.Imported, null, null, null, actor,
            ("Taken in from a file.", "Reprise depuis un fichier."), Value.Undefined));
        var after = procedure with
        {
            Step = procedure.Step + 1, JournalLength = taken.Number, JournalHead = taken.Hash,
        };
        return new Step(Procedure.Draft(procedure.Id, procedure.Definition), after) { Journal = journal.Add(taken) };
    }

    // Ids stand in addresses, in Message-IDs and in names of files.
    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$")]
    private static partial Regex Id();
}
