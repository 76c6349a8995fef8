using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Procedures.Bench;

/// <summary>
/// Another engine on the same PostgreSQL: a program in bench/peers with a database of its own, which does one work after
/// the other as it is asked.
/// </summary>
internal sealed class Peer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly Cluster _cluster;

    private Peer(PeerKind kind, Process process, Cluster cluster) => (Kind, _process, _cluster) = (kind, process, cluster);

    public PeerKind Kind { get; }

    /// <summary>The name of its database.</summary>
    public string Database => Kind.Database;

    public static async Task<Peer> StartAsync(PeerKind kind, string folder, Cluster cluster)
    {
        var address = await cluster.NewDatabaseAsync(kind.Database);
        var url = string.Create(CultureInfo.InvariantCulture, $"postgres://postgres@127.0.0.1:{cluster.Port}/{kind.Database}");
        string[] command = kind.Program.EndsWith(".dll", StringComparison.Ordinal)
            ? ["dotnet", kind.Program, address + ";Maximum Pool Size=40"]
            : ["node", kind.Program, url];
        var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = folder,
        })!;
        return new Peer(kind, process, cluster);
    }

    /// <summary>Puts down what a work needs: what waits, or the timers.</summary>
    public Task PrepareAsync(PeerWork work, int count, TimeSpan window) => AskAsync(new
    {
        act = "prepare", work = work.ToString().ToLowerInvariant(), count, milliseconds = (int)window.TotalMilliseconds,
    });

    /// <summary>Does what was prepared.</summary>
    /// <returns>How it went, and whether the begin of the timers had passed before they were all put down.</returns>
    public async Task<(Rate Rate, bool IsLate)> RunAsync()
    {
        var used = Cpu.Now(_cluster.ProcessId);
        var answer = await AskAsync(new { act = "run" });
        var database = (Cpu.Now(_cluster.ProcessId) - used).Database;
        double Number(string name) => answer.GetProperty(name).GetDouble();
        var operations = Number("operations");
        return (new Rate(operations / Number("seconds"), Number("cpuMs") / operations, database.TotalMilliseconds / operations,
            Number("p50"), Number("p99")), answer.GetProperty("isLate").GetBoolean());
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<JsonElement> AskAsync(object order)
    {
        using var limit = new CancellationTokenSource(Patience);
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(order).AsMemory(), limit.Token);
        await _process.StandardInput.FlushAsync(limit.Token);
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            if (line.StartsWith('{')) return JsonElement.Parse(line);
        throw new InvalidOperationException($"{Kind.Name} has ended.");
    }
}

/// <summary>One of the other engines.</summary>
/// <param name="Settings">What of its settings is not the default, and why these figures are its own.</param>
/// <param name="Share">Which part of our number it is given of timers and of what is parked, because it is slow.</param>
internal sealed record PeerKind(
    string Name, string Settings, string Program, string Database, ImmutableArray<PeerWork> Works, double Share = 1);
