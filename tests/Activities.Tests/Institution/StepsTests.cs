using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Tests.Steps;

public sealed class StepsTests
{
    private static Value.Map Person(string name) => Value.MapOf(("name", Value.Of(name)), ("sex", Value.Of("F")),
        ("birthDate", Value.Of("1980-01-31")), ("nationality", Value.Of("EE")));

    [Fact]
    public void A_submission_is_asked_of_the_state_and_marked_when_late()
    {
        var office = new Office(Office.Node("Submission", ("Deadline", "nlt 2026-03-10")));
        Assert.Equal("GOV(EE)", office.Wait.Assignment!.Body);
        Assert.Equal("R60", office.Wait.Timetable!.Profile);
        office.GoTo(2026, 3, 20);
        office.Answer("Submitted");
        Assert.Equal(Value.True, office.Yield("Late"));
    }

    [Fact]
    public void A_consultation_offers_opinions_unless_the_definition_names_others()
    {
        var office = new Office(Office.Node("Consultation"));
        Assert.Equal(["Favourable", "Reservations", "Unfavourable", "NoOpinion"],
            office.Wait.Assignment!.Outcomes.Select(o => o.Name));
        office.Answer("Reservations");
        Assert.Equal(Value.Of("Reservations"), office.Yield("Outcome"));
        Assert.Equal(["Heard"], new Office(Office.Node("Consultation", ("Outcomes", """["Heard"]""")))
            .Wait.Assignment!.Outcomes.Select(o => o.Name));
    }

    [Theory]
    [InlineData("Agreement")]
    [InlineData("NoAgreement")]
    public void The_Joint_Committee_agrees_or_not(string outcome)
    {
        var office = new Office(Office.Node("JointCommitteeConsultation"));
        Assert.Equal("JC", office.Wait.Assignment!.Body);
        Assert.Contains("choose one of Agreement, NoAgreement", office.Refused("Record"));
        office.Answer(outcome, ("assemblyAgrees", Value.True), ("ministersAgree", Value.True));
        Assert.Equal<string>([outcome], office.Procedure.Outcomes);
    }

    [Fact]
    public void The_agreement_of_one_side_is_no_agreement_of_the_Joint_Committee()
    {
        var office = new Office(Office.Node("JointCommitteeConsultation"));
        Assert.Contains("The side of the Committee of Ministers agrees: this must be confirmed",
            office.Refused("Agreement", ("assemblyAgrees", Value.True), ("ministersAgree", Value.False)));
        Assert.Contains("The side of the Assembly agrees", office.Refused("Agreement", ("ministersAgree", Value.True)));
        office.Answer("NoAgreement", ("assemblyAgrees", Value.True));
        Assert.Equal<string>(["NoAgreement"], office.Procedure.Outcomes);
    }

    [Theory]
    [InlineData(3, "Enough")]
    [InlineData(2, "TooFew")]
    [InlineData(0, "TooFew")]
    public void Whether_candidatures_are_enough_follows_from_their_number(int received, string outcome)
    {
        var office = new Office(Office.Node("CallForCandidates", ("Minimum", 3)));
        office.Answer("Record",
            ("candidates", Value.Of(Enumerable.Range(0, received).Select(Value (i) => Person($"P{i}")))));
        Assert.Equal(Value.Of(outcome), office.Yield("Outcome"));
        Assert.Equal(received, ((Value.List)office.Yield("Candidates")).Items.Length);
    }

    [Fact]
    public void An_outcome_that_contradicts_the_number_is_refused()
    {
        var office = new Office(Office.Node("CallForCandidates", ("Minimum", 3)));
        Assert.StartsWith("The outcome follows from what was recorded: it is TooFew, not “Enough”.",
            office.Refused("Enough"));
        office.Answer("TooFew");
        Assert.Equal(ProcedureStatus.Finished, office.Procedure.Status);
    }

    [Fact]
    public void A_meeting_invites_its_body_and_every_participant_with_day_and_place()
    {
        var office = new Office(Office.Node("Meeting", ("Title", "Interviews"), ("Place", "Strasbourg"),
            ("Deadline", "nlt 2026-04-10"), ("Participants", """["PANEL", "GOV", "CDH", "PANEL"]""")));
        Assert.Equal(["CDH", "PANEL", "GOV(EE)"], office.Letters.Select(l => l.To));
        Assert.All(office.Letters, l => Assert.Equal((LetterKind.Meeting, "Strasbourg", new DateOnly(2026, 4, 10)),
            (l.Kind, l.Place, l.LastDay)));
        office.Answer("Held");
    }

    [Fact]
    public void A_letter_is_written_in_both_languages_and_the_procedure_goes_on()
    {
        var office = new Office(Office.Node("Letter", ("To", """["GOV", "SGA"]"""), ("Subject", "List of {State}"),
            ("SubjectFr", "Liste : {State}"), ("Text", "By {Day}."), ("TextFr", "Pour le {Day}."), ("CopyTo", "TO")),
            Value.MapOf(("Day", Value.Of("2026-10-01"))));
        Assert.Equal(ProcedureStatus.Finished, office.Procedure.Status);
        Assert.Equal(["GOV(EE)", "SGA"], office.Letters.Select(l => l.To));
        var letter = office.Letters.First();
        Assert.Equal((new Bilingual("List of Estonia", "Liste : Estonie"), "TO"), (letter.Subject, letter.CopyTo!));
        Assert.Equal(new Bilingual("By Thursday 1 October 2026.", "Pour le jeudi 1er octobre 2026."), letter.Body);
    }

    [Fact]
    public void A_confidential_letter_tells_nothing_of_its_matter()
    {
        var office = new Office(Office.Node("Letter", ("To", """["GOV"]"""), ("Subject", "Opinion on X"), ("Text", "Negative"),
            ("Confidential", true)));
        var letter = Assert.Single(office.Letters);
        Assert.Equal(new Bilingual("Letter concerning the procedure", "Lettre relative à la procédure"),
            letter.Subject);
        Assert.Equal(letter.Subject, letter.StepTitle);
        Assert.Equal(Bilingual.Empty, letter.Body);
        Assert.DoesNotContain(office.Journal, e => e.Sentence.English.Contains("Opinion", StringComparison.Ordinal));
    }

    [Fact]
    public void A_letter_without_an_addressee_is_an_incident() =>
        Assert.Equal("To: the letter has no addressee.", new Office(Office.Node("Letter", ("Subject", "S"))).Incident);

    [Fact]
    public void An_occurrence_may_be_reported_at_any_time_and_nobody_is_asked()
    {
        var office = new Office(Office.Node("Occurrence", ("Outcomes", """["Withdrawn"]"""),
            ("Form", """[{"name": "who", "required": true}]""")));
        office.GoTo(2027, 1, 1);
        Assert.Empty(office.Letters);
        Assert.True(office.Wait.Assignment!.IsOptional);
        Assert.Contains("who", office.Refused("Withdrawn"));
        office.Answer("Withdrawn", ("who", Value.Of("X")));
        Assert.Equal(Value.Of("Withdrawn"), office.Yield("Outcome"));
    }

    [Fact]
    public void An_interruption_silences_reminders_until_the_resumption()
    {
        var office = new Office(Office.SideBySide(
            Office.Named("list", "Submission", ("Deadline", "nlt 2026-06-30")),
            Office.InTurn(
                Office.Named("withdrawal", "Occurrence"),
                Office.Named("stop", "Interruption", ("Reason", "A candidate withdrew"), ("NotifyTo", """["GOV"]""")),
                Office.Named("completed", "Occurrence"),
                Office.Named("go", "Resumption", ("NotifyTo", """["GOV", "SGA"]""")))));
        office.AnswerTo("withdrawal", "Reported");
        Assert.Equal(ProcedureStatus.Interrupted, office.Procedure.Status);
        Assert.Equal("A candidate withdrew", office.Letters.Single(l => l.Kind == LetterKind.Interrupted).Body.English);
        var before = office.Letters.Count();
        office.GoTo(2026, 6, 20);
        Assert.Equal(before, office.Letters.Count());
        office.AnswerTo("completed", "Reported");
        Assert.Equal(ProcedureStatus.Suspended, office.Procedure.Status);
        Assert.Equal(["GOV(EE)", "SGA"], office.Letters.Where(l => l.Kind == LetterKind.Resumed).Select(l => l.To));
        office.GoTo(2026, 6, 28);
        Assert.Contains(office.Letters, l => l.Kind == LetterKind.Reminder);
    }

    [Fact]
    public void An_occurrence_with_a_day_and_a_branch_can_no_longer_be_reported_after_it()
    {
        var office = new Office(Office.Node("Occurrence", ("Deadline", "nlt 2026-03-10"), ("OnExpiry", "Branch")));
        office.GoTo(2026, 3, 11);
        Assert.Equal<string>(["Expired"], office.Procedure.Outcomes);
        Assert.Empty(office.Letters);
    }

    [Fact]
    public void A_text_may_name_a_part_of_a_variable_and_what_has_no_value_stays_as_written()
    {
        var office = new Office(Office.Node("Letter", ("To", """["SGA"]"""), ("Subject", "{Person.name}, {Nobody}, {Names}, {Day}")),
            Value.MapOf(("Person", Value.MapOf(("name", Value.Of("Ana Tamm")))), ("Day", Value.Of("2026-10-01")),
                ("Names", Value.Of([Value.Of("A"), Value.MapOf(("name", Value.Of("B")))]))));
        Assert.Equal("Ana Tamm, {Nobody}, A, B, Thursday 1 October 2026",
            Assert.Single(office.Letters).Subject.English);
        Assert.Equal("Ana Tamm, {Nobody}, A, B, jeudi 1er octobre 2026", Assert.Single(office.Letters).Subject.French);
    }
}
