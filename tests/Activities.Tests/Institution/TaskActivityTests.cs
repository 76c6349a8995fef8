using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Tests.Steps;

public sealed class TaskActivityTests
{
    private static Office Open(params (string, object)[] inputs) =>
        new(Office.Node("Task",
            [("Step", "T1"), ("Title", "Check the list"), ("TitleFr", "Vérifier la liste"), .. inputs]));

    [Fact]
    public void A_task_says_who_must_act_what_is_asked_and_until_when()
    {
        var wait = Open(("Body", "CDH"), ("Deadline", "nlt 2026-03-20"), ("Stage", "List"), ("StageFr", "Liste"),
            ("Instructions", "Three names"), ("LegalSource", "Art. 22"), ("LegalSourceFr", "art. 22"),
                ("Basis", "Law"), ("CopyTo", "SGA"),
            ("Documents", """["list", "CVs"]"""), ("DocumentsFr", """["liste", "CV"]"""), ("Outcomes", """["Complete", "NotThree"]"""),
            ("OutcomesFr", """{"NotThree": "Pas trois"}""")).Wait;
        var assignment = wait.Assignment!;
        Assert.Equal(("T1", "CDH", "Law", "SGA"),
            (assignment.Step, assignment.Body, assignment.Basis, assignment.CopyTo));
        Assert.Equal(new Bilingual("Art. 22", "art. 22"), assignment.LegalSource);
        Assert.Equal(new Bilingual("Check the list", "Vérifier la liste"), assignment.Title);
        Assert.Equal(new Bilingual("List", "Liste"), assignment.Stage);
        Assert.Equal<Bilingual>([("list", "liste"), ("CVs", "CV")], assignment.Documents);
        Assert.Equal<OutcomeChoice>(
            [new("Complete", ("Complete", "Complet")), new("NotThree", ("Not three", "Pas trois"))],
                assignment.Outcomes);
        Assert.Equal(new DateOnly(2026, 3, 20), wait.Timetable!.LastDay);
    }

    [Fact]
    public void An_answer_completes_the_task_with_its_outcome_and_yields_it()
    {
        var office = Open(("Deadline", "nlt 2026-03-20"), ("Outcomes", """["Adopted", "Refused"]"""));
        office.Answer("Refused");
        Assert.Equal(ProcedureStatus.Finished, office.Procedure.Status);
        Assert.Equal(Value.Of("Refused"), office.Yield("Outcome"));
        Assert.Equal(Value.Of("2026-03-02"), office.Yield("DecidedOn"));
        Assert.Equal(Value.False, office.Yield("Late"));
        Assert.Equal(new AnchorValue.Day(new(2026, 3, 2)), office.Anchor("T1.completed"));
        Assert.Equal(new AnchorValue.Day(new(2026, 3, 2)), office.Anchor("T1.opened"));
        Assert.Equal("Check the list: Secretary General of the Assembly, “Refused”, on Monday 2 March 2026, recorded by Ms Kask.",
            office.Answered.Sentence.English);
        Assert.Equal(
            "Vérifier la liste : Secrétaire Général(e) de l'Assemblée, « Refusé », le lundi 2 mars 2026, enregistré par Ms Kask.",
            office.Answered.Sentence.French);
    }

    [Fact]
    public void An_unknown_outcome_is_refused_and_the_allowed_ones_are_named() =>
        Assert.Equal("“Maybe” is no outcome of this step; choose one of Yes, No.",
            Open(("Outcomes", """["Yes", "No", "Expired"]""")).Refused("Maybe"));

    [Fact]
    public void An_outcome_that_only_a_deadline_brings_about_cannot_be_chosen() =>
        Assert.Contains("is no outcome", Open(("Outcomes", """["Yes", "Expired"]""")).Refused("Expired"));

    [Fact]
    public void An_answer_after_the_last_day_is_taken_and_marked()
    {
        var office = Open(("Deadline", "nlt 2026-03-10"), ("OnExpiry", "Note"));
        office.GoTo(2026, 3, 12);
        office.Answer("Done");
        Assert.Equal(Value.True, office.Yield("Late"));
        Assert.EndsWith("; after the deadline of Tuesday 10 March 2026.", office.Answered.Sentence.English);
        Assert.EndsWith(" ; après l'échéance du mardi 10 mars 2026.", office.Answered.Sentence.French);
    }

    [Fact]
    public void The_last_day_itself_is_in_time()
    {
        var office = Open(("Deadline", "nlt 2026-03-10"));
        office.GoTo(2026, 3, 10);
        office.Answer("Done");
        Assert.Equal(Value.False, office.Yield("Late"));
    }

    [Fact]
    public void An_act_that_is_recorded_later_counts_from_its_own_day()
    {
        var office = Open(("Deadline", "nlt 2026-03-10"), ("OnExpiry", "Note"));
        office.GoTo(2026, 3, 12);
        office.Send(new(office.Wait.Id, "Done", Value.Map.Empty) { DecidedOn = new(2026, 3, 9) });
        Assert.Equal(Value.False, office.Yield("Late"));
        Assert.Equal(new AnchorValue.Day(new(2026, 3, 9)), office.Anchor("T1.completed"));
        Assert.Contains("on Monday 9 March 2026, recorded by Ms Kask; recorded later, on Thursday 12 March 2026",
            office.Answered.Sentence.English);
    }

    [Fact]
    public void An_act_cannot_be_dated_on_a_day_to_come()
    {
        var office = Open();
        var step = office.Send(new(office.Wait.Id, "Done", Value.Map.Empty) { DecidedOn = new(2026, 3, 3) });
        Assert.Equal("The day of the act, Tuesday 3 March 2026, is yet to come; give today or an earlier day.",
            step.Refusal!.English);
    }

    [Theory]
    [InlineData("Branch", "Expired")]
    [InlineData("Lapse", "Lapsed")]
    public void Branch_and_Lapse_leave_the_task_when_the_day_has_passed(string onExpiry, string port)
    {
        var office = Open(("Deadline", "nlt 2026-03-10"), ("OnExpiry", onExpiry));
        office.GoTo(2026, 3, 10);
        Assert.Single(office.Procedure.Waits);
        office.GoTo(2026, 3, 11);
        Assert.Equal(ProcedureStatus.Finished, office.Procedure.Status);
        Assert.Equal(Value.Of(port), office.Yield("Outcome"));
    }

    [Fact]
    public void A_right_lapses_on_its_last_day_however_late_the_program_wakes_up()
    {
        var office = Open(("Deadline", "nlt 2026-03-10"), ("OnExpiry", "Lapse"));
        office.World.Sleep(new DateTimeOffset(2026, 3, 30, 8, 0, 0, TimeSpan.Zero));
        office.World.AdvanceTo(office.World.Now);
        Assert.Equal(new AnchorValue.Day(new(2026, 3, 10)), office.Anchor("T1.completed"));
    }

    [Theory]
    [InlineData("Escalate", true)]
    [InlineData("Block", false)]
    [InlineData("Note", false)]
    public void The_others_keep_the_task_open(string onExpiry, bool tells)
    {
        var office = Open(("Deadline", "nlt 2026-03-10"), ("OnExpiry", onExpiry), ("EscalateTo", "PRES"));
        office.GoTo(2026, 3, 12);
        Assert.True(office.Wait.Timetable!.HasExpired);
        Assert.Equal(tells, office.Letters.Any(l => l is { Kind: LetterKind.Escalation, To: "PRES" }));
        office.Answer("Done");
        Assert.Equal(ProcedureStatus.Finished, office.Procedure.Status);
    }

    [Fact]
    public void A_body_that_exists_once_per_state_receives_the_procedure_s_state()
    {
        var office = Open(("Body", "DEL"), ("Title", "List of {State}"), ("TitleFr", "Liste : {State}"));
        Assert.Equal("DEL(EE)", office.Wait.Assignment!.Body);
        Assert.Equal(new Bilingual("List of Estonia", "Liste : Estonie"), office.Wait.Assignment.Title);
        Assert.Equal("DEL(EE)", Assert.Single(office.Letters).To);
    }

    [Fact]
    public void Letters_of_a_confidential_task_carry_the_neutral_title()
    {
        var office = Open(("Confidential", true), ("NeutralTitle", "A task"), ("NeutralTitleFr", "Une tâche"),
            ("Deadline", "nlt 2026-03-10"),
            ("Instructions", "Judge X"), ("Outcomes", """["Negative"]"""));
        office.GoTo(2026, 3, 15);
        Assert.Contains(office.Letters, l => l.Kind == LetterKind.Escalation);
        Assert.All(office.Letters, l => Assert.Equal(Bilingual.Empty, l.Body));
        Assert.All(office.Letters, l => Assert.Empty(l.Outcomes));
        Assert.All(office.Letters, l => Assert.Equal(new Bilingual("A task", "Une tâche"), l.StepTitle));
        Assert.All(office.Letters, l => Assert.True(l.IsConfidential));
    }

    [Fact]
    public void A_confidential_title_with_fields_is_not_shown_at_all() =>
        Assert.Equal(new Bilingual("Confidential step", "Étape confidentielle"),
            Open(("Confidential", true), ("Title", "Opinion on {Name}")).Wait.Assignment!.PublicTitle);

    [Theory]
    [InlineData("Deadline", "nlt nonsense nonsense", "Deadline “nlt nonsense nonsense”, column")]
    [InlineData("OnExpiry", "Explode", "OnExpiry: “Explode” is none of")]
    [InlineData("Reminders", "R99", "Reminders: there is no profile “R99”.")]
    [InlineData("Form", """[{"label": "?"}]""", "Field 1 of the form has no name.")]
    [InlineData("Keep", """{"reason": "Reason"}""", "Keep: the form has no field “reason”.")]
    [InlineData("OutcomesFr", "{oops", "OutcomesFr is not JSON")]
    public void What_cannot_be_read_stops_the_task_before_anybody_is_asked(string input, string value, string incident)
    {
        var office = input is "OnExpiry" or "Reminders" ? Open(("Deadline", "nlt 2026-03-10"), (input, value))
            : Open((input, value));
        Assert.StartsWith(incident, office.Incident);
        Assert.Empty(office.Letters);
    }

    [Fact]
    public void Answers_go_into_the_variables_that_the_definition_names()
    {
        var office = new Office(
            Office.InTurn(
                Office.Node("Task", ("Form", """[{"name": "reason", "type": "text"}, {"name": "n", "type": "number"}]"""),
                    ("Keep", """{"reason": "Reason", "n": "N"}""")),
                Office.Named("b", "Task", ("Title", "After {Reason}"))),
            null, "Reason", "N");
        office.Answer("Done", ("reason", Value.Of("illness")));
        Assert.Equal(Value.Of("illness"), office.Variable("Reason"));
        Assert.Equal(Value.Null, office.Variable("N"));
        Assert.Equal("After illness", office.Wait.Assignment!.Title.English);
    }

    [Fact]
    public void A_variable_that_does_not_exist_is_an_incident()
    {
        var office = Open(("Form", """[{"name": "reason"}]"""), ("Keep", """{"reason": "Nowhere"}"""));
        Assert.Equal("Keep: there is no variable “Nowhere”.", office.Incident);
    }

    [Fact]
    public void An_answer_whose_form_is_wrong_is_refused_with_one_sentence_for_each_field()
    {
        var office = Open(("Form",
            """[{"name": "reason", "label": "Reason", "labelFr": "Motif", "required": true}, {"name": "day", "type": "day", "label": "Day"}]"""));
        Assert.Equal("Reason: this field must be filled in. Day: “soon” is not a day. Write it as 15 October 2026 or 2026-10-15.",
            office.Refused("Done", ("day", Value.Of("soon"))));
    }
}
