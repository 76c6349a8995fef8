using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Procedures.Runtime;

namespace Procedures.Api;

/// <summary>Tells the viewers that look at a procedure when it has taken a step.</summary>
/// <remarks>Steps that follow one another quickly are told once; what nobody looks at is not even read.</remarks>
internal sealed class LiveUpdates(
    IChangeNews news, Watchers watchers, ExecutionReader executions, IHubContext<WorkflowInstanceHub> hub,
    ILogger<LiveUpdates> log) : BackgroundService
{
    private readonly Channel<string> _changed = Channel.CreateUnbounded<string>();
    private readonly HashSet<string> _waiting = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Tells one viewer, or a group of them, how the procedure stands.</summary>
    public async Task TellAsync(IClientProxy viewers, string procedureId, CancellationToken cancel)
    {
        var (_, found) = await executions.ReadAsync(procedureId, cancel);
        var stats = new JsonObject { ["stats"] = ExecutionJson.Stats(found) };
        await viewers.SendAsync("ActivityExecutionLogUpdatedAsync", stats, cancel);
        await viewers.SendAsync("WorkflowExecutionLogUpdatedAsync", new JsonObject(), cancel);
        await viewers.SendAsync(
            "WorkflowInstanceUpdatedAsync", new JsonObject { ["workflowInstanceId"] = procedureId }, cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = news.Listen(Remember);
        try
        {
            await foreach (var id in _changed.Reader.ReadAllAsync(stoppingToken))
            {
                lock (_lock) _waiting.Remove(id);
                await TellGroupAsync(id, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; viewers ask again when it is back.
        }
    }

    private void Remember(string? procedureId)
    {
        if (procedureId is not null && watchers.IsWatched(procedureId)) Queue(procedureId);
        if (procedureId is null)
            foreach (var watched in watchers.All) Queue(watched);
    }

    private void Queue(string procedureId)
    {
        lock (_lock)
            if (!_waiting.Add(procedureId)) return;
        _changed.Writer.TryWrite(procedureId);
    }

    private async Task TellGroupAsync(string procedureId, CancellationToken cancel)
    {
        try
        {
            await TellAsync(hub.Clients.Group(procedureId), procedureId, cancel);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.LogError(problem, "Viewers of {Procedure} could not be told that it has moved", procedureId);
        }
    }
}
