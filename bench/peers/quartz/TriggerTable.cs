using System.Collections.Specialized;
using System.Diagnostics;
using Npgsql;
using Quartz;
using Quartz.Impl;

namespace Procedures.Bench.Quartz;

/// <summary>A clustered scheduler on PostgreSQL, and triggers put into its tables.</summary>
internal sealed class TriggerTable
{
    private const int Together = 250;
    private static readonly JobKey Key = new("late");
    private readonly IScheduler _scheduler;
    private int _number;

    private TriggerTable(IScheduler scheduler) => _scheduler = scheduler;

    public static async Task<TriggerTable> OpenAsync(string address)
    {
        using (var source = NpgsqlDataSource.Create(address))
        using (var tables = new StreamReader(typeof(TriggerTable).Assembly.GetManifestResourceStream("tables.sql")!))
        {
            // The text is a file of this program.
#pragma warning disable CA2100
            await using var command = source.CreateCommand(await tables.ReadToEndAsync());
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }
        var scheduler = await new StdSchedulerFactory(Settings(address)).GetScheduler();
        await scheduler.AddJob(JobBuilder.Create<Late>().WithIdentity(Key).StoreDurably().Build(), replace: true);
        return new TriggerTable(scheduler);
    }

    /// <summary>Puts triggers down while the scheduler stands by.</summary>
    /// <returns>What runs them.</returns>
    public async Task<Func<Task<(int Count, double[] Late, DateTimeOffset? Begin)>>> PrepareAsync(
        string work, int count, int milliseconds)
    {
        await _scheduler.Standby();
        var window = TimeSpan.FromMilliseconds(milliseconds);
        if (work == "timers")
        {
            var lead = await LeadAsync() * count;
            var begin = DateTimeOffset.UtcNow + TimeSpan.FromSeconds(2) + lead;
            await AddAsync(count, begin, window);
            return async () =>
            {
                // A scheduler that is started looks for what is due; half a second is enough for that.
                if (begin - DateTimeOffset.UtcNow - TimeSpan.FromSeconds(0.5) is var rest && rest > TimeSpan.Zero)
                    await Task.Delay(rest);
                return (count, await Late.ExpectAsync(count, () => _scheduler.Start()), begin);
            };
        }
        // Overdue ones would be misfires; those that are due now are not.
        await AddAsync(count, DateTimeOffset.UtcNow + (work == "idle" ? TimeSpan.FromDays(1) : TimeSpan.Zero), window);
        if (work == "idle") await _scheduler.Start();
        return async () => (count, await Late.ExpectAsync(count, () => _scheduler.Start()), null);
    }

    // What its documents recommend for many triggers: more threads, batches, the lock that batches then need.
    private static NameValueCollection Settings(string address) => new()
    {
        ["quartz.scheduler.instanceName"] = "bench", ["quartz.scheduler.instanceId"] = "AUTO",
        ["quartz.threadPool.maxConcurrency"] = "20", ["quartz.scheduler.batchTriggerAcquisitionMaxCount"] = "20",
        ["quartz.jobStore.type"] = "Quartz.Impl.AdoJobStore.JobStoreTX, Quartz",
        ["quartz.jobStore.driverDelegateType"] = "Quartz.Impl.AdoJobStore.PostgreSQLDelegate, Quartz",
        ["quartz.jobStore.acquireTriggersWithinLock"] = "true", ["quartz.jobStore.clustered"] = "true",
        ["quartz.jobStore.useProperties"] = "true", ["quartz.jobStore.dataSource"] = "default",
        ["quartz.dataSource.default.provider"] = "Npgsql", ["quartz.dataSource.default.connectionString"] = address,
        ["quartz.serializer.type"] = typeof(JsonSerializing).AssemblyQualifiedName,
    };

    /// <returns>A generous guess of how long one trigger takes to be put down.</returns>
    private async Task<TimeSpan> LeadAsync()
    {
        var watch = Stopwatch.StartNew();
        var keys = await AddAsync(Together, DateTimeOffset.UtcNow.AddDays(1), TimeSpan.FromSeconds(1));
        var lead = watch.Elapsed / Together * 1.5;
        await _scheduler.UnscheduleJobs(keys);
        return lead;
    }

    private async Task<List<TriggerKey>> AddAsync(int count, DateTimeOffset begin, TimeSpan window)
    {
        var job = (await _scheduler.GetJobDetail(Key))!;
        var keys = new List<TriggerKey>();
        for (var first = 0; first < count; first += Together)
        {
            var triggers = Enumerable.Range(first, Math.Min(Together, count - first)).Select(i => TriggerBuilder.Create()
                .WithIdentity($"t{_number++}").ForJob(Key).StartAt(begin + (window / count * i)).Build()).ToArray();
            await _scheduler.ScheduleJob(job, triggers, replace: true);
            keys.AddRange(triggers.Select(t => t.Key));
        }
        return keys;
    }
}
