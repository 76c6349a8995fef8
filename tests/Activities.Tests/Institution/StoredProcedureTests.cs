using Procedures.Activities;
using Procedures.Activities.ControlFlow;
using Procedures.Catalog;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Tests.Steps;

public sealed class StoredProcedureTests
{
    // As Studio saves it: literals are texts, lists and maps are JSON texts, the ballot's number is a script.
    private const string Json = """
        {
          "id": "v1", "definitionId": "election", "name": "Election", "version": 1,
          "variables": [
            { "id": "c", "name": "Candidates", "typeName": "Object", "value": null },
            { "id": "n", "name": "Ballot", "typeName": "Int32", "value": "1" },
            { "id": "e", "name": "Elected", "typeName": "String", "value": null }
          ],
          "inputs": [], "outputs": [], "outcomes": [], "customProperties": {}, "options": {},
          "root": {
            "id": "f", "type": "Elsa.Flowchart", "version": 1,
            "activities": [
              { "id": "list", "type": "Procedures.Submission", "version": 1,
                "step": { "typeName": "String", "expression": { "type": "Literal", "value": "P1.07" } },
                "title": { "typeName": "String", "expression": { "type": "Literal", "value": "List of candidates" } },
                "deadline": { "typeName": "String", "expression": { "type": "Literal", "value": "nlt 2026-04-01" } },
                "onExpiry": { "typeName": "String", "expression": { "type": "Literal", "value": "Branch" } },
                "confidential": { "typeName": "Boolean", "expression": { "type": "Literal", "value": "True" } },
                "outcomes": { "typeName": "String[]", "expression": { "type": "Object", "value": "[\"Submitted\"]" } },
                "form": { "typeName": "Object", "expression": { "type": "Literal",
                  "value": "[{\"name\": \"names\", \"type\": \"list\", \"minItems\": 3, \"maxItems\": 3, \"required\": true}]" } },
                "keep": { "typeName": "ObjectDictionary", "expression": { "type": "Object", "value": "{\"names\": \"Candidates\"}" } } },
              { "id": "ballot", "type": "Procedures.BallotRound", "version": 1,
                "candidates": { "typeName": "Object", "expression": { "type": "JavaScript", "value": "getVariable('Candidates')" } },
                "ballot": { "typeName": "Int32", "expression": { "type": "Literal", "value": "2" } },
                "elected": { "typeName": "String", "memoryReference": { "id": "e" } } },
              { "id": "escalate", "type": "Procedures.Letter", "version": 1,
                "to": { "typeName": "String[]", "expression": { "type": "Object", "value": "[\"PRES\"]" } },
                "subject": { "typeName": "String", "expression": { "type": "Literal", "value": "No list" } } },
              { "id": "result", "type": "Procedures.Letter", "version": 1,
                "to": { "typeName": "String[]", "expression": { "type": "Object", "value": "[\"SGA\"]" } },
                "subject": { "typeName": "String", "expression": { "type": "Literal", "value": "Elected: {Elected}" } } }
            ],
            "connections": [
              { "source": { "activity": "list", "port": "Submitted" }, "target": { "activity": "ballot" } },
              { "source": { "activity": "list", "port": "Expired" }, "target": { "activity": "escalate" } },
              { "source": { "activity": "ballot", "port": "NextBallot" }, "target": { "activity": "ballot" } },
              { "source": { "activity": "ballot", "port": "Elected" }, "target": { "activity": "result" } }
            ]
          }
        }
        """;

    private static readonly ActivityCatalog Catalog = new([new Flowchart(), .. InstitutionActivities.All]);
    private static readonly Engine Engine =
        new(Catalog, new Institution(Calendar.Empty, Bodies.ByCode, new Dictionary<string, Bilingual>()));

    private static Definition Definition()
    {
        var reading = new DefinitionReader(Catalog).Read(Json);
        Assert.Empty(reading.Findings);
        return reading.Definition!;
    }

    /// <summary>One step, after which the procedure is written to JSON and read back.</summary>
    private static (Procedure After, Step Step) Advance(Procedure procedure, Stimulus stimulus,
        DateTimeOffset? at = null)
    {
        var step = Engine.Advance(procedure, stimulus, at ?? Office.Start);
        Assert.Null(step.Refusal);
        var json = new ProcedureJson(_ => procedure.Definition);
        return (json.Read(json.Write(step.After)), step);
    }

    private static Value Votes(int a, int b) => Value.MapOf(
        ("Ana Tamm", Value.Of(a)), ("Jaan Mets", Value.Of(b)), ("Liis Kask", Value.Of(0)));

    [Fact]
    public void A_procedure_that_is_stored_after_every_step_goes_on_as_if_it_had_not_been()
    {
        var definition = Definition();
        var (procedure, _) =
            Advance(Procedure.Draft("p", definition), new Stimulus.Opened(Value.MapOf(("State", Value.Of("EE")))));
        var assignment = procedure.Waits[0].Assignment!;
        Assert.Equal(("GOV(EE)", "List of candidates"), (assignment.Body, assignment.PublicTitle!.English));
        (procedure, _) = Advance(procedure, new Stimulus.TaskCompleted(procedure.Waits[0].Id, "Submitted",
            Value.MapOf(("names", Value.Of("Jaan Mets\nAna Tamm\nLiis Kask")))));
        (procedure, _) = Advance(procedure,
            new Stimulus.TaskCompleted(procedure.Waits[0].Id, "Record", Value.MapOf(("votes", Votes(9, 9)))));
        (procedure, var last) = Advance(procedure,
            new Stimulus.TaskCompleted(procedure.Waits[0].Id, "Record", Value.MapOf(("votes", Votes(9, 10)))));
        Assert.Equal(ProcedureStatus.Finished, procedure.Status);
        Assert.Equal("Elected: Jaan Mets", Assert.Single(last.Letters).Subject.English);
    }

    [Fact]
    public void A_day_that_passes_is_left_through_its_own_port()
    {
        var (procedure, _) =
            Advance(Procedure.Draft("p", Definition()), new Stimulus.Opened(Value.MapOf(("State", Value.Of("EE")))));
        var (after, step) =
            Advance(procedure, new Stimulus.TimerDue(procedure.Waits[0].Id), new(2026, 4, 2, 8, 0, 0, TimeSpan.Zero));
        Assert.Equal(ProcedureStatus.Finished, after.Status);
        Assert.Equal("No list", Assert.Single(step.Letters).Subject.English);
    }
}
