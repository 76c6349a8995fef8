namespace Procedures.Tests;

public sealed class SecondaryListTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    [Theory]
    [InlineData("/descriptors/expression-descriptors")]
    [InlineData("/descriptors/variables")]
    [InlineData("/descriptors/storage-drivers")]
    [InlineData("/descriptors/workflow-activation-strategies")]
    [InlineData("/descriptors/incident-strategies")]
    [InlineData("/descriptors/log-persistence-strategies")]
    [InlineData("/descriptors/commit-strategies/workflows")]
    [InlineData("/descriptors/commit-strategies/activities")]
    [InlineData("/descriptors/output-converters?sourceType=a&destinationType=b")]
    [InlineData("/features/installed")]
    [InlineData("/resilience/strategies?category=http")]
    [InlineData("/resilience/retries/x")]
    [InlineData("/activity-executions/list?WorkflowInstanceId=none&ActivityNodeId=n")]
    [InlineData("/activity-execution-summaries/list?WorkflowInstanceId=none&ActivityNodeId=n")]
    [InlineData("/workflow-definitions?IsSystem=True")]
    public async Task Every_secondary_list_has_items_so_that_no_panel_stays_dead(string path)
    {
        var answer = await fixture.Host.Client().ReadAsync(path);

        Assert.NotNull(answer["items"]?.AsArray());
    }

    [Fact]
    public async Task What_this_host_does_not_offer_answers_404_in_Studios_shape()
    {
        using var answer = await fixture.Host.Client().GetAsync("/elsa/api/nowhere");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("\"errors\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_hub_Studio_is_told_so_and_polls()
    {
        using var answer = await fixture.Host.Client().PostAsync("/elsa/hubs/workflow-instance/negotiate?negotiateVersion=1", null);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }
}
