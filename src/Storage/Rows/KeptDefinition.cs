using Procedures.Definitions;

namespace Procedures.Storage.Rows;

/// <summary>Definitions as procedures keep them.</summary>
internal static class KeptDefinition
{
    // A later program may compute another hash from the same document; the procedure keeps the one that it was given.
    public static Definition Renamed(Definition definition, string hash) => new()
    {
        Id = definition.Id, DefinitionId = definition.DefinitionId, Version = definition.Version,
        Name = definition.Name, Description = definition.Description, IsLatest = definition.IsLatest,
        IsPublished = definition.IsPublished, Variables = definition.Variables, Inputs = definition.Inputs,
        Outputs = definition.Outputs, Outcomes = definition.Outcomes, Mode = definition.Mode,
        Incidents = definition.Incidents, Activation = definition.Activation, IsActivity = definition.IsActivity,
        CustomProperties = definition.CustomProperties, Root = definition.Root,
        Document = definition.Document, Hash = hash,
    };
}
