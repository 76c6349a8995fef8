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
    public async Task Studio_is_told_that_there_is_a_hub_and_of_no_other_feature()
    {
        var features = (await fixture.Host.Client().ReadAsync("/features/installed"))["items"]!.AsArray();
        var one = await fixture.Host.Client().ReadAsync("/features/installed/Elsa.RealTimeWorkflowUpdates");

        Assert.Equal(["Elsa.RealTimeWorkflowUpdates"], features.Select(f => (string)f!["fullName"]!));
        Assert.Equal(features[0]!.ToJsonString(), one.ToJsonString());
    }

    [Theory]
    [InlineData("/descriptors/variables", "Nombre entier")]
    [InlineData("/descriptors/incident-strategies", "Un incident met fin à la procédure.")]
    [InlineData("/descriptors/workflow-activation-strategies", "Toujours")]
    [InlineData("/descriptors/storage-drivers", "Avec la procédure")]
    [InlineData("/descriptors/expression-descriptors", "Valeur")]
    [InlineData("/features/installed", "Mises à jour en direct")]
    public async Task The_lists_speak_French_to_who_reads_French(string path, string text)
    {
        var client = fixture.Host.Client();
        client.DefaultRequestHeaders.Add("Cookie", "studio-language=fr");

        Assert.Contains(text, (await client.ReadAsync(path)).ToJsonString(Readable), StringComparison.Ordinal);
        Assert.DoesNotContain(
            text, (await fixture.Host.Client().ReadAsync(path)).ToJsonString(Readable), StringComparison.Ordinal);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
