using System.Text.Json.Nodes;
using Procedures.Activities;
using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Execution;

namespace Procedures.Soundness;

/// <summary>Every way in which a drawing can be unsound is found, with its place, and a sound one passes.</summary>
public sealed class PublishGateTests
{
    private static readonly ActivityCatalog Catalog = new([.. ElsaActivities.All, .. InstitutionActivities.All]);

    private static readonly (string, string)[] Whole =
    [
        ("step", "P1.01"), ("title", "Open"), ("titleFr", "Ouvrir"), ("deadline", "nlt EO - 2 mo"),
            ("reminders", "R30"),
        ("onExpiry", "Escalate"),
    ];

    private static Sketch Sound(params (string, string)[] task) => Titled(new Sketch()
        .Node("Procedures.AnchorDates", "dates", ("dates", "E | part | partie\nEO = open(E) | opening | ouverture"))
        .Node("Procedures.Task", "task", task.Length == 0 ? Whole : task).Node("Elsa.End", "end")
        .Arrows("dates>task", "task:Done>end"));

    private static Sketch Titled(Sketch sketch)
    {
        sketch.Document["customProperties"]!["title"] = new JsonObject { ["en"] = "A", ["fr"] = "B" };
        return sketch;
    }

    private static (string, string)[] But(string member, string value) =>
        [.. Whole.Where(x => x.Item1 != member), .. value.Length == 0 ? [] : new[] { (member, value) }];

    private static Finding[] Examine(Sketch sketch, bool strict = true, Func<string, Definition?>? children = null) =>
        [.. new PublishGate(Catalog) { IsStrict = strict, Children = children }.Examine(sketch.Read(Catalog))];

    private static void Finds(Sketch sketch, string activity, string words,
        FindingSeverity severity = FindingSeverity.Error)
    {
        var found = Examine(sketch);
        Assert.True(found.Any(f => f.ActivityId == activity && f.Severity == severity
                && f.Message.English.Contains(words, StringComparison.Ordinal)),
            $"Nothing says “{words}” of {activity}: {string.Join(" / ", found.Select(f => f.ToString()))}");
        Assert.All(found, f => Assert.NotEqual("", f.Message.French));
    }

    [Fact]
    public void A_sound_definition_passes()
    {
        var outcome = Sound([.. Whole, ("outcomes", "[\"Done\"]")]).With(_ => { });
        Assert.DoesNotContain(Examine(outcome), f => f.Severity == FindingSeverity.Error);
    }

    private static Sketch Loose(string? reason) => Titled(new Sketch()
        .Node("Procedures.AnchorDates", "dates", ("dates", "E | part | partie\nEO = open(E) | opening | ouverture"))
        .Node("Procedures.Task", "task", [.. Whole, ("outcomes", "[\"Done\", \"Left\"]")])
        .With(json => json["customProperties"]!["endsHere"] = reason is null ? null : JsonNode.Parse(reason))
        .Node("Elsa.End", "end").Arrows("dates>task", "task:Done>end"));

    [Fact]
    public void An_outcome_that_leads_nowhere_is_found_unless_the_drawing_says_why()
    {
        Finds(Loose(null), "task", "Nothing follows the outcome “Left”", FindingSeverity.Warning);
        Finds(Loose("{\"Left\": \" \"}"), "task", "Nothing follows the outcome “Left”", FindingSeverity.Warning);
        Assert.DoesNotContain(Examine(Loose("{\"Left\": \"The seat stays empty.\"}")),
            f => f.Message.English.Contains("Left", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Done")]
    [InlineData("Gone")]
    public void A_reason_for_ending_that_contradicts_the_drawing_is_found(string port) =>
        Finds(Loose($$"""{"Left": "Why not.", "{{port}}": "Because."}"""), "task", $"“{port}” ends there",
            FindingSeverity.Warning);

    private static Finding[] Replacing(Sketch before, Sketch now) =>
        [.. new PublishGate(Catalog) { Replaced = before.Read(Catalog) }.Examine(now.Read(Catalog))
            .Where(f => f.Message.English.Contains("law", StringComparison.Ordinal))];

    private static Sketch RuledBy(Sketch sketch, string ruleSet)
    {
        sketch.Document["customProperties"]!["ruleSet"] = ruleSet;
        return sketch;
    }

    [Theory]
    [InlineData("deadline", "nlt EO - 1 mo", "Deadline is law")]
    [InlineData("onExpiry", "Lapse", "OnExpiry is law")]
    [InlineData("basis", "Default", "Basis is law")]
    public void What_the_law_says_of_a_step_is_not_changed_silently(string member, string value, string words)
    {
        (string, string)[] law =
            [.. Whole, ("basis", "Law"), ("legalSource", "Article 22"), ("legalSourceFr", "article 22")];
        (string, string)[] changed = [.. law.Where(x => x.Item1 != member), (member, value)];
        var finding = Assert.Single(Replacing(Sound(law), Sound(changed)));
        Assert.Equal((FindingSeverity.Error, "task"), (finding.Severity, finding.ActivityId));
        Assert.Contains(words, finding.Message.English, StringComparison.Ordinal);

        Assert.Empty(Replacing(Sound(law),
            Sound([.. changed, ("deviation", "Decision of 1 May"), ("deviationFr", "Décision du 1er mai")])));
        Assert.Empty(Replacing(RuledBy(Sound(law), "P1/2023-01"), RuledBy(Sound(changed), "P1/2026-04")));
        Assert.Empty(Replacing(Sound(law), Sound([.. law.Where(x => x.Item1 != "reminders"), ("reminders", "R60")])));
    }

    [Fact]
    public void Of_a_step_of_law_whose_day_is_our_default_the_day_may_be_changed_and_the_body_may_not()
    {
        (string, string)[] law =
            [.. Whole, ("basis", "Law"), ("legalSource", "Article 22; offset: our default"),
                ("legalSourceFr", "article 22 ; décalage : choix par défaut")];
        Assert.Empty(
            Replacing(Sound(law), Sound([.. law.Where(x => x.Item1 != "deadline"), ("deadline", "nlt EO - 1 mo")])));
        Assert.Contains("Body", Assert.Single(Replacing(Sound(law), Sound([.. law, ("body", "CDH")]))).Message.English,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_default_may_be_changed_and_a_step_of_law_may_not_vanish()
    {
        Assert.Empty(Replacing(Sound([.. Whole, ("basis", "Default")]),
            Sound([.. But("deadline", "nlt EO - 1 mo"), ("basis", "Default")])));
        var without = Titled(new Sketch().Node("Elsa.End", "end"));
        Assert.Contains("is gone",
            Assert.Single(Replacing(Sound([.. Whole, ("basis", "Law")]), without)).Message.English,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Our_own_definitions_pass_the_strict_gate()
    {
        var own = new OwnDefinitions();
        var gate = new PublishGate(own.Catalog) { IsStrict = true, Children = own.Find };
        foreach (var id in OwnDefinitions.All)
            Assert.DoesNotContain(gate.Examine(own.Find(id)!), f => f.Severity == FindingSeverity.Error);
    }

    [Fact]
    public void A_missing_legal_source_is_an_error_only_when_the_gate_is_strict()
    {
        var sketch = Sound().With(end => ((JsonObject)end["customProperties"]!).Remove("legalSource"));
        Finds(sketch, "end", "legal source");
        Assert.Contains(Examine(sketch, strict: false), f =>
            f is { ActivityId: "end", Severity: FindingSeverity.Warning });
    }

    [Fact]
    public void An_activity_that_nothing_leads_to_is_found() =>
        Finds(Sound().Node("Elsa.WriteLine", "island").Node("Elsa.WriteLine", "beach")
            .Arrows("island>beach"), "beach", "No way leads from the start");

    [Fact]
    public void A_loop_that_jumps_into_the_middle_is_found() =>
        Finds(new Sketch().Node("Elsa.FlowDecision", "start").Node("Elsa.WriteLine", "a").Node("Elsa.FlowDecision", "b")
            .Node("Elsa.End", "end")
            .Arrows("start:True>a", "start:False>b", "a>b", "b:True>end", "b:False>a"), "b", "does not pass there");

    [Fact]
    public void The_same_loop_is_fine_in_a_token_based_flowchart()
    {
        var sketch = new Sketch().TokenBased().Node("Elsa.FlowDecision", "start").Node("Elsa.WriteLine", "a")
            .Node("Elsa.FlowDecision", "b").Node("Elsa.End", "end")
            .Arrows("start:True>a", "start:False>b", "a>b", "b:True>end", "b:False>a");
        Assert.DoesNotContain(Examine(sketch), f => f.Message.English.Contains("leads back", StringComparison.Ordinal));
    }

    [Fact]
    public void A_circle_without_a_way_out_is_found() =>
        Finds(new Sketch().Node("Elsa.WriteLine", "a").Node("Elsa.WriteLine", "b")
            .Arrows("a>b", "b>a"), "a", "to an end of the procedure");

    [Fact]
    public void An_outcome_that_leads_nowhere_is_worth_a_look() =>
        Finds(Sound([.. Whole, ("outcomes", "[\"Done\", \"Refused\"]")]), "task",
            "Nothing follows the outcome “Refused”", FindingSeverity.Warning);

    [Theory]
    [InlineData("deadline", "", "has no deadline")]
    [InlineData("deadline", "nlt EO -", "cannot be read")]
    [InlineData("deadline", "nlt XX - 1 d", "counts from XX")]
    [InlineData("deadline", "within 2 w of P9.99.completed", "counts from P9.99.completed")]
    [InlineData("reminders", "R99", "no reminder profile “R99”")]
    [InlineData("onExpiry", "Explode", "not what can happen on expiry")]
    [InlineData("onExpiry", "Branch", "left through “Expired”")]
    [InlineData("onExpiry", "Lapse", "left through “Lapsed”")]
    [InlineData("titleFr", "", "has Title but no TitleFr")]
    [InlineData("title", "", "has TitleFr but no Title")]
    public void What_a_task_lacks_is_found(string member, string value, string words) =>
        Finds(Sound(But(member, value)), "task", words);

    [Fact]
    public void A_deadline_may_count_from_another_step() =>
        Assert.DoesNotContain(Examine(Sound(But("deadline", "within 2 w of P1.01.opened"))),
            f => f.Message.English.Contains("counts from", StringComparison.Ordinal));

    [Theory]
    [InlineData("EO = open(E", "cannot be read")]
    [InlineData("EO = open(E) | a | b", "counts from E")]
    public void A_sheet_that_cannot_be_computed_is_found(string sheet, string words) =>
        Finds(Titled(new Sketch().Node("Procedures.AnchorDates", "dates", ("dates", sheet))), "dates", words);

    [Fact]
    public void A_definition_of_sixty_activities_is_too_large()
    {
        var sketch = new Sketch();
        for (var i = 0; i < 60; i++) sketch.Node("Elsa.WriteLine", $"n{i}");
        for (var i = 0; i < 59; i++) sketch.Arrows($"n{i}>n{i + 1}");
        Assert.Contains(Examine(sketch), f => f.Message.English.Contains("60 activities", StringComparison.Ordinal));
    }

    [Fact]
    public void Activities_that_lie_upon_each_other_are_found() =>
        Finds(Sound().With(end => end["metadata"]!["designer"]!["position"]!["x"] = 310), "end", "lies upon");

    [Fact]
    public void Activities_without_a_place_are_found() =>
        Finds(Sound().With(end => end["metadata"] = new JsonObject()), "end", "no place on the canvas");

    [Theory]
    [InlineData("Variable", "{\"id\": \"v9\", \"name\": \"Nine\"}", "uses the variable v9")]
    [InlineData("Input", "{\"name\": \"Nine\"}", "reads the input Nine")]
    public void A_variable_or_input_that_does_not_exist_is_found(string kind, string value, string words) =>
        Finds(new Sketch().Node("Elsa.WriteLine", "a").With(a => a["text"] = Sketch.Literal(value, kind)), "a", words);

    [Fact]
    public void A_name_that_only_a_script_uses_is_worth_a_look() =>
        Finds(new Sketch().Node("Elsa.WriteLine", "a")
            .With(a => a["text"] = Sketch.Literal("variables.Nine", "JavaScript")), "a",
            "uses the variable Nine", FindingSeverity.Warning);

    [Fact]
    public void A_child_definition_must_exist_when_somebody_can_tell()
    {
        var sketch = new Sketch().Node("Elsa.ExecuteWorkflow", "child", ("workflowDefinitionId", "ballot"));
        Assert.Contains(Examine(sketch, children: _ => null), f =>
            f.Message.English.Contains("opens the definition ballot", StringComparison.Ordinal));
        Assert.DoesNotContain(Examine(sketch), f =>
            f.Message.English.Contains("ballot, which", StringComparison.Ordinal));
    }
}
