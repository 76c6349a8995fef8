using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Procedures.Host.Tests;

/// <summary>The real program as a child process on a free port, with a data folder of its own.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _lines = [];

    private HostProcess(string data, int port, string[] more)
    {
        (Data, Address) = (data, new Uri($"http://127.0.0.1:{port}"));
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])[typeof(WebProgram).Assembly.Location, $"--urls={Address}", $"--data={data}",
            .. more])
            start.ArgumentList.Add(word);
        // Another directory than the program's: it must start from anywhere.
        start.WorkingDirectory = Path.GetTempPath();
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.Exited += (_, _) => _ended.TrySetResult();
    }

    public string Data { get; }
    public Uri Address { get; }

    /// <summary>What the program has written so far.</summary>
    public string Output
    {
        get { lock (_lines) return string.Join('\n', _lines); }
    }

    /// <summary>Starts the program and waits until it is ready.</summary>
    /// <param name="data">The data folder of a program that was killed; null for an empty one.</param>
    /// <param name="more">Further options of its command line.</param>
    public static async Task<HostProcess> StartAsync(string? data = null, params string[] more)
    {
        var host = new HostProcess(
            data ?? Directory.CreateTempSubdirectory("procedures-browser-").FullName, FreePort(), more);
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = host.Address };
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < LongestStart && !host._process.HasExited;)
        {
            if (await IsReadyAsync(client)) return host;
            await timer.WaitForNextTickAsync();
        }
        var output = host.Output;
        await host.DisposeAsync();
        throw new InvalidOperationException($"The host did not become ready:\n{output}");
    }

    /// <summary>Sends SIGTERM.</summary>
    /// <returns>How long the program took to end, and its exit status.</returns>
    public async Task<(TimeSpan Took, int Status)> StopAsync()
    {
        var watch = Stopwatch.StartNew();
        using var kill = Process.Start("/bin/kill", ["-TERM", _process.Id.ToString()]);
        await _ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return (watch.Elapsed, _process.ExitCode);
    }

    /// <summary>Sends SIGKILL: the program cannot finish anything. Its data folder stays.</summary>
    /// <returns>The data folder.</returns>
    public async Task<string> KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        return Data;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
        Directory.Delete(Data, recursive: true);
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
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
