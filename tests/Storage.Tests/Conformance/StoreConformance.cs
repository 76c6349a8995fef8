using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Play;

namespace Procedures.Storage.Conformance;

/// <summary>What every store must do; one file for each topic. A store passes by deriving and opening itself.</summary>
public abstract partial class StoreConformance : IAsyncLifetime, IDisposable
{
    protected TempFolder Folder { get; } = new();
    protected IProcedureStore Store { get; private set; } = null!;

    /// <summary>Opens the one database of this test; what was written before is there.</summary>
    protected abstract Task<IProcedureStore> OpenAsync(Func<string, Definition> read);

    public async Task InitializeAsync() => Store = await OpenAsync(PlayDefinitions.Read);

    public async Task DisposeAsync() => await Store.DisposeAsync();

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = await OpenAsync(PlayDefinitions.Read);
    }

    protected static Engine Engine => PlayDefinitions.Engine;

    protected async Task<Procedure> OpenProcedureAsync(string id, Definition? definition = null)
    {
        var step = Moves.Open(Engine, id, definition ?? PlayDefinitions.TwoTasks);
        Assert.Equal(CommitResult.Committed, await CommitAsync(step, Moves.Opening));
        return step.After;
    }

    protected Task<CommitResult> CommitAsync(Step step, Stimulus stimulus) =>
        Store.CommitAsync(CommitBatch.Of(new StepCommit(step, stimulus)));

    protected async Task<Procedure> AdvanceAsync(Procedure procedure, Stimulus stimulus, DateTimeOffset now)
    {
        var step = Engine.Advance(procedure, stimulus, now);
        Assert.False(step.IsIdle);
        Assert.Equal(CommitResult.Committed, await CommitAsync(step, stimulus));
        return step.After;
    }

    protected static Wait TaskOf(Procedure procedure) => procedure.Waits.Single(w => w.Kind == WaitKind.Task);
}
