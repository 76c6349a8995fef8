using Procedures.Courses;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Execution;

namespace Procedures.Mandates;

/// <summary>When an election must begin follows from the definition; its end writes the next term.</summary>
public sealed class OpeningPlanTests
{
    private static readonly OwnDefinitions Own = new();
    private static readonly Office Judge = Offices.Read(Own.Text("offices.json")).Find("judge")!;
    private static readonly DateTimeOffset Now = new(2017, 1, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_seat_of_Estonia_calls_for_an_election_thirteen_months_before_the_part_session()
    {
        var sitting = new Mandate("judge", "EE", "", new DateOnly(2011, 1, 4), new DateOnly(2020, 1, 3));
        var plan = OpeningPlan.Of(sitting, Judge, Own.Judge, Own.Engine, Own.Find, Now);
        Assert.Equal(Bilingual.Empty, plan.Problem);
        // EO is 30 September 2019; P1.01 is due thirteen months before, and its first reminder thirty days earlier.
        Assert.Equal(new DateOnly(2018, 8, 30), plan.StartsBy);
        Assert.Equal(new DateOnly(2018, 7, 30), plan.OpensOn);
    }

    [Theory]
    [InlineData("2019-09-23", "2019-09-27", "2018-08-23")]
    // A week later it closes less than three months before the vacancy: the part-session before it elects.
    [InlineData("2019-10-07", "2019-10-11", "2018-05-24")]
    public void A_part_session_that_moves_moves_the_start(string opens, string closes, string startsBy)
    {
        var sitting = new Mandate("judge", "EE", "", new DateOnly(2011, 1, 4), new DateOnly(2020, 1, 3));
        var moved = new PartSession(2019, 4, DateOnly.Parse(opens, null), DateOnly.Parse(closes, null),
            PartStatus.Held);
        var plan = OpeningPlan.Of(sitting, Judge, Own.Judge, Own.Engine, Own.Find, Now, [moved]);
        Assert.Equal(DateOnly.Parse(startsBy, null), plan.StartsBy);
    }

    [Fact]
    public void A_seat_that_falls_vacant_early_is_planned_from_the_vacancy()
    {
        var gone = new Mandate("judge", "EE", "", new DateOnly(2011, 1, 4), new DateOnly(2020, 1, 3))
        {
            LeftOn = new DateOnly(2017, 1, 10), Cause = VacancyCause.Resignation,
        };
        var inputs = Judge.InputsFor(gone, Own.Judge);
        Assert.Equal(("2020-01-03", "2017-01-11", "Resignation"),
            (inputs["TermEnds"].AsText, inputs["VacantOn"].AsText, inputs["VacancyCause"].AsText));
        var plan = OpeningPlan.Of(gone, Judge, Own.Judge, Own.Engine, Own.Find, Now);
        Assert.Equal(Bilingual.Empty, plan.Problem);
        Assert.True(plan.StartsBy < new DateOnly(2017, 3, 1), $"{plan.StartsBy}");
    }

    [Fact]
    public void The_status_of_the_party_and_the_vacancy_follow_from_the_register()
    {
        var cpt = Offices.Read(Own.Text("offices.json"), Own.Institution.Members).Find("cpt-member")!;
        var definition = Own.Find("cpt-member-election")!;
        var seat = new Mandate("cpt-member", "RU", "", new DateOnly(2023, 12, 20), new DateOnly(2027, 12, 19))
            { Term = 2 };
        var inputs = cpt.InputsFor(seat, definition);
        Assert.Equal(("NonMember", "2"), (inputs["PartyStatus"].AsText, inputs["ServedTerms"].AsText));
        Assert.False(inputs.Has("VacantOn"));
        Assert.Equal("Member", cpt.InputsFor(seat with { State = "EE" }, definition)["PartyStatus"].AsText);
    }

    [Fact]
    public void A_judge_holds_over_and_a_member_of_the_committee_does_not()
    {
        var offices = Offices.Read(Own.Text("offices.json"));
        var ended = new Mandate("judge", "EE", "", new DateOnly(2011, 1, 4), new DateOnly(2020, 1, 3));
        Assert.True(Judge.HoldsOver(ended, new DateOnly(2020, 1, 4)));
        Assert.False(Judge.HoldsOver(ended, new DateOnly(2020, 1, 3)));
        Assert.False(offices.Find("cpt-member")!.HoldsOver(ended, new DateOnly(2020, 1, 4)));
    }

    [Fact]
    public void The_day_of_opening_is_a_working_day_before_the_first_reminder_of_the_first_task()
    {
        for (var ends = new DateOnly(2027, 1, 1); ends < new DateOnly(2028, 1, 1); ends = ends.AddDays(7))
        {
            var plan = OpeningPlan.Of(
                new Mandate("judge", "FR", "", ends.AddYears(-9), ends), Judge, Own.Judge, Own.Engine, Own.Find, Now);
            Assert.True(Own.Institution.Calendar.IsWorkingDay(plan.OpensOn!.Value), $"{ends}: {plan.OpensOn}");
            Assert.True(plan.OpensOn < plan.StartsBy!.Value.AddDays(-30), $"{ends}: {plan.OpensOn}");
        }
    }

    [Fact]
    public void A_definition_that_cannot_begin_is_a_problem_in_words()
    {
        var broken = new DefinitionReader(Own.Catalog).Read("""
            {"definitionId":"broken","name":"Broken","version":1,"root":{"id":"s","type":"Elsa.Sequence","version":1,
             "activities":[{"id":"f","type":"Elsa.Fault","version":1,"message":{"typeName":"String",
             "expression":{"type":"Literal","value":"no way"}}}]}}
            """).Definition!;
        var sitting = new Mandate("judge", "EE", "", new DateOnly(2011, 1, 4), new DateOnly(2020, 1, 3));
        var plan = OpeningPlan.Of(sitting, Judge, broken, Own.Engine, Own.Find, Now);
        Assert.Null(plan.OpensOn);
        Assert.Contains("no way", plan.Problem.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_office_whose_procedure_is_drawn_can_be_planned_from_the_delivered_register()
    {
        var (offices, planned) = (Offices.Read(Own.Text("offices.json")), 0);
        var register = new MandateCsv(offices, Own.Institution.States).Read(Own.Text("mandates.csv")).Mandates;
        Definition? Drawn(string id) => File.Exists(Path.Combine(Own.Folder, id + ".json"))
            ? new DefinitionReader(Own.Catalog).Read(Own.Text(id + ".json")).Definition : null;
        foreach (var office in offices.All)
        {
            if (Drawn(office.DefinitionId) is not { } definition) continue;
            var mandate = register.Last(m => m.Office == office.Code);
            var plan = OpeningPlan.Of(mandate, office, definition, Own.Engine, Drawn, Now);
            Assert.True(plan.Problem == Bilingual.Empty, $"{office.Code}: {plan.Problem.English}");
            Assert.True(plan.StartsBy < mandate.Ends!.Value.AddMonths(-5),
                $"{office.Code}: {plan.StartsBy} before {mandate.Ends}");
            planned++;
        }
        Assert.True(planned > 0);
    }

    [Fact]
    public void A_mandate_without_an_end_calls_for_nothing() => Assert.Equal(OpeningPlan.NoEnd, OpeningPlan.Of(
        new Mandate("judge", "EE", "", new DateOnly(2011, 1, 4), null), Judge, Own.Judge, Own.Engine, Own.Find, Now));

    [Fact]
    public void The_end_of_an_election_is_the_next_term_and_nothing_before_is()
    {
        var offices = Offices.Read(Own.Text("offices.json"));
        var year = Own.JudgeElection(Rehearsal.AnswerScript.Empty);
        var terms = year.Steps.Select(s => Succession.Of(s, offices)).OfType<Mandate>().ToArray();
        var term = Assert.Single(terms);
        var result = (Expressions.Value.Map)year.Procedure.Outputs["Result"];
        Assert.Equal(result["elected"].AsText, term.Holder);
        Assert.Equal(("judge", "EE", new DateOnly(2020, 1, 4), new DateOnly(2029, 1, 3)),
            (term.Office, term.State, term.Begins, term.Ends!.Value));
        Assert.Equal(year.Procedure.Id, term.Source);
    }
}
