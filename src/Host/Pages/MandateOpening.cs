using System.Collections.Immutable;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Expressions;
using Procedures.Forms;
using Procedures.Mandates;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>
/// What the register of mandates has to do with the opening of a procedure: it fills in, and it opens once.
/// </summary>
public sealed class MandateOpening(IProcedureStore store, Offices offices)
{
    /// <summary>The visit with the days that part-sessions have been moved to.</summary>
    public async Task<Visit> VisitAsync(Visit visit, CancellationToken cancel) =>
        await MovedAsync(cancel) is { IsEmpty: false } moved
            ? visit with { Institution = visit.Institution.With(moved) }
            : visit;

    /// <summary>The part-sessions that have been moved.</summary>
    public Task<ImmutableArray<PartSession>> MovedAsync(CancellationToken cancel) =>
        MovedParts.KnownAsync(store, cancel);

    /// <summary>The mandate of that key, when a procedure of that definition follows it.</summary>
    public async Task<MandateRow?> FindAsync(string key, string definitionId, CancellationToken cancel) =>
        await MandateAddresses.FindAsync(key, store, cancel) is { Mandate.LastDay: not null } row
        && offices.Find(row.Mandate.Office)?.DefinitionId == definitionId ? row : null;

    /// <summary>What the register fills in, as people read it.</summary>
    public Value.Map InputsOf(MandateRow row, Definition definition, Form form, Language language)
    {
        var inputs = offices.Find(row.Mandate.Office)!.InputsFor(row.Mandate, definition);
        return form.Fields.Where(f => f.Type == FieldType.Day && inputs.Has(f.Name)).Aggregate(inputs, (map, field) =>
            DayEntry.Read(map[field.Name].AsText) is { } day
                ? map.With(field.Name, Value.Of(DateText.Short(day, language)))
                : map);
    }

    /// <summary>
    /// The id under which the procedure is opened. One that follows a mandate has the id that the register gives it,
    /// whether it is opened from there or by hand: then it cannot be opened twice, on whatever host.
    /// </summary>
    /// <returns>The id, or null for a new number; and why it cannot be opened.</returns>
    public async Task<(string? Id, Bilingual? Occupied)> IdForAsync(
        string key, Definition definition, Value.Map inputs, CancellationToken cancel)
    {
        if (await FindAsync(key, definition.DefinitionId, cancel) is { } named)
            return MandatePage.IsFree(named) ? (named.OpeningId, null)
                : MandatePage.CanOpenAnother(named) ? (null, null) : (null, Taken(named));
        if (offices.FilledBy(definition.DefinitionId) is not { } office) return (null, null);
        var filter = new MandateFilter
            { Office = office.Code, State = office.IsPerState ? Plain.Text(inputs["State"]) : "" };
        var row = (await store.MandateRowsAsync(filter, cancel)).FirstOrDefault(r => r.IsLatest);
        return row is not null && MandatePage.IsFree(row) && IsMeant(row.Mandate, office, definition, inputs)
            ? (row.OpeningId, null)
            : (null, null);
    }

    // Another day than that of the register may be another seat or another election: then it gets its own number.
    private static bool IsMeant(Mandate mandate, Office office, Definition definition, Value.Map inputs) =>
        mandate.LastDay is not null
        && office.InputsFor(mandate, definition)["TermEnds"] is { IsNothing: false } ends
        && Plain.Text(ends) == Plain.Text(inputs["TermEnds"]);

    private static Bilingual Taken(MandateRow row) => row.ProcedureId is { } id
        ? ($"The procedure that follows this mandate is open already: {id}.",
            $"La procédure qui suit ce mandat est déjà ouverte : {id}.")
        : ("A later mandate of this seat is in the register: the procedure follows that one.",
            "Un mandat ultérieur de ce siège figure au registre : la procédure suit celui-là.");
}
