using System.Net;
using System.Text.Json.Nodes;

namespace Procedures.Tests;

/// <summary>Operators change running procedures through Elsa's routes: what this engine can do is done, the rest refused.</summary>
public sealed class AlterationTests : IAsyncLifetime
{
    private StudioHost _host = null!;
    private string _id = "";

    public async Task InitializeAsync()
    {
        _host = await StudioHost.StartAsync();
        _id = await Frail.OpenAsync(_host.Store, _host.Conductor, _host.Reader);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    private static JsonObject Retry(params string[] ids) => new() { ["workflowInstanceIds"] = Texts(ids) };

    private static JsonArray Texts(string[] texts) => new([.. texts.Select(t => (JsonNode)t)]);

    private async Task<JsonNode> InstanceAsync() => await _host.Client().ReadAsync($"/workflow-instances/{_id}");

    [Fact]
    public async Task An_incident_is_seen_and_after_what_was_wrong_is_put_right_it_is_retried()
    {
        var client = _host.Client();
        var before = await InstanceAsync();
        await Frail.MendAsync(_host.Conductor, _id);
        var answer = await client.SendAsync("/alterations/workflows/retry", Retry(_id));
        var after = await InstanceAsync();
        var report = await client.SendAsync("/activity-executions/report", new JsonObject { ["workflowInstanceId"] = _id });
        var read = report["stats"]!.AsArray().Single(s => (string)s!["activityId"]! == "read")!;

        Assert.Equal(1, (int)before["incidentCount"]!);
        Assert.Equal("read", (string)before["workflowState"]!["incidents"]![0]!["activityId"]!);
        Assert.True((bool)answer["results"]![0]!["isSuccessful"]!);
        Assert.Equal(0, (int)after["incidentCount"]!);
        Assert.Empty(after["workflowState"]!["incidents"]!.AsArray());
        Assert.Equal("hear", (string)after["workflowState"]!["bookmarks"]![0]!["activityId"]!);
        Assert.Equal((2, 1, false), ((int)read["startedCount"]!, (int)read["completedCount"]!, (bool)read["isFaulted"]!));
    }

    [Fact]
    public async Task What_fails_again_says_so_and_shows_red()
    {
        var client = _host.Client();
        await client.SendAsync("/alterations/workflows/retry", Retry(_id));
        var report = await client.SendAsync("/activity-executions/report", new JsonObject { ["workflowInstanceId"] = _id });

        Assert.Equal(1, (int)(await InstanceAsync())["incidentCount"]!);
        Assert.True((bool)report["stats"]!.AsArray().Single(s => (string)s!["activityId"]! == "read")!["isFaulted"]!);
    }

    [Theory]
    [InlineData("hear", "does not stand still")]
    [InlineData("nobody", "does not stand still")]
    public async Task Only_what_failed_is_retried(string activity, string message)
    {
        var body = Retry(_id);
        body["activityIds"] = new JsonArray(activity);
        var result = (await _host.Client().SendAsync("/alterations/workflows/retry", body))["results"]![0]!;

        Assert.False((bool)result["isSuccessful"]!);
        Assert.Contains(message, (string)result["log"]!["logEntries"]![0]!["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_is_changed_and_the_failed_activity_scheduled_in_one_plan()
    {
        var body = JsonNode.Parse("""
            {"alterations":[{"type":"ModifyVariable","variableId":"w1","value":"four"},{"type":"ScheduleActivity","activityId":"read"}]}
            """)!;
        body["workflowInstanceIds"] = new JsonArray(_id);
        var answer = await _host.Client().SendAsync("/alterations/run", body);

        Assert.True((bool)answer["results"]![0]!["isSuccessful"]!);
        Assert.Equal(0, (int)(await InstanceAsync())["incidentCount"]!);
    }

    [Theory]
    [InlineData("""{"type":"Migrate"}""", "lacks what it needs")]
    [InlineData("""{"type":"CancelActivity"}""", "lacks what it needs")]
    [InlineData("""{"type":"ModifyVariable"}""", "lacks what it needs")]
    [InlineData("""{"type":"Explode"}""", "not known here")]
    public async Task What_this_engine_cannot_do_is_refused_before_anything_is_done(string alteration, string reason)
    {
        var body = JsonNode.Parse($$"""{"alterations":[{"type":"Cancel"},{{alteration}}]}""")!;
        body["workflowInstanceIds"] = new JsonArray(_id);
        using var answer = await _host.Client().PostJsonAsync("/alterations/run", body);

        Assert.Contains(reason, await Talk.RefusalAsync(answer), StringComparison.Ordinal);
        Assert.Equal("Running", (string)(await InstanceAsync())["status"]!);
    }

    [Fact]
    public async Task A_procedure_that_its_incident_has_ended_is_taken_up_at_what_failed_in_the_callers_name()
    {
        var id = await Frail.OpenStoppedAsync(_host.Conductor, _host.Reader);
        var client = _host.Client();
        client.DefaultRequestHeaders.Add("Cookie", "procedures-clerk=Olga%20Ott");
        var body = JsonNode.Parse("""
            {"alterations":[{"type":"ModifyVariable","variableId":"w1","value":"four"},{"type":"ScheduleActivity","activityId":"read"}]}
            """)!;
        body["workflowInstanceIds"] = new JsonArray(id);
        var before = await client.ReadAsync($"/workflow-instances/{id}");
        var answer = await client.SendAsync("/alterations/run", body);
        var after = await client.ReadAsync($"/workflow-instances/{id}");
        var journal = await client.ReadAsync($"/workflow-instances/{id}/journal");
        var report = await client.SendAsync("/activity-executions/report", new JsonObject { ["workflowInstanceId"] = id });

        Assert.Equal(("Finished", "Faulted"), ((string)before["status"]!, (string)before["subStatus"]!));
        Assert.True((bool)answer["results"]![0]!["isSuccessful"]!);
        Assert.Equal(("Running", "Suspended"), ((string)after["status"]!, (string)after["subStatus"]!));
        Assert.Null(after["finishedAt"]);
        Assert.Equal("hear", (string)after["workflowState"]!["bookmarks"]![0]!["activityId"]!);
        var entry = journal["items"]!.AsArray().Single(e => (string)e!["eventName"]! == "Retried")!;
        Assert.Equal(("Olga Ott", "“Read1” begins again: Retried in the designer."),
            ((string)entry["source"]!, (string)entry["message"]!));
        var flow = report["stats"]!.AsArray().Single(s => (string)s!["activityId"]! == "flow")!;
        Assert.Equal((1, 0), ((int)flow["startedCount"]!, (int)flow["completedCount"]!));
    }

    [Fact]
    public async Task A_procedure_is_moved_to_a_published_version_and_goes_on_there()
    {
        await Frail.SaveSecondAsync(_host.Store, _host.Reader, isPublished: true);
        var answer = await RunAsync("""{"type":"Migrate","targetVersion":2},{"type":"ScheduleActivity","activityId":"read"}""");

        Assert.True((bool)answer["isSuccessful"]!);
        var after = await InstanceAsync();
        Assert.Equal((2, 0), ((int)after["version"]!, (int)after["incidentCount"]!));
        Assert.Equal("hear", (string)after["workflowState"]!["bookmarks"]![0]!["activityId"]!);
        var journal = await _host.Client().ReadAsync($"/workflow-instances/{_id}/journal");
        Assert.Contains(journal["items"]!.AsArray(), e => (string)e!["message"]! == "Moved from version 1 to version 2 of "
            + "the definition: Asked for in the designer. What is asked now stays as it was asked.");
    }

    [Theory]
    [InlineData(1, "runs version 1 already")]
    [InlineData(2, "is a draft: publish it before")]
    [InlineData(3, "There is no version 3 of frail")]
    public async Task What_cannot_be_moved_says_why_and_stays(int version, string reason)
    {
        await Frail.SaveSecondAsync(_host.Store, _host.Reader, isPublished: false);
        var answer = await RunAsync($$"""{"type":"Migrate","targetVersion":{{version}}},{"type":"Cancel"}""");

        Assert.False((bool)answer["isSuccessful"]!);
        Assert.Contains(reason, (string)Assert.Single(answer["log"]!["logEntries"]!.AsArray())!["message"]!,
            StringComparison.Ordinal);
        Assert.Equal((1, "Running"), ((int)(await InstanceAsync())["version"]!, (string)(await InstanceAsync())["status"]!));
    }

    [Fact]
    public async Task An_activity_is_cancelled_and_its_wait_goes_with_it()
    {
        await Frail.MendAsync(_host.Conductor, _id);
        await _host.Client().SendAsync("/alterations/workflows/retry", Retry(_id));
        var answer = await RunAsync("""{"type":"CancelActivity","activityId":"hear"}""");

        Assert.True((bool)answer["isSuccessful"]!);
        var after = await InstanceAsync();
        Assert.Equal("Finished", (string)after["subStatus"]!);
        Assert.Empty(after["workflowState"]!["bookmarks"]!.AsArray());
        Assert.Empty(await _host.Store.WaitsForAsync(Execution.WaitKind.Event, "go"));
        var journal = await _host.Client().ReadAsync($"/workflow-instances/{_id}/journal");
        Assert.Contains(journal["items"]!.AsArray(),
            e => (string)e!["message"]! == "“Hear1” is cancelled: Cancelled in the designer.");
    }

    [Fact]
    public async Task What_is_not_at_work_is_not_cancelled()
    {
        var answer = await RunAsync("""{"type":"CancelActivity","activityId":"hear"}""");

        Assert.False((bool)answer["isSuccessful"]!);
        Assert.Contains("not at work here", (string)answer["log"]!["logEntries"]![0]!["message"]!, StringComparison.Ordinal);
    }

    private async Task<JsonNode> RunAsync(string alterations)
    {
        var body = JsonNode.Parse($$"""{"alterations":[{{alterations}}]}""")!;
        body["workflowInstanceIds"] = new JsonArray(_id);
        return (await _host.Client().SendAsync("/alterations/run", body))["results"]![0]!;
    }

    [Theory]
    [InlineData("""{}""", 0)]
    [InlineData("""{"emptyFilterSelectsAll":true}""", 1)]
    [InlineData("""{"workflowInstanceIds":["{id}"]}""", 1)]
    [InlineData("""{"workflowInstanceIds":["other"]}""", 0)]
    [InlineData("""{"definitionIds":["frail"],"hasIncidents":true}""", 1)]
    [InlineData("""{"definitionVersionIds":["frail-v1"]}""", 1)]
    [InlineData("""{"definitionVersionIds":["frail-v2"]}""", 0)]
    [InlineData("""{"subStatuses":["Faulted"]}""", 0)]
    [InlineData("""{"statuses":["Running"]}""", 1)]
    [InlineData("""{"names":["Frail"]}""", 1)]
    [InlineData("""{"correlationIds":["x"]}""", 0)]
    public async Task A_dry_run_names_those_that_are_meant_and_no_others(string filter, int count)
    {
        var body = JsonNode.Parse(filter.Replace("{id}", _id, StringComparison.Ordinal))!;
        var answer = await _host.Client().SendAsync("/alterations/dry-run", body);

        Assert.Equal(count, answer["workflowInstanceIds"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_submitted_plan_is_carried_out_and_kept()
    {
        var client = _host.Client();
        var submitted = await client.SendAsync("/alterations/submit", JsonNode.Parse(
            """{"alterations":[{"type":"Cancel"}],"filter":{"definitionIds":["frail"]}}""")!);
        var plan = await client.ReadAsync($"/alterations/{(string)submitted["planId"]!}");

        Assert.Equal("Cancelled", (string)(await InstanceAsync())["subStatus"]!);
        Assert.Equal("Completed", (string)plan["plan"]!["status"]!);
        Assert.Equal((_id, "Completed"),
            ((string)plan["jobs"]![0]!["workflowInstanceId"]!, (string)plan["jobs"]![0]!["status"]!));
    }

    [Fact]
    public async Task A_plan_that_is_not_there_is_not_found()
    {
        using var answer = await _host.Client().GetAsync("/elsa/api/alterations/none");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
