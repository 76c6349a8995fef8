using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Procedures.Tests;

/// <summary>Definitions and procedures leave as files and come back.</summary>
public sealed class FilesTests : IAsyncLifetime
{
    private StudioHost _host = null!;
    private StudioHost _other = null!;
    private string _id = "";

    public async Task InitializeAsync()
    {
        _host = await StudioHost.StartAsync();
        _other = await StudioHost.StartAsync();
        _id = await Frail.OpenAsync(_host.Store, _host.Conductor, _host.Reader);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task A_procedure_goes_to_another_host_in_a_file_and_goes_on_there()
    {
        var file = await BytesAsync(await _host.Client().GetAsync($"/elsa/api/workflow-instances/{_id}/export"));
        using var answer = await UploadAsync("/bulk-actions/import/workflow-instances", ("p.json", file));
        await Frail.MendAsync(_other.Conductor, _id);
        var instance = await _other.Client().ReadAsync($"/workflow-instances/{_id}");

        Assert.Equal(1, await CountAsync(answer));
        Assert.Equal(("Running", 1), ((string)instance["status"]!, (int)instance["incidentCount"]!));
    }

    [Fact]
    public async Task Several_procedures_travel_in_one_zip()
    {
        var second = (await _host.Conductor.OpenAsync(
            Frail.DefinitionId, new Runtime.OpeningRequest(Expressions.Value.Map.Empty, "clerk"))).ProcedureId!;
        using var exported = await _host.Client().PostJsonAsync("/bulk-actions/export/workflow-instances",
            new JsonObject { ["ids"] = new JsonArray(_id, second, "none") });
        using var answer = await UploadAsync(
            "/bulk-actions/import/workflow-instances", ("all.zip", await BytesAsync(exported)));

        Assert.Equal(2, await CountAsync(answer));
        Assert.NotNull(await _other.Store.LoadAsync(second));
    }

    [Theory]
    [InlineData("""{"workflowState":{"id":"x"}}""", "not exported by this program")]
    [InlineData("[1]", "no JSON object")]
    [InlineData("nonsense", "no JSON: ")]
    public async Task A_file_of_another_kind_is_refused_by_its_name(string text, string reason)
    {
        using var answer = await UploadAsync(
            "/bulk-actions/import/workflow-instances", ("odd.json", Encoding.UTF8.GetBytes(text)));
        var refusal = await Talk.RefusalAsync(answer);

        Assert.Contains("odd.json", refusal, StringComparison.Ordinal);
        Assert.Contains(reason, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_without_files_is_refused()
    {
        using var answer = await _other.Client().PostJsonAsync("/workflow-definitions/import-files", new JsonObject());

        Assert.Contains("No file", await Talk.RefusalAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Definitions_come_back_from_json_files_and_a_zip_in_one_upload()
    {
        var one = await BytesAsync(await _host.Client().GetAsync("/elsa/api/workflow-definitions/frail/export"));
        using var exported = await _host.Client().PostJsonAsync("/bulk-actions/export/workflow-definitions",
            new JsonObject { ["ids"] = new JsonArray("assembly-ballot-v1") });
        using var answer = await UploadAsync("/workflow-definitions/import-files",
            ("frail.json", one), ("more.zip", await BytesAsync(exported)));

        Assert.Equal(2, await CountAsync(answer));
        Assert.NotNull(await _other.Store.FindDefinitionAsync("frail", Storage.VersionChoice.Latest));
        Assert.Equal(2, (await _other.Store.VersionsAsync("assembly-ballot")).Length);
    }

    [Fact]
    public async Task What_cannot_be_taken_in_does_not_keep_the_rest_out()
    {
        var good = await BytesAsync(await _host.Client().GetAsync("/elsa/api/workflow-definitions/frail/export"));
        using var answer = await UploadAsync("/workflow-definitions/import-files",
            ("good.json", good), ("bad.json", "{}"u8.ToArray()));

        Assert.Contains("1 of 2 files", await Talk.RefusalAsync(answer), StringComparison.Ordinal);
        Assert.NotNull(await _other.Store.FindDefinitionAsync("frail", Storage.VersionChoice.Latest));
    }

    [Fact]
    public async Task A_definition_leaves_together_with_those_that_open_it_when_that_is_asked()
    {
        var zip = await BytesAsync(await _host.Client().GetAsync(
            "/elsa/api/workflow-definitions/assembly-ballot/export?versionOptions=Latest&includeConsumingWorkflows=True"));
        using var archive = new ZipArchive(new MemoryStream(zip));

        Assert.Contains("assembly-ballot-v1.json", archive.Entries.Select(e => e.Name));
        Assert.Contains("judge-election-v1.json", archive.Entries.Select(e => e.Name));
        Assert.DoesNotContain("frail-v1.json", archive.Entries.Select(e => e.Name));
    }

    [Theory]
    [InlineData("GET", "/workflow-instances/none/export")]
    [InlineData("POST", "/bulk-actions/export/workflow-instances")]
    public async Task What_does_not_exist_is_not_found(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/elsa/api" + path);
        using var answer = await _host.Client().SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> UploadAsync(string path, params (string Name, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, content) in files) form.Add(new ByteArrayContent(content), "files", name);
        return await _other.Client().PostAsync("/elsa/api" + path, form);
    }

    private static async Task<byte[]> BytesAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<int> CountAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return (int)JsonNode.Parse(text)!["count"]!;
    }
}
