using System.Text.Json.Nodes;
using Procedures.Expressions;
using Procedures.Runtime;

namespace Procedures.Tests;

public sealed class InstanceTests : IAsyncLifetime
{
    private const string Everything = """
        {"page":0,"pageSize":10,"searchTerm":"","definitionId":null,"definitionIds":[],"correlationId":null,"version":null,
         "hasIncidents":null,"isSystem":false,"status":null,"statuses":[],"subStatus":null,"subStatuses":[],"orderBy":null,
         "orderDirection":"Descending","timestampFilters":[]}
        """;

    private StudioHost _host = null!;
    private string _id = "";

    public async Task InitializeAsync()
    {
        _host = await StudioHost.StartAsync();
        var inputs = Value.MapOf(
            ("State", Value.Of("AL")), ("Vacancy", Value.Of("ordinary")), ("EO", Value.Of("2027-06-01")));
        var opening = await _host.Conductor.OpenAsync("judge-election", new OpeningRequest(inputs, "clerk"));
        _id = opening.ProcedureId ?? throw new InvalidOperationException(opening.Refusal?.English);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task The_list_shows_a_running_procedure_with_a_version_that_Studio_can_find()
    {
        var client = _host.Client();
        var row = (await client.SendAsync("/workflow-instances", JsonNode.Parse(Everything)!))["items"]!.AsArray()
            .Single(r => (string)r!["id"]! == _id)!;
        var versions = await client.ReadAsync($"/workflow-definitions?versionOptions=&Ids={(string)row["definitionVersionId"]!}");

        Assert.Equal("Running", (string)row["status"]!);
        Assert.Equal("Suspended", (string)row["subStatus"]!);
        Assert.Equal((string)row["definitionVersionId"]!, (string)versions["items"]!.AsArray().Single()!["id"]!);
    }

    [Theory]
    [InlineData("status", "\"Finished\"", 0)]
    [InlineData("status", "\"Running\"", 1)]
    [InlineData("subStatuses", "[\"Suspended\",\"Faulted\"]", 1)]
    [InlineData("subStatuses", "[\"Executing\"]", 0)]
    [InlineData("definitionIds", "[\"assembly-ballot\"]", 0)]
    [InlineData("definitionId", "\"judge-election\"", 1)]
    [InlineData("version", "1", 1)]
    [InlineData("version", "7", 0)]
    [InlineData("hasIncidents", "true", 0)]
    [InlineData("searchTerm", "\"nothing like it\"", 0)]
    [InlineData("orderBy", "\"Name\"", 1)]
    [InlineData("isSystem", "true", 0)]
    [InlineData("page", "3", 0)]
    public async Task Each_filter_finds_what_it_says(string filter, string value, int count)
    {
        var body = JsonNode.Parse(Everything)!;
        body[filter] = JsonNode.Parse(value);

        var list = await _host.Client().SendAsync("/workflow-instances", body);

        Assert.Equal(count, list["items"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("GreaterThan", "2000-01-01T00:00:00Z", 1)]
    [InlineData("LessThan", "2000-01-01T00:00:00Z", 0)]
    public async Task Procedures_are_found_by_their_moments(string relation, string moment, int count)
    {
        var body = JsonNode.Parse(Everything)!;
        body["timestampFilters"] = new JsonArray(new JsonObject
        {
            ["column"] = "CreatedAt", ["operator"] = relation, ["timestamp"] = moment,
        });

        Assert.Equal(count, (int)(await _host.Client().SendAsync("/workflow-instances", body))["totalCount"]!);
    }

    [Fact]
    public async Task A_procedure_waits_where_its_bookmarks_say()
    {
        var client = _host.Client();
        var instance = await client.ReadAsync($"/workflow-instances/{_id}");
        var state = instance["workflowState"]!;
        var waiting = state["bookmarks"]!.AsArray().Select(b => (string)b!["activityNodeId"]!).ToHashSet();
        var report = await client.SendAsync(
            "/activity-executions/report", new JsonObject { ["workflowInstanceId"] = _id, ["activityNodeIds"] = new JsonArray() });

        Assert.NotEmpty(waiting);
        var blocked = report["stats"]!.AsArray().Where(s => (bool)s!["isBlocked"]!).Select(s => (string)s!["activityNodeId"]!);
        Assert.Equal(waiting, blocked.ToHashSet());
        Assert.All(state.AsObject().Where(m => m.Key is "incidents" or "completionCallbacks" or "activityExecutionContexts"),
            m => Assert.NotNull(m.Value));
    }

    [Fact]
    public async Task The_journal_is_the_procedures_own_in_order_and_without_the_containers_when_they_are_excluded()
    {
        var journal = await _host.Client().SendAsync($"/workflow-instances/{_id}/journal?skip=0&take=110", JsonNode.Parse("""
            {"filter":{"activityIds":null,"activityNodeIds":null,"excludedActivityTypes":["Elsa.Workflow","Elsa.Flowchart"],"eventNames":[]}}
            """)!);
        var numbers = journal["items"]!.AsArray().Select(e => (long)e!["sequence"]!).ToArray();

        Assert.NotEmpty(numbers);
        Assert.Equal(numbers.Order(), numbers);
        Assert.DoesNotContain(journal["items"]!.AsArray(), e => (string)e!["activityType"]! is "Elsa.Workflow" or "Elsa.Flowchart");
        Assert.Contains(journal["items"]!.AsArray(), e => (string)e!["eventName"]! == "Completed");
    }

    [Fact]
    public async Task An_execution_is_found_again_by_its_id()
    {
        var client = _host.Client();
        var list = await client.ReadAsync($"/activity-execution-summaries/list?WorkflowInstanceId={_id}&ActivityNodeId=");
        var first = list["items"]!.AsArray()[0]!;
        var found = await client.ReadAsync($"/activity-executions/by-id?id={Uri.EscapeDataString((string)first["id"]!)}");
        var stack = await client.ReadAsync($"/activity-executions/{Uri.EscapeDataString((string)first["id"]!)}/call-stack");

        Assert.Equal(first.ToJsonString(), found.ToJsonString());
        Assert.Equal((string)first["id"]!, (string)stack["activityExecutionId"]!);
    }

    [Fact]
    public async Task What_a_procedure_runs_is_shown_even_when_its_version_has_been_edited_and_removed()
    {
        var client = _host.Client();
        var row = await client.ReadAsync($"/workflow-instances/{_id}");
        var kept = (string)row["definitionVersionId"]!;
        var before = await client.ReadAsync($"/workflow-definitions/by-id/{kept}");
        await client.SendAsync("/workflow-definitions/judge-election/retract", new JsonObject());
        var open = await client.OpenAsync("judge-election");
        open["root"]!["activities"]!.AsArray().RemoveAt(0);
        await client.SavedAsync(open);

        Assert.Equal(before.ToJsonString(), (await client.ReadAsync($"/workflow-definitions/by-id/{kept}")).ToJsonString());
        Assert.DoesNotContain(before["links"]!.AsArray(), link => (string)link!["rel"]! == "publish");
    }

    [Fact]
    public async Task A_definition_that_runs_is_not_deleted()
    {
        using var answer = await _host.Client().RemoveAsync("/workflow-definitions/judge-election");
        using var version = await _host.Client().RemoveAsync("/workflow-definition-versions/judge-election-v1");

        Assert.Contains("1 running procedure uses judge-election", await Talk.RefusalAsync(answer), StringComparison.Ordinal);
        Assert.Contains("judge-election, version 1", await Talk.RefusalAsync(version), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_procedure_is_discontinued_once()
    {
        var client = _host.Client();
        await client.SendAsync($"/cancel/workflow-instances/{_id}", new JsonObject());
        var state = await client.ReadAsync($"/workflow-instances/{_id}/execution-state");
        using var again = await client.PostJsonAsync($"/cancel/workflow-instances/{_id}", new JsonObject());

        Assert.Equal(("Finished", "Cancelled"), ((string)state["status"]!, (string)state["subStatus"]!));
        Assert.Equal("The procedure is over.", await Talk.RefusalAsync(again));
    }

    [Fact]
    public async Task A_deleted_procedure_leaves_Studio_and_is_kept_with_who_deleted_it()
    {
        var client = _host.Client();
        using var deleted = await client.RemoveAsync($"/workflow-instances/{_id}");
        using var gone = await client.GetAsync($"/elsa/api/workflow-instances/{_id}");
        using var again = await client.RemoveAsync($"/workflow-instances/{_id}");
        var list = await client.SendAsync("/workflow-instances", JsonNode.Parse(Everything)!);
        var kept = await _host.Store.LoadAsync(_id);
        var journal = (await _host.Store.JournalAsync(_id, Storage.PageRequest.First, newestFirst: true)).Items;

        Assert.Equal(System.Net.HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, again.StatusCode);
        Assert.Empty(list["items"]!.AsArray());
        Assert.NotNull(kept!.RemovedAt);
        Assert.Equal(("Removed", "process owner"), (journal[0].Event, journal[0].Actor));
    }

    [Fact]
    public async Task Several_are_deleted_at_once_and_counted()
    {
        var answer = await _host.Client().SendAsync(
            "/bulk-actions/delete/workflow-instances/by-id", new JsonObject { ["ids"] = new JsonArray(_id, _id, "none") });

        Assert.Equal(1, (int)answer["deleted"]!);
    }

    [Fact]
    public async Task A_variable_is_changed_and_read_again()
    {
        var answer = await _host.Client().SendAsync($"/workflow-instances/{_id}/variables", JsonNode.Parse(
            """{"variables":[{"id":"Attempt","value":3}]}""")!);

        Assert.Contains(answer["items"]!.AsArray(), v => (string)v!["name"]! == "Attempt" && (int)v["value"]! == 3);
    }

    [Fact]
    public async Task The_call_stack_leads_from_the_flowchart_to_what_waits()
    {
        var client = _host.Client();
        var list = await client.ReadAsync($"/activity-executions/list?WorkflowInstanceId={_id}");
        var waiting = list["items"]!.AsArray().First(e => (bool)e!["hasBookmarks"]!)!;
        var stack = await client.ReadAsync(
            $"/activity-executions/{Uri.EscapeDataString((string)waiting["id"]!)}/call-stack?includeCrossWorkflowChain=True");
        var items = stack["items"]!.AsArray();

        Assert.Equal("Elsa.Flowchart", (string)items[0]!["activityType"]!);
        Assert.Equal((string)waiting["id"]!, (string)items[^1]!["id"]!);
        Assert.Equal(items.Count, (int)stack["totalCount"]!);
        Assert.Equal(Enumerable.Range(0, items.Count), items.Select(i => (int)i!["callStackDepth"]!));
        for (var i = 1; i < items.Count; i++)
            Assert.Equal((string)items[i - 1]!["id"]!, (string)items[i]!["schedulingActivityExecutionId"]!);
        Assert.Equal((string)items[^2]!["activityId"]!, (string)waiting["schedulingActivityId"]!);
    }

    [Fact]
    public async Task What_waits_says_whom_and_until_when()
    {
        var inputs = Value.MapOf(("State", Value.Of("EE")), ("TermEnds", Value.Of("2028-12-31")));
        var id = (await _host.Conductor.OpenAsync("judge-election", new OpeningRequest(inputs, "clerk"))).ProcedureId;
        var list = await _host.Client().ReadAsync($"/activity-executions/list?WorkflowInstanceId={id}");
        var asked = list["items"]!.AsArray().Where(e => (bool)e!["hasBookmarks"]!).Select(e => e!["activityState"]!)
            .ToArray();

        Assert.Contains(asked, state => state["Body"] is not null && state["LegalSource"] is not null);
        Assert.Contains(asked, state => state["LastDay"] is not null && state["WhyThisDate"] is not null);
    }

    [Theory]
    [InlineData("""{"definitionVersionId":"judge-election-v1"}""", 1)]
    [InlineData("""{"definitionId":"assembly-ballot"}""", 0)]
    [InlineData("""{"ids":[]}""", 0)]
    public async Task Only_the_procedures_that_are_meant_are_discontinued(string body, int count)
    {
        var answer = await _host.Client().SendAsync("/bulk-actions/cancel/workflow-instances", JsonNode.Parse(body)!);

        Assert.Equal(count, (int)answer["cancelled"]!);
    }

    [Fact]
    public async Task Run_does_not_open_a_procedure_that_lacks_what_it_needs()
    {
        using var answer = await _host.Client().PostJsonAsync(
            "/workflow-definitions/judge-election/execute", new JsonObject { ["versionOptions"] = "Latest" });

        Assert.Contains("State", await Talk.RefusalAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_required_may_be_missing()
    {
        var answer = await _host.Client().SendAsync("/workflow-definitions/judge-election/dispatch",
            JsonNode.Parse("""{"input":{"State":"EE","TermEnds":"2031-01-03"}}""")!);
        var opened = await _host.Client().ReadAsync($"/workflow-instances/{(string)answer["workflowInstanceId"]!}");

        Assert.Equal((0, "Running"), ((int)opened["incidentCount"]!, (string)opened["status"]!));
    }

    [Theory]
    [InlineData("""{"input":{"State":"EE","TermEnds":null}}""", "needs TermEnds")]
    [InlineData("""{"versionOptions":" ","input":{"State":"EE"}}""", "needs TermEnds")]
    [InlineData("""{"input":["EE"]}""", "no JSON object")]
    public async Task What_is_required_must_be_there(string body, string reason)
    {
        using var answer = await _host.Client().PostJsonAsync(
            "/workflow-definitions/judge-election/dispatch", JsonNode.Parse(body)!);

        Assert.Contains(reason, await Talk.RefusalAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_are_shown_with_their_values()
    {
        var list = await _host.Client().ReadAsync($"/workflow-instances/{_id}/variables");

        Assert.Contains(list["items"]!.AsArray(), v => (string)v!["name"]! == "Attempt" && (int)v["value"]! == 1);
    }
}
