using System.Collections.Immutable;

namespace Procedures.Storage;

/// <summary>What is asked of bodies.</summary>
public interface ITaskLists
{
    /// <summary>Open tasks, the soonest last day first, those without one last.</summary>
    Task<Page<TaskRow>> OpenTasksAsync(TaskFilter filter, PageRequest page, CancellationToken cancel = default);

    /// <summary>All tasks of a procedure, open and closed, in the order of their opening.</summary>
    Task<ImmutableArray<TaskRow>> TasksOfAsync(string procedureId, CancellationToken cancel = default);

    Task<TaskRow?> FindTaskAsync(string procedureId, int wait, CancellationToken cancel = default);
}
