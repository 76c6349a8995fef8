using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Procedures.Tests;

/// <summary>Speaks SignalR's JSON protocol over a WebSocket, as Studio's viewer does.</summary>
internal sealed class HubClient : IAsyncDisposable
{
    /// <summary>Ends each message of the protocol.</summary>
    private const char End = '\u001e';
    private const int Invocation = 1;
    private readonly ClientWebSocket _socket = new();
    private readonly Queue<string> _read = new();
    private readonly StringBuilder _rest = new();
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(60));

    /// <param name="origin">What a browser would say of the page that connects; null for a program.</param>
    public static async Task<HubClient> ConnectAsync(Uri host, string? origin = null)
    {
        var client = new HubClient();
        try
        {
            await client.OpenAsync(host, origin);
            return client;
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    private async Task OpenAsync(Uri host, string? origin)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(host, "/elsa/hubs/workflow-instance/negotiate?negotiateVersion=1"));
        using var answer = await http.SendAsync(request);
        var token = (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["connectionToken"]!;
        if (origin is not null) _socket.Options.SetRequestHeader("Origin", origin);
        await _socket.ConnectAsync(
            new Uri($"ws://{host.Authority}/elsa/hubs/workflow-instance?id={token}"), _patience.Token);
        await SendAsync(new JsonObject { ["protocol"] = "json", ["version"] = 1 });
        if (await NextAsync() is not { Count: 0 } welcome) throw new InvalidOperationException("The hub refuses.");
        _ = welcome;
    }

    public Task ObserveAsync(string instanceId) => SendAsync(new JsonObject
    {
        ["type"] = Invocation, ["target"] = "ObserveInstanceAsync", ["arguments"] = new JsonArray(instanceId),
    });

    /// <summary>The next three calls that the hub makes, by name: what one change tells.</summary>
    public async Task<Dictionary<string, JsonNode>> ChangeAsync()
    {
        var calls = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        while (calls.Count < 3)
            if (await NextAsync() is { } message && (int?)message["type"] == Invocation)
                calls.Add((string)message["target"]!, message["arguments"]![0]!);
        return calls;
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        _patience.Dispose();
        await ValueTask.CompletedTask;
    }

    private Task SendAsync(JsonNode message) => _socket.SendAsync(
        Encoding.UTF8.GetBytes(message.ToJsonString() + End), WebSocketMessageType.Text, endOfMessage: true,
            _patience.Token);

    private async Task<JsonObject> NextAsync()
    {
        var buffer = new byte[65536];
        while (_read.Count == 0)
        {
            var part = await _socket.ReceiveAsync(buffer, _patience.Token);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new InvalidOperationException("The hub has closed.");
            _rest.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
            var texts = _rest.ToString().Split(End);
            foreach (var text in texts[..^1]) _read.Enqueue(text);
            _rest.Clear().Append(texts[^1]);
        }
        return JsonNode.Parse(_read.Dequeue())!.AsObject();
    }
}
