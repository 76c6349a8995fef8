using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Procedures.Catalog;
using Procedures.Definitions;

namespace Procedures.Execution;

/// <summary>The implicit outermost activity: it holds the definition's variables and ends the procedure.</summary>
internal sealed class WorkflowActivity : ActivityType
{
    public const string TypeName = "Elsa.Workflow";
    public const int ActivationId = 0;
    public const string NodeId = "Workflow1";
    public static readonly WorkflowActivity Type = new();
    private static readonly ConditionalWeakTable<Definition, ActivityNode> Nodes = [];

    public override ActivityDeclaration Declaration { get; } =
        new(TypeName, ("System", "Système"), ("Workflow", "Procédure"), Bilingual.Empty) { IsBrowsable = false };

    public static ActivityNode NodeOf(Definition definition) => Nodes.GetValue(definition, d => new ActivityNode
    {
        Id = NodeId, NodeId = NodeId, Type = TypeName, Place = "$", Children = [d.Root], DisplayText = d.Name,
        Variables = d.Variables,
    });

    public override void Start(Activation activation) => activation.Schedule(activation.Node.Children[0]);

    public override void ChildCompleted(Activation activation, Activation child, Outcomes outcomes) =>
        activation.FinishProcedure(outcomes);
}
