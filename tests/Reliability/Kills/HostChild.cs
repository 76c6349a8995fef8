using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Procedures.Reliability.Kills;

/// <summary>The real program as a child process. It keeps its port and its data folder through every kill.</summary>
internal sealed class HostChild : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(180);
    private readonly string[] _arguments;
    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly List<string> _lines = [];
    private Process? _process;

    /// <param name="environment">Settings that travel as environment variables.</param>
    public HostChild(string data, string workflows, IReadOnlyDictionary<string, string> environment)
    {
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"));
        _environment = environment;
        _arguments =
        [
            typeof(WebProgram).Assembly.Location, $"--urls={Address}", $"--data={data}", $"--workflows={workflows}",
            "--samples=false",
        ];
    }

    public Uri Address { get; }

    /// <summary>What the program has written so far, through all its lives.</summary>
    public string Output
    {
        get { lock (_lines) return string.Join('\n', _lines); }
    }

    /// <summary>Starts the program and waits until it is ready.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", _arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in _environment) start.Environment[name] = value;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < LongestStart && !_process.HasExited;)
        {
            if (await IsReadyAsync(client)) return;
            await Rest.ForAsync(TimeSpan.FromMilliseconds(100));
        }
        throw new InvalidOperationException($"The host did not become ready:\n{Output}");
    }

    /// <summary>True when the program has ended although nobody has killed it.</summary>
    public bool HasFallen => _process is { HasExited: true };

    /// <summary>SIGKILL: the program cannot finish anything.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process) return;
        _process = null;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>SIGSTOP: the program stands still, and its connections with it.</summary>
    public Task PauseAsync() => SignalAsync("-STOP");

    /// <summary>SIGCONT: the program believes that no time has passed.</summary>
    public Task ContinueAsync() => SignalAsync("-CONT");

    public async ValueTask DisposeAsync() => await KillAsync();

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("/bin/kill", [signal, _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not { } text) return;
        lock (_lines) _lines.Add(text);
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/health/ready");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    // Below the ports that the system gives to outgoing connections: one of them could take it while the program is dead.
    private static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(20_000, 32_000));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }
    }
}
