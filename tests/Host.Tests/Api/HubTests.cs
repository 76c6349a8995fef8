using System.Net;
using System.Net.WebSockets;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Tests;

/// <summary>Studio's viewer hears of every step of the procedure that it shows.</summary>
public sealed class HubTests : IAsyncLifetime
{
    private const string Hub = "/elsa/hubs/workflow-instance";
    private StudioHost _host = null!;
    private string _id = "";

    public async Task InitializeAsync()
    {
        _host = await StudioHost.ListenAsync();
        _id = await Frail.OpenAsync(_host.Store, _host.Conductor, _host.Reader);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_viewer_hears_of_the_present_state_and_of_every_step()
    {
        await using var viewer =
            await HubClient.ConnectAsync(_host.Address, _host.Address.GetLeftPart(UriPartial.Authority));
        await viewer.ObserveAsync(_id);
        var present = await viewer.ChangeAsync();
        await Frail.MendAsync(_host.Conductor, _id);
        await viewer.ChangeAsync();
        await _host.Conductor.SendAsync(_id, new Stimulus.Retried("mended", []));
        var moved = await viewer.ChangeAsync();

        Assert.Equal(
            ["ActivityExecutionLogUpdatedAsync", "WorkflowExecutionLogUpdatedAsync", "WorkflowInstanceUpdatedAsync"],
            moved.Keys);
        Assert.Equal(_id, (string)moved["WorkflowInstanceUpdatedAsync"]["workflowInstanceId"]!);
        Assert.True(IsFaulted(present));
        Assert.False(IsFaulted(moved));
        Assert.Contains(moved["ActivityExecutionLogUpdatedAsync"]["stats"]!.AsArray(),
            s => (string)s!["activityNodeId"]! == "Workflow1:flow:hear" && (bool)s["isBlocked"]!);
    }

    [Fact]
    public async Task Who_looks_at_one_procedure_hears_nothing_of_another()
    {
        var other = (await _host.Conductor.OpenAsync("frail",
            new Runtime.OpeningRequest(Value.Map.Empty, "clerk"))).ProcedureId!;
        await using var viewer = await HubClient.ConnectAsync(_host.Address);
        await viewer.ObserveAsync(_id);
        await viewer.ChangeAsync();
        await Frail.MendAsync(_host.Conductor, other);
        await Frail.MendAsync(_host.Conductor, _id);
        var heard = await viewer.ChangeAsync();

        Assert.Equal(_id, (string)heard["WorkflowInstanceUpdatedAsync"]["workflowInstanceId"]!);
    }

    [Fact]
    public async Task Several_viewers_of_one_procedure_all_hear_and_one_that_leaves_disturbs_nobody()
    {
        await using var first = await HubClient.ConnectAsync(_host.Address);
        await using (var second = await HubClient.ConnectAsync(_host.Address))
        {
            await second.ObserveAsync(_id);
            await second.ChangeAsync();
        }
        await first.ObserveAsync(_id);
        await first.ChangeAsync();
        await Frail.MendAsync(_host.Conductor, _id);

        Assert.Equal(3, (await first.ChangeAsync()).Count);
    }

    [Fact]
    public async Task A_page_of_another_site_opens_no_connection()
    {
        var refusal = await Assert.ThrowsAsync<WebSocketException>(
            () => HubClient.ConnectAsync(_host.Address, "https://elsewhere.example.org"));
        using var client = new HttpClient { BaseAddress = _host.Address };
        client.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example.org");
        using var negotiation = await client.PostAsync($"{Hub}/negotiate?negotiateVersion=1", null);

        Assert.Contains("403", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, negotiation.StatusCode);
    }

    [Fact]
    public async Task There_is_no_other_hub()
    {
        using var client = new HttpClient { BaseAddress = _host.Address };
        using var answer = await client.PostAsync("/elsa/hubs/other/negotiate?negotiateVersion=1", null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static bool IsFaulted(Dictionary<string, System.Text.Json.Nodes.JsonNode> change) =>
        change["ActivityExecutionLogUpdatedAsync"]["stats"]!.AsArray().Any(s => (bool)s!["isFaulted"]!);
}
