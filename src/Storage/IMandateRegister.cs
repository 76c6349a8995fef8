using System.Collections.Immutable;
using Procedures.Mandates;

namespace Procedures.Storage;

/// <summary>Who holds which office, and which procedure follows when.</summary>
/// <remarks>
/// Whether a procedure has been opened is never noted: it is asked, by the id that the plan gives it. So nothing can
/// say “opened” of a procedure that is not there.
/// </remarks>
public interface IMandateRegister
{
    /// <summary>The mandates of an office, or all, the earliest end first.</summary>
    Task<ImmutableArray<Mandate>> MandatesAsync(string? office = null, CancellationToken cancel = default);

    /// <summary>Saves mandates, all or none; office, state and first day say which. They are planned anew.</summary>
    Task SaveMandatesAsync(ImmutableArray<Mandate> mandates, CancellationToken cancel = default);

    /// <summary>
    /// Changes the register and keeps who did it and why, all or nothing. A mandate whose first day is corrected takes
    /// its earlier changes with it.
    /// </summary>
    /// <returns>
    /// False, and nothing is changed, when a mandate has been changed since it was looked at, is not there any more, or
    /// when a new one is there already.
    /// </returns>
    Task<bool> ChangeMandatesAsync(ImmutableArray<MandateChange> changes, CancellationToken cancel = default);

    /// <summary>What has been changed of a mandate, the latest first.</summary>
    Task<ImmutableArray<MandateChange>> MandateChangesAsync(Mandate mandate, CancellationToken cancel = default);

    Task<bool> DeleteMandateAsync(Mandate mandate, CancellationToken cancel = default);

    /// <summary>Mandates with their plans and procedures, the earliest end first.</summary>
    Task<ImmutableArray<MandateRow>> MandateRowsAsync(MandateFilter filter, CancellationToken cancel = default);

    /// <summary>Mandates of an office whose plan is missing or was made from something else.</summary>
    Task<ImmutableArray<Mandate>> UnplannedMandatesAsync(
        string office, string plan, int limit, CancellationToken cancel = default);

    /// <summary>
    /// Keeps plans, all in one transaction; one whose mandate has ended otherwise meanwhile is left out.
    /// </summary>
    Task SavePlansAsync(ImmutableArray<PlannedMandate> plans, CancellationToken cancel = default);

    /// <summary>
    /// Mandates whose procedure should be open by that day and is not: the latest of each seat, planned without a
    /// problem, and no procedure of the same definition under way for the same state.
    /// </summary>
    /// <param name="offices">Only these; empty: all.</param>
    /// <param name="today">The day in Europe/Paris.</param>
    Task<ImmutableArray<PlannedMandate>> DueMandatesAsync(
        IEnumerable<string> offices, DateOnly today, int limit, CancellationToken cancel = default);
}
