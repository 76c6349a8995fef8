using System.Collections.Immutable;
using Procedures.Journal;

namespace Procedures.Storage;

/// <summary>The journals. They are only ever written by <see cref="IStepStore.CommitAsync"/>.</summary>
public interface IJournalReader
{
    /// <summary>A stretch of a procedure's journal, the newest entry first or last.</summary>
    Task<Page<JournalEntry>> JournalAsync(
        string procedureId, PageRequest page, bool newestFirst = false, CancellationToken cancel = default);

    /// <summary>All entries of a procedure in order, read as they are asked for.</summary>
    IAsyncEnumerable<JournalEntry> ReadJournalAsync(string procedureId, CancellationToken cancel = default);

    /// <summary>What every procedure believes of its journal, in the order of ids.</summary>
    IAsyncEnumerable<JournalSeal> ReadSealsAsync(CancellationToken cancel = default);

    /// <summary>Ids that have journal entries and no procedure: somebody has taken the procedure away.</summary>
    Task<ImmutableArray<string>> OrphanJournalsAsync(CancellationToken cancel = default);
}
