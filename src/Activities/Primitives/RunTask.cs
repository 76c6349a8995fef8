using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.Primitives;

/// <summary>Elsa's RunTask: asks an outside program to do a task and waits for its report.</summary>
public sealed class RunTask : ActivityType
{
    private static readonly InputDeclaration TaskName = new(
        "TaskName", "String", ("Task name", "Nom de la tâche"), ("The task to do.", "La tâche à accomplir."));
    private static readonly InputDeclaration Payload = new(
        "Payload", "ObjectDictionary", ("Payload", "Contenu"),
        ("What the outside program needs to know.", "Ce que le programme extérieur doit savoir."))
    {
        Hint = UiHint.Dictionary, DefaultSyntax = "Object",
    };
    private static readonly OutputDeclaration Result = new(
        "Result", "Object", ("Result", "Résultat"), ("What was reported.", "Ce qui a été rapporté."));
    private static readonly OutputDeclaration TaskId = new(
        "TaskId", "String", ("Task ID", "Identifiant de la tâche"),
        ("By this id the result is reported.", "L’identifiant sous lequel le résultat est rapporté."));

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.RunTask", Categories.Primitives, ("Run Task", "Confier une tâche"),
        ("Asks an outside program to do a task.", "Confie une tâche à un programme extérieur."))
    {
        Inputs = [TaskName, Payload], Outputs = [Result, TaskId],
    };

    public override void Start(Activation activation)
    {
        var name = activation.Text(TaskName);
        if (name.Length == 0) throw new ActivityFault((
                "The task has no name.",
                "La tâche n'a pas de nom."));
        var id = $"{activation.Procedure.Id}-{activation.Id}";
        activation.Yield(TaskId, Value.Of(id));
        activation.Wait(new WaitRequest(WaitKind.Report) { Key = id });
        activation.Dispatch(new Dispatch.RunTask(id, name, activation.Input(Payload)));
    }

    public override void Resumed(Activation activation, Wait wait, Value payload)
    {
        activation.Yield(Result, payload);
        activation.Complete();
    }
}
