using System.Text.Json.Nodes;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Tests;

/// <summary>A definition whose first activity fails until the variable Word has a value; then it waits for an event.</summary>
internal static class Frail
{
    public const string DefinitionId = "frail";

    private const string Json = """
        {
          "id": "frail-v1", "definitionId": "frail", "name": "Frail", "version": 1, "isLatest": true, "isPublished": true,
          "variables": [ { "id": "w1", "name": "Word", "typeName": "String", "value": null } ],
          "inputs": [], "outputs": [], "outcomes": [],
          "customProperties": { "Flowchart:ExecutionMode": "TokenBased" },
          "options": { "incidentStrategyType": "ContinueWithIncidentsStrategy" },
          "root": {
            "id": "flow", "type": "Elsa.Flowchart", "version": 1,
            "activities": [
              { "id": "read", "name": "Read1", "type": "Elsa.WriteLine", "version": 1, "text": { "typeName": "String",
                "expression": { "type": "JavaScript", "value": "getVariable('Word').length" } } },
              { "id": "hear", "name": "Hear1", "type": "Elsa.Event", "version": 1, "eventName": { "typeName": "String",
                "expression": { "type": "Literal", "value": "go" } } }
            ],
            "connections": [ { "source": { "activity": "read", "port": "Done" }, "target": { "activity": "hear", "port": "In" } } ]
          }
        }
        """;

    /// <summary>Opens a procedure that stands still on its incident.</summary>
    public static async Task<string> OpenAsync(IProcedureStore store, Conductor conductor, DefinitionReader reader)
    {
        var reading = reader.Read(Json);
        var definition = reading.Definition
            ?? throw new InvalidOperationException(string.Join("; ", reading.Findings.Select(f => f.Message.English)));
        await store.SaveDefinitionAsync(new StoredDefinition
        {
            Id = definition.Id, DefinitionId = DefinitionId, Version = 1, Name = definition.Name, Hash = definition.Hash,
            IsLatest = true, IsPublished = true, CreatedAt = Day, SavedAt = Day, Document = Json,
        });
        var opening = await conductor.OpenAsync(DefinitionId, new OpeningRequest(Value.Map.Empty, "clerk"));
        return opening.ProcedureId ?? throw new InvalidOperationException(opening.Refusal?.English);
    }

    /// <summary>Opens one that its incident has ended, because its definition wishes so; the input Word was missing.</summary>
    public static async Task<string> OpenEndedAsync(Conductor conductor, DefinitionReader reader)
    {
        var json = Json.Replace("ContinueWithIncidentsStrategy", "FaultStrategy", StringComparison.Ordinal)
            .Replace("\"inputs\": []", "\"inputs\": [ { \"name\": \"Word\", \"type\": \"String\" } ]", StringComparison.Ordinal)
            .Replace("getVariable('Word')", "getInput('Word')", StringComparison.Ordinal)
            .Replace("\"frail", "\"frail-ended", StringComparison.Ordinal);
        var opening = await conductor.OpenAsync(reader.Read(json).Definition!, new OpeningRequest(Value.Map.Empty, "clerk"));
        return opening.ProcedureId ?? throw new InvalidOperationException(opening.Refusal?.English);
    }

    /// <summary>Opens one that its incident has ended; the variable Word is missing, as in the first.</summary>
    public static async Task<string> OpenStoppedAsync(Conductor conductor, DefinitionReader reader)
    {
        var json = Json.Replace("ContinueWithIncidentsStrategy", "FaultStrategy", StringComparison.Ordinal)
            .Replace("\"frail", "\"frail-stopped", StringComparison.Ordinal);
        var opening = await conductor.OpenAsync(reader.Read(json).Definition!, new OpeningRequest(Value.Map.Empty, "clerk"));
        return opening.ProcedureId ?? throw new InvalidOperationException(opening.Refusal?.English);
    }

    /// <summary>Saves version 2, in which the first activity does not fail.</summary>
    public static async Task SaveSecondAsync(IProcedureStore store, DefinitionReader reader, bool isPublished)
    {
        var json = Json.Replace("frail-v1", "frail-v2", StringComparison.Ordinal)
            .Replace("\"version\": 1, \"isLatest\"", "\"version\": 2, \"isLatest\"", StringComparison.Ordinal)
            .Replace("getVariable('Word').length", "'mended'", StringComparison.Ordinal);
        var definition = reader.Read(json).Definition!;
        await store.SaveDefinitionAsync(new StoredDefinition
        {
            Id = definition.Id, DefinitionId = DefinitionId, Version = 2, Name = definition.Name, Hash = definition.Hash,
            IsLatest = true, IsPublished = isPublished, CreatedAt = Day, SavedAt = Day, Document = json,
        });
    }

    /// <summary>Puts right what made the first activity fail.</summary>
    public static Task<Step> MendAsync(Conductor conductor, string id) =>
        conductor.SendAsync(id, new Stimulus.VariableSet("Word", Value.Of("four"), "It was missing."));

    private static readonly DateTimeOffset Day = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
}
