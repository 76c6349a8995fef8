using Procedures.Practice;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures;

/// <summary>What the host does without being asked: the work of the start, due work, letters, mandates.</summary>
public sealed class Workers(
    StartWork start, Conductor conductor, Postman postman, MandateWatch mandates, IProcedureStore store,
    TimeProvider clock, IHostApplicationLifetime life, ILogger<Workers> log, PracticeMoves? practice = null)
    : BackgroundService
{
    // Long enough for the host that has left the work to do it, short enough for whoever waits when it has died.
    private readonly SoonSignal _soon = new(conductor.Work, clock, TimeSpan.FromSeconds(1));

    /// <summary>What has put an end to the host; null while it works, and when it was told to stop.</summary>
    public Exception? Failure { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (store is IChangeFeed others) others.Changed += Help;
            await start.DoneAsync(stoppingToken);
            if (practice is not null) await practice.RunAsync(stoppingToken);
            else await Task.WhenAll(
                conductor.RunAsync(stoppingToken), postman.RunAsync(stoppingToken), mandates.RunAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop: everything that was done is on the disk.
        }
        catch (Exception problem)
        {
            // A host that only shows pages would let deadlines pass: whoever watches over it must see that it failed.
            Failure = problem;
            if (problem is not HostRefusedException) log.LogCritical(problem, "The host stops: it cannot do its work");
            // Stopped while it still starts, the host would end with a cancellation instead of the reason.
            life.ApplicationStarted.Register(life.StopApplication);
        }
    }

    public override void Dispose()
    {
        if (store is IChangeFeed others) others.Changed -= Help;
        _soon.Dispose();
        base.Dispose();
    }

    // Letters that another host has written may leave from here; its due work is done here when it does not do it.
    private void Help(StoreChange change)
    {
        if (change is { IsOwn: false, HasWork: true }) postman.Work.Raise();
        if (change is { IsOwn: false, HasDueWork: true }) _soon.Raise();
    }
}
