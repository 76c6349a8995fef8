using Procedures.Activities.Primitives;
using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Execution;

namespace Procedures.Activities.Scheduling;

/// <summary>Elsa's Cron: starts procedures at each occurrence; inside a procedure it waits for the next one.</summary>
public sealed class Cron : ActivityType
{
    private static readonly InputDeclaration Expression = new(
        "CronExpression", "String", ("Cron expression", "Expression cron"),
        ("Minute hour day month weekday, in UTC; seconds may stand first.",
            "Minute heure jour mois jour-de-semaine, en UTC ; les secondes peuvent précéder."));

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.Cron", Categories.Scheduling, ("Cron", "Cron"),
        ("Starts procedures at moments that an expression names, or waits for the next one.",
            "Ouvre des procédures aux moments que désigne une expression, ou attend le prochain."))
    {
        Kind = ActivityKind.Trigger, Inputs = [Expression],
    };

    public override void Start(Activation activation)
    {
        if (Trigger.HasFired(activation)) activation.Complete();
        else Until.WaitOrComplete(activation, NextOf(activation.Text(Expression), activation.Now));
    }

    public override DateTimeOffset? NextStart(ActivityNode node, DateTimeOffset after, DateTimeOffset? previous) =>
        NextOf(Starts.TextOf(node, Expression), after);

    private static DateTimeOffset NextOf(string text, DateTimeOffset after)
    {
        try
        {
            return CronExpression.Parse(text).Next(after)
                ?? throw new ActivityFault((
                $"The cron expression “{text}” names no moment to come.",
                $"L'expression cron « {text} » ne désigne aucun moment à venir."));
        }
        catch (CronSyntaxException error)
        {
            throw new ActivityFault((
                $"The cron expression “{text}” cannot be read: {error.Text.English}",
                $"L'expression cron « {text} » ne peut être lue : {error.Text.French}"), error);
        }
    }
}
