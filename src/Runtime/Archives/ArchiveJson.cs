using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Procedures.Expressions;
using Procedures.Journal;

namespace Procedures.Runtime;

/// <summary>Archives as JSON.</summary>
public static class ArchiveJson
{
    private const int Format = 1;

    public static JsonObject Write(ProcedureArchive archive) => new()
    {
        ["format"] = Format, ["definition"] = JsonNode.Parse(archive.Definition),
        ["state"] = JsonNode.Parse(archive.State),
        ["journal"] = new JsonArray([.. archive.Journal.Select(Write)]),
    };

    /// <summary>Reads an archive; null when the JSON is none of this program's format.</summary>
    public static ProcedureArchive? Read(JsonNode? json)
    {
        try
        {
            if (json is not JsonObject archive || (int?)archive["format"] != Format) return null;
            return new ProcedureArchive(
                archive["definition"]!.ToJsonString(), archive["state"]!.ToJsonString(),
                [.. archive["journal"]!.AsArray().Select(entry => Read(entry!.AsObject()))]);
        }
        catch (Exception problem)
            when (problem is NullReferenceException or InvalidOperationException or FormatException or JsonException)
        {
            return null;
        }
    }

    private static JsonNode Write(JournalEntry entry) => new JsonObject
    {
        ["number"] = entry.Number, ["step"] = entry.Step,
        ["at"] = entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), ["event"] = entry.Event,
        ["activityId"] = entry.ActivityId, ["nodeId"] = entry.NodeId, ["activation"] = entry.Activation,
        ["actor"] = entry.Actor, ["english"] = entry.Sentence.English, ["french"] = entry.Sentence.French,
        ["data"] = entry.Data.IsNothing ? null : JsonNode.Parse(ValueJson.ToJson(entry.Data)), ["hash"] = entry.Hash,
    };

    private static JournalEntry Read(JsonObject json) => new(
        (long)json["number"]!, (int)json["step"]!,
        DateTimeOffset.Parse((string)json["at"]!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        (string)json["event"]!, (string?)json["activityId"], (string?)json["nodeId"], (int?)json["activation"],
        (string)json["actor"]!, new Bilingual((string)json["english"]!, (string)json["french"]!),
        json["data"] is { } data ? ValueJson.FromNode(data) : Value.Undefined)
    {
        Hash = (string)json["hash"]!,
    };
}
