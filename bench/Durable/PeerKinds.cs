using System.Collections.Immutable;

namespace Procedures.Bench;

/// <summary>The engines that packages offer, with the settings that their own documents recommend for load.</summary>
internal static class PeerKinds
{
    private static readonly ImmutableArray<PeerWork> Jobs = [PeerWork.Timers, PeerWork.Drain, PeerWork.Idle];

    public static ImmutableArray<PeerKind> All(string folder) =>
    [
        new("DBOS Transact 5.3.0", "pool 20, LISTEN/NOTIFY, 50 callers; its own steps and state",
            Path.Combine(folder, "dbos.mjs"), "peer_dbos",
            [PeerWork.Start, PeerWork.Complete, PeerWork.Timers, PeerWork.Drain, PeerWork.Idle], Share: 0.2),
        new("pg-boss 10.4.2", "batches of 500, polls every 0.5 s (the shortest); a job only, no state of a workflow",
            Path.Combine(folder, "pg-boss.mjs"), "peer_pg_boss", Jobs),
        new("graphile-worker 0.17.3", "20 jobs at once, local queue of 100, batched completion, polls every 0.5 s; a job only",
            Path.Combine(folder, "graphile.mjs"), "peer_graphile", Jobs),
        new("Quartz.NET 3.22.10", "JobStoreTX, clustered, 20 threads, batches of 20; a trigger only",
            Path.Combine(folder, "quartz", "bin", "Release", "net10.0", "QuartzPeer.dll"), "peer_quartz", Jobs, Share: 0.2),
    ];
}
