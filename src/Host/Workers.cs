using Procedures.Runtime;

namespace Procedures;

/// <summary>What the host does without being asked: the work of the start, due work, letters, mandates.</summary>
public sealed class Workers(StartWork start, Conductor conductor, Postman postman, MandateWatch mandates) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await start.DoneAsync(stoppingToken);
            await Task.WhenAll(
                conductor.RunAsync(stoppingToken), postman.RunAsync(stoppingToken), mandates.RunAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop: everything that was done is on the disk.
        }
    }
}
