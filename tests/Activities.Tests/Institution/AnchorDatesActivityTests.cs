using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Journal;

namespace Procedures.Tests.Steps;

public sealed class AnchorDatesActivityTests
{
    private const string Sheet =
        "TE | End of term | Fin du mandat\nE | Electing part | Partie de session\nEO = open(E) | Opening | Ouverture";

    private static readonly Value.Map Inputs =
        Value.MapOf(("TermEnds", Value.Of("2026-10-31T00:00:00")), ("Part", Value.Of("part(2026,3)")));

    private static Office Open(params (string, object)[] more) => new(
        Office.InTurn(
            Office.Node("AnchorDates", ("Dates", Sheet), ("Given", "TE = TermEnds\nE = Part")),
            Office.SideBySide(
                Office.Named("task", "Task", ("Deadline", "nlt EO - 1 mo")),
                Office.Named("moved", "DateMoved", more))),
        Inputs);

    [Fact]
    public void Given_dates_and_formulas_become_the_dates_of_the_procedure()
    {
        var office = Open();
        Assert.Equal("2026-10-31", office.Anchor("TE")!.Notation);
        Assert.Equal("2026-06-22", office.Anchor("EO")!.Notation);
        Assert.Equal(new DateOnly(2026, 5, 22), office.WaitOf("task").Timetable!.LastDay);
        Assert.Equal(
            Value.MapOf(("TE", Value.Of("2026-10-31")), ("E", Value.Of("part(2026,3)")),
                ("EO", Value.Of("2026-06-22"))),
            office.Yield("AllDates"));
        var listing = office.Journal.Single(e => e.Event == JournalEvent.Noted).Sentence;
        Assert.StartsWith("Dates of reference:\n", listing.English);
        Assert.Contains("Monday 22 June 2026", listing.English);
        Assert.Contains("lundi 22 juin 2026", listing.French);
    }

    [Fact]
    public void A_date_that_is_moved_moves_the_deadlines_that_count_from_it()
    {
        var office = Open(("Anchors", """["E"]"""));
        office.AnswerTo("moved", "Moved", ("anchor", Value.Of("E")), ("value", Value.Of("2026/4")),
            ("reason", Value.Of("postponed")));
        var part = Assert.IsType<AnchorValue.Part>(office.Anchor("E")).Session;
        Assert.Equal(part.Opens.AddMonths(-1), office.WaitOf("task").Timetable!.LastDay);
        Assert.Contains(office.Letters, l =>
            l.Kind == LetterKind.DeadlineMoved && l.OldLastDay == new DateOnly(2026, 5, 22));
        Assert.Contains(office.Journal, e => e.Event == JournalEvent.AnchorMoved
            && e.Sentence.English.EndsWith(": postponed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("TE", "2026-11-01", "choose one of")]
    [InlineData("E", "soon", "choose one of the part-sessions")]
    [InlineData("E", "2026-11-01", "choose one of the part-sessions")]
    public void A_move_that_cannot_be_is_refused(string anchor, string value, string reason)
    {
        var step = Open(("Anchors", """["E"]""")).AnswerTo("moved", "Moved", ("anchor", Value.Of(anchor)), ("value", Value.Of(value)),
            ("reason", Value.Of("because")));
        Assert.True(step.IsIdle);
        Assert.Contains(reason, step.Refusal!.English);
    }

    [Fact]
    public void Without_a_list_every_date_may_be_moved()
    {
        var form = Open().WaitOf("moved").Assignment!.Form;
        var options = ((Value.List)((Value.Map)form.Items[0])["options"]).Items.Cast<Value.Map>();
        Assert.Equal(["E", "EO", "TE"], options.Select(o => o["value"].AsText).Order());
        Assert.Contains(options, o => o["textFr"].AsText == "Fin du mandat (TE)");
    }

    [Fact]
    public void A_date_is_fixed_later_and_freed_again()
    {
        var office = new Office(
            Office.InTurn(
                Office.Named("first", "AnchorDates", ("Dates", Sheet), ("Fix", """{"E": "2026/3", "EO": "2026-07-01"}""")),
                Office.Named("pause", "Task", ("Deadline", "nlt EO")),
                Office.Named("second", "AnchorDates", ("Fix", """{"EO": ""}""")),
                Office.Named("task", "Task", ("Deadline", "nlt EO"))));
        Assert.Equal(new DateOnly(2026, 7, 1), office.Wait.Timetable!.LastDay);
        office.Answer("Done");
        Assert.Equal(new DateOnly(2026, 6, 22), office.Wait.Timetable!.LastDay);
    }

    [Theory]
    [InlineData("Dates", "EO = open(E", "Dates, line 1, column")]
    [InlineData("Dates", "A | a | a\nA = B | b | b", "Dates, line 2, column")]
    [InlineData("Dates", "EO = open(X) | a | b", "Line 1: EO counts from X, which is not known.")]
    [InlineData("Given", "TE is TermEnds", "Given, line 1: write “TE = TermEnds”")]
    [InlineData("Fix", """{"E": "summer"}""", "E: “summer” is neither a day such as 2026-05-20 nor a part-session")]
    public void What_cannot_be_read_is_an_incident_that_says_where(string input, string text, string incident) =>
        Assert.StartsWith(incident, new Office(Office.Node("AnchorDates", (input, text)), Inputs).Incident);
}
