using Procedures.Storage;

namespace Procedures;

/// <summary>Whether the program lives, and whether it can work.</summary>
public static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live"));
        routes.MapGet("/health/ready", async (IProcedureStore store, StartWork start, CancellationToken cancel) =>
        {
            if (!start.IsDone) return Results.Text("starting", statusCode: StatusCodes.Status503ServiceUnavailable);
            try
            {
                await store.DocumentsAsync("health", cancel);
                return Results.Text("ready");
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                return Results.Text("the store does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
    }
}
