namespace Procedures.Bench;

/// <summary>Our engine on the works that the others do too.</summary>
internal sealed class OwnPart : IAsyncDisposable
{
    /// <summary>The name of the database in which it waits while nothing happens.</summary>
    public const string Database = "beside_peers";
    private const int Callers16 = 16;
    private readonly Cluster _cluster;
    private readonly PeerSizes _sizes;
    private readonly Workshop _workshop;
    private readonly TimerLoad _timers;
    private readonly Workshop _clock;

    private OwnPart(Cluster cluster, PeerSizes sizes, Workshop workshop, Workshop clock)
    {
        (_cluster, _sizes, _workshop, _clock) = (cluster, sizes, workshop, clock);
        _timers = new TimerLoad(cluster, clock);
    }

    /// <summary>Where a host finds what is parked.</summary>
    public string Address => _cluster.AddressOf(Database);

    public static async Task<OwnPart> OpenAsync(Subject subject, Cluster cluster, PeerSizes sizes)
    {
        var workshop = await Workshop.OpenAsync(subject, await cluster.NewDatabaseAsync(Database));
        await workshop.FurnishAsync(BenchDefinitions.All);
        var clock = await Workshop.OpenAsync(subject, await cluster.NewDatabaseAsync(Database + "_timers"));
        await clock.FurnishAsync(BenchDefinitions.All);
        return new OwnPart(cluster, sizes, workshop, clock);
    }

    /// <param name="isWarming">Does less.</param>
    public async Task<Rate> DoAsync(PeerWork work, bool isWarming)
    {
        var timers = Math.Max(20, _sizes.Timers / (isWarming ? 10 : 1));
        switch (work)
        {
            case PeerWork.Start:
                return await Callers.RunAsync(_cluster, Callers16, _sizes.Time, async (_, _) =>
                {
                    if ((await _workshop.Conductor.OpenAsync("bench-three-steps", Workshop.Plain)).Step is not { After.IsOver: true })
                        throw new InvalidOperationException("The procedure has not ended.");
                });
            case PeerWork.Complete:
                var tasks = await _workshop.ParkAsync("bench-parked", (int)(3000 * _sizes.Time.TotalSeconds));
                return await Callers.RunAsync(
                    _cluster, Callers16, _sizes.Time, (_, number) => _workshop.ReportAsync(tasks[number]), tasks.Length);
            case PeerWork.Timers:
                var (rate, seconds) = await _timers.OfferAsync(timers, (int)(_sizes.Timers / _sizes.Window.TotalSeconds));
                return rate with { PerSecond = timers / seconds };
            case PeerWork.Drain:
                return await _timers.DrainAsync(timers);
            default:
                throw new ArgumentOutOfRangeException(nameof(work), work, "It is not measured as a rate.");
        }
    }

    /// <summary>Lets so many wait as the others let wait.</summary>
    public Task ParkAsync() => _workshop.ParkAsync("bench-parked", _sizes.Parked);

    public async ValueTask DisposeAsync()
    {
        await _workshop.DisposeAsync();
        await _clock.DisposeAsync();
    }
}
