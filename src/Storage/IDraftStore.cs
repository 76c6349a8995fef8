namespace Procedures.Storage;

/// <summary>Forms that are half filled in. A draft goes when its task is closed.</summary>
public interface IDraftStore
{
    Task<Draft?> FindDraftAsync(string procedureId, int wait, CancellationToken cancel = default);

    /// <summary>Saves the draft.</summary>
    /// <returns>False when the task is no longer open; then nothing is saved.</returns>
    Task<bool> SaveDraftAsync(Draft draft, CancellationToken cancel = default);

    Task<bool> DeleteDraftAsync(string procedureId, int wait, CancellationToken cancel = default);
}
