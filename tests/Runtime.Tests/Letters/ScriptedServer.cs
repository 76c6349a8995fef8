using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Procedures.Letters;

/// <summary>A mail server for one conversation that behaves well except where its script says otherwise.</summary>
/// <remarks>
/// The places are GREETING, the verbs, BODY (in the middle of the letter's lines) and DOT. It also remembers all that
/// it heard.
/// </remarks>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource _silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, Act> _script;
    private readonly Task _conversation;

    private ScriptedServer((string Place, Act Act)[] script)
    {
        _script = script.ToDictionary(s => s.Place, s => s.Act);
        _listener.Server.ReceiveBufferSize = 8 * 1024;
        _listener.Start();
        _conversation = Converse();
    }

    public static ScriptedServer Start(params (string Place, Act Act)[] script) => new(script);

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public List<string> Heard { get; } = [];

    /// <summary>The lines of the letter as they came over the wire.</summary>
    public List<string> Letter { get; } = [];

    /// <summary>Completes when the server has fallen silent.</summary>
    public Task Silent => _silent.Task;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _conversation;
        _end.Dispose();
    }

    private async Task Converse()
    {
        try
        {
            using var client = await _listener.AcceptTcpClientAsync(_end.Token);
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            if (!await Answer(stream, "GREETING", "220 scripted")) return;
            while (await reader.ReadLineAsync(_end.Token) is { } line)
            {
                Heard.Add(line);
                var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                if (!await Answer(stream, verb, Usual(verb))) return;
                // It has no certificate: a client that now begins to encrypt is left standing.
                if (verb == "STARTTLS" && !Refuses(verb)) return;
                if (verb == "DATA" && !await TakeLetter(stream, reader)) return;
                if (verb == "QUIT") return;
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
        {
            // The other side left, or the test is over.
        }
    }

    private static string Usual(string verb) => verb switch
    {
        "EHLO" => "250-scripted\r\n250-8BITMIME\r\n250 SIZE 50000000",
        "DATA" => "354 go on",
        "QUIT" => "221 bye",
        _ => "250 ok",
    };

    private bool Refuses(string place) =>
        _script.GetValueOrDefault(place) is Act.Say { Words: ['4' or '5', ..] };

    private async Task<bool> TakeLetter(NetworkStream stream, StreamReader reader)
    {
        if (Refuses("DATA")) return true;
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            if (line == ".") return await Answer(stream, "DOT", "250 2.0.0 Ok: queued as 4F1A");
            Letter.Add(line);
            if (Letter.Count == 1 && _script.ContainsKey("BODY") && !await Answer(stream, "BODY", "")) return false;
        }
        return false;
    }

    private async Task<bool> Answer(NetworkStream stream, string place, string usual)
    {
        var act = _script.GetValueOrDefault(place, new Act.Say(usual));
        switch (act)
        {
            case Act.Say say:
                await stream.WriteAsync(Encoding.UTF8.GetBytes(say.Words + "\r\n"), _end.Token);
                return true;
            case Act.SayRaw raw:
                await stream.WriteAsync(Encoding.UTF8.GetBytes(raw.Octets), _end.Token);
                return true;
            case Act.FallSilent silence:
                await stream.WriteAsync(Encoding.UTF8.GetBytes(silence.Octets), _end.Token);
                _silent.SetResult();
                await Task.WhenAny(new TaskCompletionSource().Task.WaitAsync(_end.Token));
                return false;
            default: return false;
        }
    }
}
