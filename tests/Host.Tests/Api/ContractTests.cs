using System.Net;
using System.Text;

namespace Procedures.Tests;

/// <summary>
/// Every route of Elsa's contract that Studio needs answers, and refuses what comes from another site.
/// </summary>
public sealed class ContractTests(HostFixture fixture) : IClassFixture<HostFixture>, IAsyncLifetime
{
    private readonly StudioHost _host = fixture.Host;
    private string _id = "";

    public async Task InitializeAsync() => _id = await Frail.OpenAsync(_host.Store, _host.Conductor, _host.Reader);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("GET", "/descriptors/activities?Refresh=True")]
    [InlineData("POST", "/descriptors/activities/Procedures.Task/options/Body", """{"context":{}}""")]
    [InlineData("GET", "/descriptors/expression-descriptors")]
    [InlineData("GET", "/descriptors/variables")]
    [InlineData("GET", "/descriptors/storage-drivers")]
    [InlineData("GET", "/descriptors/workflow-activation-strategies")]
    [InlineData("GET", "/descriptors/incident-strategies")]
    [InlineData("GET", "/descriptors/log-persistence-strategies")]
    [InlineData("GET", "/descriptors/commit-strategies/workflows")]
    [InlineData("GET", "/descriptors/commit-strategies/activities")]
    [InlineData("GET", "/descriptors/output-converters?sourceType=a&destinationType=b")]
    [InlineData("GET", "/features/installed")]
    [InlineData("GET", "/package/version")]
    [InlineData("POST", "/scripting/javascript/type-definitions/judge-election", "{}")]
    [InlineData("GET", "/workflow-definitions?versionOptions=Latest&Page=0&PageSize=10&OrderBy=Name")]
    [InlineData("GET", "/workflow-definitions/by-definition-id/judge-election?versionOptions=Latest")]
    [InlineData("GET", "/workflow-definitions/by-id/judge-election-v1")]
    [InlineData("GET", "/workflow-definitions/many-by-id?ids=judge-election-v1")]
    [InlineData("GET", "/workflow-definitions/subgraph/judge-election-v1")]
    [InlineData("GET", "/workflow-definitions/subgraph/segments/judge-election-v1?childNodeId=Workflow1:flow")]
    [InlineData("GET", "/workflow-definitions/query/count")]
    [InlineData("GET", "/workflow-definitions/judge-election/consumers")]
    [InlineData("GET", "/workflow-definitions/judge-election/versions")]
    [InlineData("GET", "/workflow-definitions/validation/is-name-unique?name=x")]
    [InlineData("POST", "/workflow-definitions", """{"model":{"definitionId":null,"name":"New"},"publish":null}""")]
    [InlineData("POST", "/workflow-definitions/assembly-ballot/publish", "{}")]
    [InlineData("POST", "/workflow-definitions/assembly-ballot/retract", "{}")]
    [InlineData("POST", "/workflow-definitions/assembly-ballot/revert/1", "{}")]
    [InlineData("POST", "/workflow-definitions/judge-election/update-references", "{}")]
    [InlineData("DELETE", "/workflow-definitions/never-there")]
    [InlineData("DELETE", "/workflow-definition-versions/never-there")]
    [InlineData("POST", "/bulk-actions/delete/workflow-definitions/by-definition-id", """{"definitionIds":[]}""")]
    [InlineData("POST", "/bulk-actions/delete/workflow-definitions/by-id", """{"ids":[]}""")]
    [InlineData("POST", "/bulk-actions/publish/workflow-definitions/by-definition-ids", """{"definitionIds":[]}""")]
    [InlineData("POST", "/bulk-actions/retract/workflow-definitions/by-definition-ids", """{"definitionIds":[]}""")]
    [InlineData("GET", "/workflow-definitions/judge-election/export?versionOptions=Latest&includeConsumingWorkflows=False")]
    [InlineData("POST", "/bulk-actions/export/workflow-definitions", """{"ids":["judge-election-v1"]}""")]
    [InlineData("POST", "/workflow-definitions/frail/execute", """{"input":{}}""")]
    [InlineData("POST", "/workflow-definitions/frail/dispatch", """{"input":{}}""")]
    [InlineData("POST", "/tests/activities", """{"workflowDefinitionHandle":{"definitionVersionId":"judge-election-v1"},"activityHandle":{"activityId":"flow"}}""")]
    [InlineData("POST", "/workflow-instances", "{}")]
    [InlineData("GET", "/workflow-instances/{id}")]
    [InlineData("POST", "/workflow-instances/{id}/journal?skip=0&take=110", """{"filter":{}}""")]
    [InlineData("GET", "/workflow-instances/{id}/journal?skip=0&take=10")]
    [InlineData("GET", "/workflow-instances/{id}/execution-state")]
    [InlineData("GET", "/workflow-instances/{id}/variables")]
    [InlineData("POST", "/workflow-instances/{id}/variables", """{"variables":[]}""")]
    [InlineData("DELETE", "/workflow-instances/{id}")]
    [InlineData("POST", "/bulk-actions/delete/workflow-instances/by-id", """{"ids":[]}""")]
    [InlineData("POST", "/cancel/workflow-instances/{id}", "{}")]
    [InlineData("POST", "/bulk-actions/cancel/workflow-instances", """{"ids":[]}""")]
    [InlineData("GET", "/workflow-instances/{id}/export")]
    [InlineData("POST", "/bulk-actions/export/workflow-instances", """{"ids":["{id}"]}""")]
    [InlineData("POST", "/activity-executions/report", """{"workflowInstanceId":"{id}","activityNodeIds":[]}""")]
    [InlineData("GET", "/activity-executions/list?WorkflowInstanceId={id}&ActivityNodeId=")]
    [InlineData("GET", "/activity-execution-summaries/list?WorkflowInstanceId={id}&ActivityNodeId=")]
    [InlineData("GET", "/activity-executions/by-id?id={id}:1")]
    [InlineData("GET", "/activity-executions/{id}:1/call-stack?includeCrossWorkflowChain=True")]
    [InlineData("POST", "/alterations/run", """{"alterations":[{"type":"Cancel"}],"workflowInstanceIds":[]}""")]
    [InlineData("POST", "/alterations/dry-run", """{"definitionIds":["judge-election"]}""")]
    [InlineData("POST", "/alterations/submit", """{"alterations":[{"type":"Cancel"}],"filter":{}}""")]
    [InlineData("POST", "/alterations/workflows/retry", """{"workflowInstanceIds":[]}""")]
    [InlineData("GET", "/resilience/strategies?category=x")]
    public async Task A_route_that_Studio_needs_answers(string method, string path, string? body = null)
    {
        using var answer = await AskAsync(method, path, body, origin: null);

        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    [Fact]
    public async Task Every_address_that_changes_something_refuses_another_site_and_changes_nothing()
    {
        var unsafeOnes = _host.Addresses.Where(a => a.Method is not ("GET" or "HEAD" or "OPTIONS"))
            .Where(a => a.Path.StartsWith("/elsa/api/", StringComparison.Ordinal)).Distinct().ToArray();
        Assert.True(unsafeOnes.Length > 30, $"Only {unsafeOnes.Length} addresses were found.");
        var step = (await _host.Store.FindProcedureAsync(_id))!.Step;
        foreach (var (method, path) in unsafeOnes)
        {
            var address = path["/elsa/api".Length..]
                .Replace("{definitionId}", "judge-election", StringComparison.Ordinal)
                .Replace("{version:int}", "1", StringComparison.Ordinal);
            using var answer = await AskAsync(method, address, "{}", "https://elsewhere.example.org");
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{method} {path} answers {answer.StatusCode}.");
            Assert.Contains("\"errors\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Assert.Equal(step, (await _host.Store.FindProcedureAsync(_id))!.Step);
        Assert.Single(await _host.Store.VersionsAsync("judge-election"));
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task A_browser_that_says_itself_that_it_comes_from_elsewhere_is_refused(string site)
    {
        var client = _host.Client();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);
        using var answer = await client.RemoveAsync($"/workflow-instances/{_id}");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Null((await _host.Store.LoadAsync(_id))!.RemovedAt);
    }

    private async Task<HttpResponseMessage> AskAsync(string method, string path, string? body, string? origin)
    {
        string Filled(string text) => text.Replace("{id}", _id, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new HttpMethod(method), "/elsa/api" + Filled(path));
        if (body is not null) request.Content = new StringContent(Filled(body), Encoding.UTF8, "application/json");
        if (origin is not null) request.Headers.Add("Origin", origin);
        return await _host.Client().SendAsync(request);
    }
}
