using Procedures.Catalog;

namespace Procedures.Definitions;

/// <summary>Elsa's own activity types as far as these tests draw them: declarations without behaviour.</summary>
internal static class FakeCatalog
{
    public static readonly ActivityCatalog Elsa = new(Declarations().Select(d => new FakeActivity(d)));

    public static readonly DefinitionReader Reader = new(Elsa);

    private static IEnumerable<ActivityDeclaration> Declarations() =>
        Flow().Concat(Branching()).Concat(Looping()).Concat(Primitives()).Concat(Waiting());

    private static IEnumerable<ActivityDeclaration> Flow() =>
    [
        Type("Flowchart") with { IsContainer = true, Ports = [Embedded("Start")] },
        Type("Sequence") with { IsContainer = true },
        Type("Parallel") with { IsContainer = true },
        Type("Fork", Raw("JoinMode", "String")) with { IsContainer = true },
        Type("Start") with { IsStart = true },
        Type("End") with { IsTerminal = true },
        Type("Break") with { IsTerminal = true },
        Type("Complete", Input("Outcomes", "Object")) with { IsTerminal = true },
    ];

    private static IEnumerable<ActivityDeclaration> Branching() =>
    [
        Type("FlowDecision", Input("Condition", "Boolean")) with { Ports = [Outcome("True"), Outcome("False")] },
        Type("FlowSwitch", Raw("Cases", "Object") with { Hint = UiHint.FlowSwitchEditor }, Input("Mode", "String")),
        Type("Switch", Raw("Cases", "Object") with { Hint = UiHint.SwitchEditor }, Input("Mode", "String"))
            with { Ports = [Embedded("Default")] },
        Type("FlowFork", Input("Branches", "String[]") with { Hint = UiHint.DynamicOutcomes }),
        Type("FlowJoin", Input("Mode", "FlowJoinMode")),
        Type("If", Input("Condition", "Boolean"))
            with { Ports = [Embedded("Then"), Embedded("Else"), Outcome("Done")], Outputs = [Output("Result")] },
    ];

    private static IEnumerable<ActivityDeclaration> Looping() =>
    [
        Type("While", Input("Condition", "Boolean")) with { Ports = [Embedded("Body")] },
        Type("ForEach", Input("Items", "Object"))
            with { Ports = [Embedded("Body")], Outputs = [Output("CurrentValue")] },
        Type("For", Input("Start", "Int32"), Input("End", "Int32"), Input("Step", "Int32"),
            Input("OuterBoundInclusive", "Boolean")) with { Ports = [Embedded("Body")] },
    ];

    private static IEnumerable<ActivityDeclaration> Primitives() =>
    [
        Type("WriteLine", Input("Text", "String")),
        Type("SetVariable", Raw("Variable", "Object") with { Hint = UiHint.VariablePicker }, Input("Value", "Object")),
        Type("SetOutput", Input("OutputName", "String"), Input("OutputValue", "Object")),
        Type("RunJavaScript", Input("Script", "String"),
            Input("PossibleOutcomes", "String[]") with { Hint = UiHint.DynamicOutcomes }),
        Type("DispatchWorkflow", Input("WorkflowDefinitionId", "String"), Input("Input", "ObjectDictionary"),
            Input("WaitForCompletion", "Boolean")) with { Outputs = [Output("Result")] },
        Type("BulkDispatchWorkflows", Input("WorkflowDefinitionId", "String"), Input("Items", "Object")) with
        {
            Ports = [Outcome("Completed"), Outcome("Done"), Embedded("ChildCompleted"), Embedded("ChildFaulted")],
        },
    ];

    private static IEnumerable<ActivityDeclaration> Waiting() =>
    [
        Type("Delay", Input("TimeSpan", "TimeSpan")),
        Type("StartAt", Input("DateTime", "DateTimeOffset")) with { Kind = ActivityKind.Trigger },
        Type("Event", Input("EventName", "String")) with { Kind = ActivityKind.Trigger, Outputs = [Output("Result")] },
        Type("RunTask", Input("TaskName", "String"), Input("Payload", "ObjectDictionary"))
            with { Outputs = [Output("Result"), Output("TaskId")] },
        Type("HttpEndpoint", Input("Path", "String"), Input("SupportedMethods", "String[]"),
            Raw("ExposeFileTooLargeOutcome", "Boolean")) with { Kind = ActivityKind.Trigger },
    ];

    private static ActivityDeclaration Type(string name, params InputDeclaration[] inputs) =>
        new("Elsa." + name, ("Tests", "Essais"), (name, name), Bilingual.Empty) { Inputs = [.. inputs] };

    private static InputDeclaration Input(string name, string type) => new(name, type, (name, name), Bilingual.Empty);

    private static InputDeclaration Raw(string name, string type) => Input(name, type) with { IsWrapped = false };

    private static OutputDeclaration Output(string name) => new(name, "Object", (name, name), Bilingual.Empty);

    private static PortDeclaration Embedded(string name) => new(name, (name, name), IsEmbedded: true);

    private static PortDeclaration Outcome(string name) => new(name, (name, name));
}
