using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Procedures.Tests;

/// <summary>Speaks Elsa's contract as Studio does.</summary>
internal static class Talk
{
    private const string Base = "/elsa/api";

    public static async Task<JsonNode> ReadAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(Base + path);
        return await OkAsync(answer);
    }

    public static async Task<JsonNode> SendAsync(this HttpClient client, string path, JsonNode body)
    {
        using var answer = await client.PostJsonAsync(path, body);
        return await OkAsync(answer);
    }

    public static Task<HttpResponseMessage> PostJsonAsync(this HttpClient client, string path, JsonNode body) =>
        client.PostAsync(Base + path, new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));

    public static Task<HttpResponseMessage> RemoveAsync(this HttpClient client, string path) =>
        client.DeleteAsync(Base + path);

    /// <summary>The definition as the editor gets it.</summary>
    public static async Task<JsonObject> OpenAsync(this HttpClient client, string definitionId) =>
        (JsonObject)await client.ReadAsync(
            $"/workflow-definitions/by-definition-id/{definitionId}?versionOptions=Latest");

    public static Task<HttpResponseMessage> SaveAsync(this HttpClient client, JsonObject model, bool publish = false) =>
        client.PostJsonAsync("/workflow-definitions",
            new JsonObject { ["model"] = model.DeepClone(), ["publish"] = publish });

    /// <summary>The definition that a save answers with.</summary>
    public static async Task<JsonObject> SavedAsync(this HttpClient client, JsonObject model, bool publish = false)
    {
        using var answer = await client.SaveAsync(model, publish);
        return (JsonObject)(await OkAsync(answer))["workflowDefinition"]!;
    }

    public static async Task<string> RefusalAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{(int)answer.StatusCode} {text}");
        return string.Join("\n", JsonNode.Parse(text)!["errors"]!["definition"]!.AsArray().Select(n => (string)n!));
    }

    /// <summary>The same definition under another description.</summary>
    public static JsonObject Described(this JsonObject definition, string description)
    {
        var changed = (JsonObject)definition.DeepClone();
        changed["description"] = description;
        return changed;
    }

    private static async Task<JsonNode> OkAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode,
            $"{(int)answer.StatusCode} {answer.RequestMessage?.RequestUri}: {text}");
        return JsonNode.Parse(text)!;
    }
}
