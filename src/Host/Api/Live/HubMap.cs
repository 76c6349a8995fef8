using Microsoft.AspNetCore.SignalR;

namespace Procedures.Api;

/// <summary>Puts the hub on its address, behind the same guard as the routes.</summary>
internal static class HubMap
{
    public static void AddHub(this IServiceCollection parts)
    {
        // A viewer sends one short text: no message of it is large.
        parts.AddSignalR(options => options.MaximumReceiveMessageSize = 4096);
        parts.AddSingleton<Watchers>();
        parts.AddSingleton<LiveUpdates>();
        parts.AddHostedService(p => p.GetRequiredService<LiveUpdates>());
    }

    /// <remarks>
    /// A browser lets any site open a WebSocket to any other, cookies included, and asks nobody (RFC 6455, section
    /// 10.2): the origin is checked here for reading as well.
    /// </remarks>
    public static void MapHub(this IEndpointRouteBuilder routes) =>
        routes.MapHub<WorkflowInstanceHub>(WorkflowInstanceHub.Path).Add(endpoint =>
        {
            var next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context =>
                ApiGuard.IsOwn(context.Request) ? next(context) : ApiGuard.Refusal().ExecuteAsync(context);
        });
}
