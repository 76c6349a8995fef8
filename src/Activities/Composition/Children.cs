using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.Composition;

/// <summary>What the activities that open child procedures have in common.</summary>
internal static class Children
{
    public const string ParentInput = "ParentInstanceId";

    /// <summary>How many procedures may open one another, each the child of the one before.</summary>
    public const int MostGenerations = 100;

    public static readonly InputDeclaration DefinitionId = new(
        "WorkflowDefinitionId", "String", ("Workflow definition", "Définition"),
        ("The definition to open; its published version is used.", "La définition à ouvrir, dans sa version publiée."))
    {
        Hint = UiHint.DefinitionPicker,
    };

    public static readonly InputDeclaration CorrelationId = new(
        "CorrelationId", "String", ("Correlation ID", "Identifiant de corrélation"),
        ("The correlation id of the child.", "L’identifiant de corrélation de la procédure fille."));

    public static readonly InputDeclaration Inputs = new(
        "Input", "ObjectDictionary", ("Input", "Entrées"),
        ("What the child is opened with.", "Ce avec quoi la procédure fille est ouverte."))
    {
        Hint = UiHint.Dictionary, DefaultSyntax = "Object",
    };

    public static readonly InputDeclaration WaitForCompletion = new(
        "WaitForCompletion", "Boolean", ("Wait for completion", "Attendre l’achèvement"),
        ("Whether to go on only when the child has ended.", "S’il faut attendre la fin de la procédure fille."))
    {
        Hint = UiHint.Checkbox, Default = Value.False,
    };

    public static readonly InputDeclaration StartNewTrace = new(
        "StartNewTrace", "Boolean", ("Start new trace", "Nouvelle trace"),
        ("Without effect here.", "Sans effet ici."))
    {
        Hint = UiHint.Checkbox, Default = Value.False,
    };

    public static readonly InputDeclaration ChannelName = new(
        "ChannelName", "String", ("Channel", "Canal"), ("Without effect here.", "Sans effet ici."))
    {
        Hint = UiHint.Dropdown,
    };

    public static readonly OutputDeclaration Result = new(
        "Result", "Object", ("Result", "Résultat"),
        ("What the child handed over.", "Ce que la procédure fille a transmis."));

    /// <summary>Opens a child procedure; its report goes to the wait, if there is one.</summary>
    public static void Open(Activation activation, string id, Wait? wait, Value.Map inputs, string? correlationId,
        bool reportsWhenSuspended = false)
    {
        var definition = activation.Text(DefinitionId);
        if (definition.Length == 0) throw new ActivityFault((
                "No definition is chosen.",
                "Aucune définition n'est choisie."));
        if (!activation.IsPublished(definition))
            throw new ActivityFault((
                $"No published definition with the id “{definition}” is found.",
                $"Aucune définition publiée ne porte l'id « {definition} »."));
        RequireGeneration(id);
        activation.Dispatch(new Dispatch.OpenChild(id, definition, new Stimulus.Opened(inputs)
        {
            Actor = activation.Actor,
            CorrelationId = string.IsNullOrEmpty(correlationId) ? null : correlationId,
            Parent = new ParentLink(activation.Procedure.Id, wait?.Id, reportsWhenSuspended),
        }));
    }

    /// <summary>Fails when procedures open one another without end.</summary>
    public static void RequireGeneration(string id)
    {
        // A child's id is its parent's, a point and a number.
        if (id.Count(c => c == '.') > MostGenerations)
            throw new ActivityFault((
                $"More than {MostGenerations} procedures opened one another: an endless recursion.",
                $"Plus de {MostGenerations} procédures se sont ouvertes l'une l'autre : une récursion sans fin."));
    }

    /// <summary>The inputs that the definition gives, and who the parent is.</summary>
    public static Value.Map InputsOf(Activation activation)
    {
        var given = activation.Input(Inputs) switch
        {
            Value.Map map => map,
            { IsNothing: true } => Value.Map.Empty,
            Value.Text { Content: var text } when string.IsNullOrWhiteSpace(text) => Value.Map.Empty,
            _ => throw new ActivityFault((
                "The input of a child procedure must be an object.",
                "L'entrée d'une procédure fille doit être un objet.")),
        };
        return given.With(ParentInput, Value.Of(activation.Procedure.Id));
    }

    /// <summary>Fails when the report says that the child could not be opened.</summary>
    public static void RequireOpened(Value payload)
    {
        if (Report(payload, "problem").AsText is { } problem)
            throw new ActivityFault((problem, Report(payload, "problemFr").AsText ?? problem));
    }

    public static Value Report(Value payload, string member) =>
        payload is Value.Map map ? map[member] : Value.Undefined;
}
