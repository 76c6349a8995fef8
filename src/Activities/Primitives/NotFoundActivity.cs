using System.Text.Json;
using Procedures.Catalog;
using Procedures.Execution;

namespace Procedures.Activities.Primitives;

/// <summary>Stands in a served definition for an activity whose type is not known, and keeps its JSON.</summary>
public sealed class NotFoundActivity : ActivityType
{
    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.NotFoundActivity", Categories.System, ("Not found", "Introuvable"),
        ("Keeps the place of an activity whose type is not known.", "Tient la place d’une activité de type inconnu."))
    {
        IsBrowsable = false,
    };

    /// <summary>Fails: what is not known cannot be run.</summary>
    public override void Start(Activation activation)
    {
        var type = activation.Node.Json.ValueKind == JsonValueKind.Object
            && activation.Node.Json.TryGetProperty("missingTypeName", out var name) ? name.ToString() : "?";
        throw new ActivityFault((
                $"The activity type {type} is not known here.",
                $"Le type d'activité {type} est inconnu ici."));
    }
}
