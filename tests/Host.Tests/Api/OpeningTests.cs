namespace Procedures.Tests;

public sealed class OpeningTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task The_list_shows_the_latest_version_of_each_definition_and_offers_to_create_one()
    {
        var list = await fixture.Host.Client().ReadAsync(
            "/workflow-definitions?versionOptions=Latest&Page=0&PageSize=50&SearchTerm=&IsSystem=False&OrderBy=Name&OrderDirection=Ascending");

        Assert.Contains(list["items"]!.AsArray(), row => (string)row!["definitionId"]! == "judge-election");
        Assert.Equal(list["items"]!.AsArray().Count, (int)list["totalCount"]!);
        Assert.Contains(list["links"]!.AsArray(), link => (string)link!["rel"]! == "bulk-publish");
        Assert.All(list["items"]!.AsArray(), row =>
            Assert.Contains(row!["links"]!.AsArray(), link => (string)link!["rel"]! == "publish"));
    }

    [Theory]
    [InlineData("versionOptions=Published&DefinitionIds=judge-election", 1)]
    [InlineData("versionOptions=Draft&DefinitionIds=judge-election", 0)]
    [InlineData("versionOptions=AllVersions&DefinitionIds=judge-election&Page=0&PageSize=10&OrderBy=Version", 1)]
    [InlineData("versionOptions=&Ids=judge-election-v1&Ids=unknown", 1)]
    [InlineData("versionOptions=Latest&SearchTerm=JUDGE&Page=0&PageSize=10", 1)]
    [InlineData("versionOptions=Latest&SearchTerm=nothing+like+it&Page=0&PageSize=10", 0)]
    [InlineData("versionOptions=1&DefinitionIds=judge-election", 1)]
    public async Task Each_filter_finds_what_it_says(string query, int count)
    {
        var list = await fixture.Host.Client().ReadAsync("/workflow-definitions?" + query);

        Assert.Equal(count, list["items"]!.AsArray().Count);
        Assert.Equal(count, (int)list["totalCount"]!);
    }

    [Fact]
    public async Task Every_activity_has_the_node_id_that_Studio_builds_its_questions_from()
    {
        var definition = await fixture.Host.Client().OpenAsync("judge-election");
        var root = definition["root"]!;

        Assert.Equal($"Workflow1:{(string)root["id"]!}", (string)root["nodeId"]!);
        Assert.All(root["activities"]!.AsArray(), a =>
            Assert.Equal($"{(string)root["nodeId"]!}:{(string)a!["id"]!}", (string)a["nodeId"]!));
    }

    [Fact]
    public async Task Opening_a_definition_writes_nothing()
    {
        var before = await fixture.Host.Store.FindVersionAsync("judge-election-v1");
        for (var i = 0; i < 3; i++) await fixture.Host.Client().OpenAsync("judge-election");

        Assert.Equal(before, await fixture.Host.Store.FindVersionAsync("judge-election-v1"));
        Assert.Single(await fixture.Host.Store.VersionsAsync("judge-election"));
    }

    [Theory]
    [InlineData("/workflow-definitions/by-definition-id/none?versionOptions=Latest")]
    [InlineData("/workflow-definitions/by-id/none")]
    [InlineData("/workflow-definitions/none/export")]
    [InlineData("/workflow-instances/none")]
    public async Task What_does_not_exist_is_not_found(string path)
    {
        using var answer = await fixture.Host.Client().GetAsync("/elsa/api" + path);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("Election of a judge", "", false)]
    [InlineData("ELECTION OF A JUDGE ", "", false)]
    [InlineData("Election of a judge", "judge-election", true)]
    [InlineData("Workflow 1", "", true)]
    public async Task A_name_is_free_unless_another_definition_has_it(string name, string definitionId, bool isUnique)
    {
        var answer = await fixture.Host.Client().ReadAsync(
            $"/workflow-definitions/validation/is-name-unique?name={Uri.EscapeDataString(name)}&definitionId={definitionId}");

        Assert.Equal(isUnique, (bool)answer["isUnique"]!);
    }

    [Fact]
    public async Task Child_definitions_know_who_opens_them()
    {
        var answer = await fixture.Host.Client().ReadAsync("/workflow-definitions/assembly-ballot/consumers");

        Assert.Contains("judge-election", answer["consumingWorkflowDefinitionIds"]!.AsArray().Select(n => (string)n!));
    }
}
