using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Procedures.Storage;

namespace Procedures.Reliability.Malformed;

/// <summary>Draws one request after the other: half of them as Studio sends them, half as a page's form.</summary>
/// <param name="definitions">Definitions, and the wish to save them.</param>
internal sealed partial class DamagedRequests(BodyGround ground, ImmutableArray<JsonObject> definitions)
{
    private static readonly string[] Strange =
        ["nobody", "%20", "..%2f..", "é", "%F0%9F%98%80", "0", "-1", "99999999999", "a'b", "%22", new string('x', 3000)];

    /// <returns>The request, and its method and address for the report.</returns>
    public async Task<(HttpRequestMessage Request, string Told)> MakeAsync(Random chance) =>
        chance.Next(2) == 0 ? await ToStudioAsync(chance) : await ToPageAsync(chance);

    private async Task<(HttpRequestMessage, string)> ToStudioAsync(Random chance)
    {
        var (method, pattern) = ground.Routes[chance.Next(ground.Routes.Length)];
        var page = await ground.Store.ProceduresAsync(ProcedureFilter.All, PageRequest.First);
        var ids = page.Items.Select(p => p.Id).Concat((await ground.Store.DefinitionsAsync()).SelectMany(d => (string[])[d.Id, d.DefinitionId]))
            .Append("nobody").ToArray();
        string Id() => chance.Next(4) == 0 ? Strange[chance.Next(Strange.Length)] : Uri.EscapeDataString(ids[chance.Next(ids.Length)]);
        var path = Parameter().Replace(pattern, match =>
            match.Value.Contains(":int", StringComparison.Ordinal) ? chance.Next(-1, 4).ToString(Invariant) : Id());
        var damage = new BodyDamage(chance);
        var isSaving = pattern.EndsWith("/workflow-definitions", StringComparison.Ordinal) || pattern.EndsWith("/import", StringComparison.Ordinal);
        var body = damage.Of(isSaving || chance.Next(4) == 0 ? definitions[chance.Next(definitions.Length)] : Any(ids, chance));
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(chance.Next(12) == 0 ? "text/plain" : "application/json");
        if (!pattern.Contains("import", StringComparison.Ordinal) || isSaving || chance.Next(3) == 0)
            return (new(new HttpMethod(method), path) { Content = content }, $"{method} {pattern}");
        return (new(new HttpMethod(method), path)
        {
            Content = new MultipartFormDataContent { { content, "files", chance.Next(3) == 0 ? "a.zip" : "a.json" } },
        }, $"{method} {pattern}");
    }

    private async Task<(HttpRequestMessage, string)> ToPageAsync(Random chance)
    {
        var (path, page) = await FormAsync(chance);
        var damage = new BodyDamage(chance);
        var fields = new List<KeyValuePair<string, string>>();
        foreach (Match field in Field().Matches(page))
        {
            var (name, value) = (WebUtility.HtmlDecode(field.Groups[1].Value), ValueIn(field.Value));
            var isToken = name == "token";
            if (chance.Next(10) == 0 && !isToken) continue;
            fields.Add(new(name, isToken && chance.Next(20) > 0 || chance.Next(3) == 0 ? value : damage.Of(value.Length > 0 ? value : "x")));
            if (chance.Next(12) == 0) fields.Add(new(name, damage.Of(value)));
        }
        if (chance.Next(30) == 0) fields.AddRange(Enumerable.Range(0, 3000).Select(i => KeyValuePair.Create($"f.{i}", "x")));
        // Many acts have several buttons; whichever is named last counts on no page.
        var target = path.Split('?')[0] + (path.Contains('?', StringComparison.Ordinal) ? "?" + path.Split('?')[1] : "");
        return (new(HttpMethod.Post, target) { Content = ContentOf(fields, chance) }, $"POST {path}");
    }

    private async Task<(string Path, string Page)> FormAsync(Random chance)
    {
        while (true)
        {
            var path = ground.Forms[chance.Next(ground.Forms.Length)];
            using var answer = await ground.Client.GetAsync(path);
            // What was removed or is over has no form any more.
            if (answer.IsSuccessStatusCode) return (path, await answer.Content.ReadAsStringAsync());
            if ((int)answer.StatusCode >= 500)
                throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {string.Join("; ", ground.Failures)}");
        }
    }

    private static HttpContent ContentOf(List<KeyValuePair<string, string>> fields, Random chance)
    {
        if (chance.Next(15) == 0) return new ByteArrayContent([0xff, 0xfe, (byte)'=', 0x00]);
        if (chance.Next(3) == 0)
        {
            var parts = new MultipartFormDataContent();
            foreach (var (name, value) in fields) parts.Add(new StringContent(value), name.Length > 0 ? name : "x");
            return parts;
        }
        // FormUrlEncodedContent refuses texts above 64 kB.
        var text = string.Join('&', fields.Select(f => $"{WebUtility.UrlEncode(f.Key)}={WebUtility.UrlEncode(f.Value)}"));
        return new StringContent(chance.Next(10) == 0 ? text + "&x=%FF%C3" : text, new MediaTypeHeaderValue("application/x-www-form-urlencoded"));
    }

    // One object for all: each address takes the members that it knows.
    private static JsonObject Any(string[] ids, Random chance)
    {
        JsonArray Ids() => new([.. Enumerable.Range(0, chance.Next(3)).Select(_ => JsonValue.Create(ids[chance.Next(ids.Length)]))]);
        return new JsonObject
        {
            ["ids"] = Ids(), ["definitionIds"] = Ids(), ["definitionVersionIds"] = Ids(), ["workflowInstanceIds"] = Ids(),
            ["filter"] = new JsonObject { ["workflowInstanceIds"] = Ids(), ["activityIds"] = Ids(), ["emptySearchTermSelectsAll"] = false },
            ["alterations"] = new JsonArray(new JsonObject { ["type"] = "Cancel" }, new JsonObject
            {
                ["type"] = "ModifyVariable", ["variableId"] = "x", ["value"] = 1,
            }),
            ["variables"] = new JsonArray(new JsonObject { ["id"] = "x", ["value"] = new JsonObject() }),
            ["input"] = new JsonObject { ["State"] = "EE" }, ["correlationId"] = "c", ["versionOptions"] = "Published",
            ["page"] = chance.Next(-1, 3) * 1_000_000_000, ["pageSize"] = chance.Next(-1, 2000), ["orderBy"] = "Created", ["searchTerm"] = "a",
            ["activityNodeIds"] = Ids(), ["workflowDefinitionHandle"] = new JsonObject { ["definitionVersionId"] = "x" },
            ["activityHandle"] = new JsonObject { ["activityId"] = "x" }, ["consumerId"] = "x", ["isSystem"] = false,
        };
    }

    private static string ValueIn(string field)
    {
        var match = Value().Match(field);
        return match.Success ? WebUtility.HtmlDecode(match.Groups[1].Value) : "";
    }

    private static readonly IFormatProvider Invariant = System.Globalization.CultureInfo.InvariantCulture;

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("<(?:input|select|textarea|button)[^>]*?name=\"([^\"]*)\"[^>]*>")]
    private static partial Regex Field();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex Value();
}
