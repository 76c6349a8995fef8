using System.Collections.Immutable;
using Procedures.Activities.Composition;
using Procedures.Activities.Console;
using Procedures.Activities.ControlFlow;
using Procedures.Activities.Primitives;
using Procedures.Activities.Refused;
using Procedures.Activities.Scheduling;
using Procedures.Catalog;
using Procedures.Execution;

namespace Procedures.Activities;

/// <summary>Elsa 3.8's own activity types: those that run here, and those that are known but refused.</summary>
public static class ElsaActivities
{
    /// <summary>The types that run with Elsa's semantics.</summary>
    public static ImmutableArray<ActivityType> Running { get; } =
    [
        new Flowchart(), new StartPoint(), new EndPoint(), new FlowNode(),
        new FlowDecision(), new FlowSwitch(), new FlowFork(), new FlowJoin(),
        new If(), new Switch(), new Sequence(), new ControlFlow.Parallel(), new Fork(),
        new For(), new ForEach(), new ParallelForEach(), new While(), new Break(),
        new SetVariable(), new SetName(), new Correlate(), new Finish(), new Fault(),
        new Event(), new PublishEvent(), new RunTask(), new RunJavaScript(), new NotFoundActivity(),
        new Complete(), new SetOutput(), new DispatchWorkflow(), new ExecuteWorkflow(), new BulkDispatchWorkflows(),
        new DefinitionActivity(),
        new Delay(), new Scheduling.Timer(), new StartAt(), new Cron(),
        new WriteLine(),
    ];

    /// <summary>All types: running and refused.</summary>
    public static ImmutableArray<ActivityType> All { get; } = [.. Running, .. RefusedActivities.All];

    /// <summary>A catalog of Elsa's types alone.</summary>
    public static ActivityCatalog Catalog { get; } = new(All);
}
