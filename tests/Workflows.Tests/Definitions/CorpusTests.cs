using Procedures.Expressions;

namespace Procedures.Definitions;

public class CorpusTests
{
    [Theory]
    [MemberData(nameof(Corpus.Each), MemberType = typeof(Corpus))]
    public void What_Elsa_exports_is_read_without_a_finding(string name) => Assert.NotNull(Corpus.Read(name));

    [Theory]
    [MemberData(nameof(Corpus.Each), MemberType = typeof(Corpus))]
    public void Node_ids_are_those_that_Studio_computed(string name) =>
        Assert.All(Corpus.Read(name).Nodes, node =>
        {
            if (node.Json.TryGetProperty("nodeId", out var written)) Assert.Equal(written.GetString(), node.NodeId);
        });

    [Fact]
    public void A_flowchart_keeps_activities_connections_and_labels()
    {
        var definition = Corpus.Read("election");
        Assert.Equal(5, definition.Root.Children.Length);
        Assert.Contains(new Connection("ab12", "False", "cd34"), definition.Root.Connections);
        var endpoint = definition.Find("1c8ae0b1cc06383b")!;
        Assert.True(endpoint.CanStartWorkflow);
        Assert.Equal("Liste reçue", endpoint.DisplayText);
        Assert.Equal(Value.Of([Value.Of("POST")]), endpoint.Inputs["supportedMethods"].Literal);
        Assert.Equal((ExpressionKind.Raw, Value.True), KindAndValue(endpoint, "exposeFileTooLargeOutcome"));
        Assert.Equal("Convention, Article 22 § 1", definition.Find("cd34")!.LegalSource);
        Assert.NotNull(definition.Find("ab12")!.Inputs["condition"].Script);
    }

    [Fact]
    public void Embedded_activities_hang_in_their_ports_and_empty_ports_are_absent()
    {
        var definition = Corpus.Read("loops");
        Assert.Equal("w1", definition.Find("if1")!.Ports["then"].Id);
        Assert.DoesNotContain("else", definition.Find("if1")!.Ports.Keys);
        Assert.Equal("Workflow1:sequence1:while1:flow2:w2", definition.Find("w2")!.NodeId);
        Assert.Equal(new OutputBinding("flag1"), definition.Find("if1")!.Outputs["result"]);
        Assert.Equal((ExpressionKind.Literal, Value.Of(1)), KindAndValue(definition.Find("for1")!, "start"));
        Assert.Null(definition.Find("for1")!.StartId);
    }

    [Fact]
    public void Cases_of_switches_become_conditions_and_ports()
    {
        var definition = Corpus.Read("switches");
        Assert.NotNull(definition.Find("fs")!.Inputs["cases[0].condition"].Script);
        Assert.Equal((ExpressionKind.Literal, Value.False), KindAndValue(definition.Find("fs")!, "cases[1].condition"));
        Assert.Equal("casea", definition.Find("sw")!.Ports["cases[0]"].Id);
        Assert.Equal(["cases[0]", "default"], definition.Find("sw")!.Ports.Keys.Order());
        var kept = definition.Find("kept")!;
        Assert.Equal((ExpressionKind.Literal, Value.True), KindAndValue(kept, "cases[0].condition"));
    }

    [Fact]
    public void Forks_and_parallels_hold_their_branches_as_children()
    {
        var root = Corpus.Read("fork").Root;
        Assert.Equal(["left", "par1"], root.Children.Select(c => c.Id));
        Assert.Equal("p1", Assert.Single(root.Children[1].Children).Id);
        Assert.Equal((ExpressionKind.Raw, Value.Of("WaitAny")), KindAndValue(root, "joinMode"));
    }

    [Fact]
    public void A_sequence_has_variables_of_its_own_and_a_picked_variable_is_known_by_its_id()
    {
        var definition = Corpus.Read("sequence");
        Assert.Equal(Value.Of(3), Assert.Single(definition.Root.Variables).Default);
        Assert.Equal("counter1", definition.Find("set1")!.Inputs["variable"].Reference);
        Assert.Equal("counter1", definition.Find("write2")!.Inputs["text"].Reference);
    }

    [Fact]
    public void Inputs_outputs_outcomes_and_the_incident_strategy_are_read()
    {
        var definition = Corpus.Read("inputs-outputs");
        Assert.Equal(["BillNumber", "Urgent", "Deadline", "Chambers"], definition.Inputs.Select(i => i.Name));
        Assert.Equal(Value.Of(30), definition.Inputs[2].Default);
        Assert.Equal("Délai", definition.Inputs[2].Members["displayNameFr"].AsText);
        Assert.Equal(["Adopted", "Rejected"], definition.Outcomes.AsEnumerable());
        Assert.Equal("Date", definition.Outputs[1].DisplayName);
        Assert.Equal(IncidentStrategy.ContinueWithIncidents, definition.Incidents);
        Assert.Equal("BillNumber", definition.Find("out1")!.Inputs["outputValue"].Reference);
    }

    [Fact]
    public void Long_type_names_mean_the_same_as_their_aliases()
    {
        var definition = Corpus.Read("long-names");
        Assert.Equal(
            [Value.Of([Value.Of("x")]), Value.Of(7), Value.Of([Value.Of("y")]), Value.Of("t")],
            definition.Variables.Select(v => v.Default));
        Assert.Equal(IncidentStrategy.ContinueWithIncidents, definition.Incidents);
    }

    [Fact]
    public void Connections_of_earlier_exports_are_read_as_todays()
    {
        var root = Corpus.Read("old-connections").Root;
        Assert.Equal(
            [new Connection("a", "Done", "b"), new Connection("b", "True", "c"), new Connection("b", "False", "a")],
            root.Connections.AsEnumerable());
        Assert.Equal("a", root.StartId);
    }

    [Fact]
    public void A_new_workflow_of_Studio_is_an_empty_flowchart()
    {
        var root = Corpus.Read("studio-empty").Root;
        Assert.Empty(root.Children);
        Assert.Equal("Workflow1:8c1d4f0a2be37715", root.NodeId);
    }

    [Fact]
    public void The_flowchart_mode_and_merge_modes_are_read_by_name_and_by_number()
    {
        var definition = Corpus.Read("token-based");
        Assert.Equal(FlowchartMode.TokenBased, definition.Mode);
        Assert.Equal("s", definition.Root.StartId);
        Assert.Equal(
            [MergeMode.Cascade, MergeMode.Race, MergeMode.Merge], definition.Root.Children.Select(c => c.MergeMode));
    }

    private static (ExpressionKind, Value) KindAndValue(ActivityNode node, string input) =>
        (node.Inputs[input].Kind, node.Inputs[input].Literal);
}
