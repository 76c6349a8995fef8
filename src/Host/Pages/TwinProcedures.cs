using System.Collections.Immutable;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>Finds the procedure that somebody is about to open a second time.</summary>
internal static class TwinProcedures
{
    private const int MostLookedAt = 100;

    /// <summary>Within this time the same form, sent again, is a button that was pressed twice.</summary>
    private static readonly TimeSpan PressedTwice = TimeSpan.FromMinutes(2);

    // Both presses arrive at once: the second waits here until the first has opened.
    private static readonly SemaphoreSlim Turn = new(1, 1);

    /// <summary>Procedures under way that bear the title of the one that would be opened, the newest first.</summary>
    /// <param name="first">The step that the opening would be.</param>
    public static async Task<ImmutableArray<ProcedureRow>> OfAsync(
        IProcedureStore store, Step first, CancellationToken cancel)
    {
        var draft = first.After;
        var state = Plain.Text(draft.Inputs["State"]);
        var rows = await store.ProceduresAsync(
            ProcedureFilter.All with
            {
                DefinitionIds = [draft.Definition.DefinitionId], State = state.Length > 0 ? state : null,
                Statuses = [ProcedureStatus.Suspended, ProcedureStatus.Interrupted], Order = ProcedureOrder.Opened,
            },
            new PageRequest(0, MostLookedAt), cancel);
        return [.. rows.Items.Where(r => r.Title == draft.Title)];
    }

    /// <summary>Opens a procedure, unless the same form has just opened one.</summary>
    /// <param name="open">Opens it; gives its id, or null when it was refused.</param>
    /// <returns>The id of the procedure that stands open now; null when it was refused.</returns>
    public static async Task<string?> OpenOnceAsync(
        IProcedureStore store, Step first, DateTimeOffset now, Func<Task<string?>> open, CancellationToken cancel)
    {
        await Turn.WaitAsync(cancel);
        try
        {
            // The other press may have reached another host.
            await using (await store.TakeTurnAsync($"open {first.After.Definition.DefinitionId}", cancel))
                return await JustOpenedAsync(store, first, now, cancel) ?? await open();
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task<string?> JustOpenedAsync(
        IProcedureStore store, Step first, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var row in await OfAsync(store, first, cancel))
            // A version that was published in between makes another procedure of the same inputs.
            if (now - row.OpenedAt < PressedTwice && row.DefinitionHash == first.After.Definition.Hash
                && await store.LoadAsync(row.Id, cancel) is { } twin && twin.Inputs == first.After.Inputs)
                return row.Id;
        return null;
    }
}
