using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.Composition;

/// <summary>Elsa's BulkDispatchWorkflows: opens a child procedure for each item of a list.</summary>
public sealed class BulkDispatchWorkflows : ActivityType
{
    private const string ItemData = "item";
    private static readonly PortDeclaration ChildDone =
        new("ChildCompleted", ("Child completed", "Procédure fille achevée"), IsEmbedded: true);
    private static readonly PortDeclaration ChildFault =
        new("ChildFaulted", ("Child faulted", "Procédure fille en échec"), IsEmbedded: true);
    private static readonly InputDeclaration Items = new(
        "Items", "Object", ("Items", "Éléments"),
        ("One child procedure is opened for each.", "Une procédure fille est ouverte pour chacun."))
    {
        Hint = UiHint.MultiLine, DefaultSyntax = "JavaScript",
    };
    private static readonly InputDeclaration ItemKey = new(
        "DefaultItemInputKey", "String", ("Item input key", "Nom de l’entrée"),
        ("The child's input that holds the item, unless the item is an object.",
            "L’entrée de la procédure fille qui contient l’élément, sauf si celui-ci est un objet."))
    {
        Default = Value.Of("Item"),
    };
    private static readonly InputDeclaration CorrelationIdFunction = new(
        "CorrelationIdFunction", "String", ("Correlation ID function", "Fonction de corrélation"),
        ("The correlation id of each child; getItem() is its item.",
            "L’identifiant de corrélation de chaque procédure fille ; getItem() est son élément."))
    {
        IsEvaluatedAtStart = false, DefaultSyntax = "JavaScript",
    };
    private static readonly InputDeclaration WaitForAll = Children.WaitForCompletion with { Default = Value.True };

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.BulkDispatchWorkflows", Categories.Composition,
            ("Bulk Dispatch Workflows", "Ouvrir plusieurs procédures"),
        ("Opens a procedure of another definition for each item of a list.",
            "Ouvre une procédure d’une autre définition pour chaque élément d’une liste."))
    {
        Kind = ActivityKind.Task,
        Inputs =
        [
            Children.DefinitionId, Items, ItemKey, CorrelationIdFunction, Children.Inputs, WaitForAll,
            Children.StartNewTrace, Children.ChannelName,
        ],
        Ports =
        [
            new("Completed", ("Completed", "Achevé")), new("Canceled", ("Canceled", "Annulé")),
            new("Done", ("Done", "Fait")), ChildDone, ChildFault,
        ],
    };

    public override void Start(Activation activation)
    {
        var waits = Plain.Truth(activation.Input(WaitForAll));
        var items = Plain.Items(activation.Input(Items));
        foreach (var item in items) Open(activation, item, waits);
        if (!waits || items.Count == 0) activation.Complete();
    }

    private static void Open(Activation activation, Value item, bool waits)
    {
        var id = activation.NewChildId();
        var request = new WaitRequest(WaitKind.Child) { Key = id, Data = Value.MapOf((ItemData, item)) };
        var wait = waits ? activation.Wait(request) : null;
        var inputs = Children.InputsOf(activation);
        inputs = item is Value.Map members
            ? members.Members.Aggregate(inputs, (map, m) => map.With(m.Key, m.Value))
            : inputs.With(activation.Text(ItemKey), item);
        activation.DeclareVariable("Item", item);
        Children.Open(activation, id, wait, inputs, activation.Text(CorrelationIdFunction));
    }

    public override void Resumed(Activation activation, Wait wait, Value payload)
    {
        Children.RequireOpened(payload);
        var port = Plain.Text(Children.Report(payload, "status")) switch
        {
            nameof(ProcedureStatus.Finished) => ChildDone,
            nameof(ProcedureStatus.Faulted) => ChildFault,
            _ => null,
        };
        if (port is not null && activation.Node.Ports.TryGetValue(port.Member, out var reaction))
            activation.Schedule(reaction, Value.MapOf(
                ("ChildInstanceId", Children.Report(payload, "procedureId")),
                ("WorkflowOutput", Children.Report(payload, "output")), ("Item", wait.Data[ItemData])));
        CompleteWhenAllReported(activation);
    }

    public override void ChildCompleted(Activation activation, Activation child, Outcomes outcomes) =>
        CompleteWhenAllReported(activation);

    private static void CompleteWhenAllReported(Activation activation)
    {
        if (activation.OpenWaits.Any() || activation.HasPendingWork) return;
        if (activation.Children.Any(c => c.Status == ActivationStatus.Faulted)) return;
        activation.Complete("Completed", "Done");
    }
}
