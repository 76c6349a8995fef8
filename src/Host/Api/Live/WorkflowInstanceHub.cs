using Microsoft.AspNetCore.SignalR;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Elsa's hub: Studio's viewer says which procedure it shows and is told when it moves.</summary>
/// <remarks>
/// Elsa's names. Client to server: ObserveInstanceAsync. Server to client: ActivityExecutionLogUpdatedAsync,
/// WorkflowExecutionLogUpdatedAsync, WorkflowInstanceUpdatedAsync.
/// </remarks>
internal sealed class WorkflowInstanceHub(IProcedureStore store, Watchers watchers, LiveUpdates updates) : Hub
{
    public const string Path = "/elsa/hubs/workflow-instance";

    /// <summary>
    /// From now on the caller hears of every step. It hears of the present state at once, because a step may have been
    /// taken between its first reading and this call.
    /// </summary>
    public async Task ObserveInstanceAsync(string instanceId)
    {
        var cancel = Context.ConnectionAborted;
        if (await store.FindProcedureAsync(instanceId, cancel) is not { IsRemoved: false }) return;
        if (!watchers.Watch(Context.ConnectionId, instanceId)) return;
        await Groups.AddToGroupAsync(Context.ConnectionId, instanceId, cancel);
        await updates.TellAsync(Clients.Caller, instanceId, cancel);
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        watchers.Leave(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
