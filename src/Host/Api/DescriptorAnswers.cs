using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Procedures.Activities.Descriptors;
using Procedures.Catalog;

namespace Procedures.Api;

/// <summary>What Studio asks about activities, types and strategies before it can draw anything.</summary>
/// <remarks>Studio asks for all activities again after every save: the answers are written once.</remarks>
internal sealed class DescriptorAnswers(ActivityCatalog catalog, DefinitionActivities definitions)
{
    // By language: what the definitions among them were, and the answer.
    private readonly ConcurrentDictionary<Language, (string Of, string Answer)> _activities = new();

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/descriptors/activities", (Delegate)(async (HttpContext context) =>
            ApiJson.Text(await ActivitiesAsync(Caller.Of(context).Language, context.RequestAborted))));
        api.MapPost("/descriptors/activities/{type}/options/{property}",
            () => ApiJson.Ok(new JsonObject { ["items"] = new JsonObject() }));
        foreach (var (path, items) in Lists)
            api.MapGet(path, (HttpContext context) => ApiJson.List(items(Caller.Of(context).Language)));
        api.MapGet("/features/installed/{name}", (string name, HttpContext context) =>
            Features(Caller.Of(context).Language).FirstOrDefault(f => (string?)f["fullName"] == name) is { } feature
                ? ApiJson.Ok(feature) : ApiJson.NotFound((
            "There is no such feature.", "Il n'y a pas de telle fonctionnalité.")));
        api.MapGet("/package/version", () => ApiJson.Ok(new JsonObject { ["packageVersion"] = "3.8.2" }));
        api.MapPost("/scripting/javascript/type-definitions/{definitionId}",
            () => Results.Text("", "application/x-typescript"));
    }

    private async Task<string> ActivitiesAsync(Language language, CancellationToken cancel)
    {
        var usable = await definitions.AllAsync(cancel);
        var of = string.Join('\n', usable.Select(u => $"{u.Row.Id} {u.Row.Hash} {u.Published?.Id}"));
        if (_activities.TryGetValue(language, out var known) && known.Of == of) return known.Answer;
        var answer = DescriptorJson.WriteAll(catalog, language, usable.Select(u => DefinitionDescriptor.Write(
            u.Definition, (u.Row.Id, u.Row.Version), u.Published is { } p ? (p.Id, p.Version) : null, language)));
        _activities[language] = (of, answer);
        return answer;
    }

    private static readonly (string Path, Func<Language, IEnumerable<JsonNode>> Items)[] Lists =
    [
        ("/descriptors/expression-descriptors", ExpressionKinds),
        ("/descriptors/variables", VariableTypes),
        ("/descriptors/storage-drivers", StorageDrivers),
        ("/descriptors/workflow-activation-strategies", Activations),
        ("/descriptors/incident-strategies", Incidents),
        ("/descriptors/log-persistence-strategies", None),
        ("/descriptors/commit-strategies/workflows", None),
        ("/descriptors/commit-strategies/activities", None),
        ("/descriptors/output-converters", None),
        ("/features/installed", Features),
        ("/workflow-contexts/provider-descriptors", None),
        ("/labels", None),
        ("/secrets", None),
    ];

    private static IEnumerable<JsonNode> None(Language language) => [];

    // The only feature that changes what Studio does here: with it, the viewer opens the hub.
    private static IEnumerable<JsonNode> Features(Language language) =>
    [
        new JsonObject
        {
            ["name"] = "RealTimeWorkflowUpdates", ["namespace"] = "Elsa",
            ["fullName"] = "Elsa.RealTimeWorkflowUpdates",
            ["displayName"] = Say(language, "Live updates", "Mises à jour en direct"),
            ["description"] = Say(language,
                "The viewer moves with the procedure.", "La vue suit la procédure à chaque étape."),
        },
    ];

    private static IEnumerable<JsonNode> ExpressionKinds(Language language) =>
    [
        Expression("Literal", Say(language, "Literal", "Valeur"), isBrowsable: false),
        Expression("Object", Say(language, "Object", "Objet"), isBrowsable: true, "json"),
        Expression("JavaScript", "JavaScript", isBrowsable: true, "javascript"),
        Expression("Variable", "Variable", isBrowsable: true),
        Expression("Input", Say(language, "Input", "Donnée d’entrée"), isBrowsable: true),
    ];

    private static JsonObject Expression(string type, string name, bool isBrowsable, string? code = null) => new()
    {
        ["type"] = type, ["displayName"] = name, ["isSerializable"] = true, ["isBrowsable"] = isBrowsable,
        ["properties"] = code is null ? new JsonObject() : new JsonObject { ["MonacoLanguage"] = code },
    };

    private static readonly Bilingual Primitives = ("Primitives", "Types simples");
    private static readonly Bilingual Time = ("Time", "Temps");

    private static readonly (string Type, Bilingual Name, Bilingual Category, Bilingual Description)[] Types =
    [
        ("Object", ("Object", "Objet"), Primitives, ("Any value.", "Une valeur quelconque.")),
        ("String", ("Text", "Texte"), Primitives, ("A text.", "Un texte.")),
        ("Boolean", ("Yes or no", "Oui ou non"), Primitives, ("True or false.", "Vrai ou faux.")),
        ("Int32", ("Whole number", "Nombre entier"), Primitives, ("A whole number.", "Un nombre entier.")),
        ("Int64", ("Large whole number", "Grand nombre entier"), Primitives,
            ("A whole number of up to 19 digits.", "Un nombre entier de 19 chiffres au plus.")),
        ("Double", ("Number", "Nombre"), Primitives, ("A number with decimals.", "Un nombre à décimales.")),
        ("Decimal", ("Exact number", "Nombre exact"), Primitives,
            ("A number with exact decimals.", "Un nombre aux décimales exactes.")),
        ("DateTime", ("Date and time", "Date et heure"), Time,
            ("A moment without time zone.", "Un moment sans fuseau horaire.")),
        ("DateTimeOffset", ("Moment", "Moment"), Time,
            ("A moment with its offset.", "Un moment avec son décalage horaire.")),
        ("TimeSpan", ("Duration", "Durée"), Time, ("A length of time.", "Une longueur de temps.")),
        ("Guid", ("Guid", "Guid"), Primitives, ("An id.", "Un identifiant.")),
    ];

    private static IEnumerable<JsonNode> VariableTypes(Language language) => Types.Select(t => new JsonObject
    {
        ["typeName"] = t.Type, ["displayName"] = t.Name.In(language), ["category"] = t.Category.In(language),
        ["description"] = t.Description.In(language),
    });

    private static IEnumerable<JsonNode> StorageDrivers(Language language) =>
    [
        new JsonObject
        {
            ["typeName"] = "WorkflowInstanceStorageDriver",
            ["displayName"] = Say(language, "Workflow Instance", "Avec la procédure"), ["priority"] = 10,
            ["deprecated"] = false,
        },
    ];

    // As Elsa writes them, so that a definition keeps its strategy there.
    private static string ActivationType(string name) =>
        $"Elsa.Workflows.Runtime.ActivationValidators.{name}, Elsa.Workflows.Runtime";

    private static IEnumerable<JsonNode> Activations(Language language) =>
    [
        Strategy(null, Say(language, "Always", "Toujours"), Say(language,
            "A procedure can be opened at any time.", "Une procédure peut être ouverte à tout moment.")),
        Strategy(ActivationType("SingletonStrategy"), Say(language, "Singleton", "Une seule à la fois"), Say(language,
            "One running procedure of this definition at a time.",
            "Une seule procédure en cours de cette définition à la fois.")),
        Strategy(ActivationType("CorrelatedSingletonStrategy"),
            Say(language, "Correlated singleton", "Une seule par corrélation"), Say(language,
            "One running procedure of this definition with the same correlation id at a time.",
            "Une seule procédure en cours de cette définition avec le même identifiant de corrélation.")),
        Strategy(ActivationType("CorrelationStrategy"), Say(language, "Correlation", "Corrélation"), Say(language,
            "One running procedure of any definition with the same correlation id at a time.",
            "Une seule procédure en cours, toutes définitions confondues, avec le même identifiant de corrélation.")),
    ];

    private static IEnumerable<JsonNode> Incidents(Language language) =>
    [
        Strategy("FaultStrategy", Say(language, "Fault", "Arrêt"), Say(language,
            "An incident ends the procedure.", "Un incident met fin à la procédure.")),
        Strategy("ContinueWithIncidentsStrategy",
            Say(language, "Continue with incidents", "Continuer malgré l’incident"),
            Say(language,
                "Other branches go on after an incident.", "Les autres branches continuent après un incident.")),
    ];

    private static JsonObject Strategy(string? type, string name, string description) => new()
    {
        ["typeName"] = type ?? "", ["displayName"] = name, ["description"] = description,
    };

    private static string Say(Language language, string english, string french) =>
        language == Language.French ? french : english;
}
