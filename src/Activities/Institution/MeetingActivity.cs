using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;
using static Procedures.Activities.InputKinds;

namespace Procedures.Activities;

/// <summary>A meeting: its body and everybody invited receive the day, or the last one, and the place.</summary>
public sealed class MeetingActivity() : InstitutionActivity(
    new("Procedures.Meeting", Drawers.Steps, ("Meeting", "Réunion"),
        ("A body meets on the day of the rule, or by its last day on a day still to be fixed; the participants are told.",
         "Un organe se réunit au jour de la règle, ou avant son échéance un jour à fixer ; les participants sont avisés."))
    {
        Inputs = [Place, Participants],
    },
    new StepInputs("CDH"), new OutcomeInputs("Held", "Postponed"), new DeadlineInputs("RM"))
{
    // The engine finds here whom its reminders, a new day and a cancellation concern as well.
    private const string ParticipantsMember = "participants";

    private static readonly InputDeclaration Place = Line("Place", ("Place", "Lieu"),
        ("Where the meeting is held.", "Où la réunion se tient."));

    private static readonly InputDeclaration Participants = Tags("Participants", ("Participants", "Participants"),
        ("The codes of the other bodies invited.", "Les codes des autres organes invités."));

    protected override Value.Map Remember(Activation activation)
    {
        var bodies = Plain.Items(activation.Input(Participants)).Select(Plain.Text).Where(b => b.Length > 0)
            .Select(b => StepInputs.BodyOf(activation, b)).Distinct()
            .Where(b => b != StepInputs.BodyOf(activation, activation.Text(Step.Body)));
        return Value.MapOf(("place", Value.Of(Wording.Fill(activation, activation.Text(Place), Language.English))),
            (ParticipantsMember, Value.Of(bodies.Select(Value (b) => Value.Of(b)))));
    }

    protected override void Opened(Activation activation, Wait wait)
    {
        foreach (var body in Plain.Items(wait.Data[ParticipantsMember]).Select(Plain.Text))
            activation.Send(Invitation(wait, body));
    }

    private static Letter Invitation(Wait wait, string body)
    {
        var (assignment, timetable) = (wait.Assignment!, wait.Timetable);
        return new Letter(LetterKind.Meeting, "meeting", body)
        {
            Wait = wait.Id,
            StepTitle = assignment.OpenTitle(),
            LegalSource = assignment.LegalSource,
            Body = assignment.IsConfidential ? Bilingual.Empty : assignment.Instructions,
            LastDay = timetable?.LastDay, IsMeetingDay = timetable?.IsMeetingDay == true,
            Explanation = timetable?.Explanation ?? Bilingual.Empty,
            IsConfidential = assignment.IsConfidential, Place = wait.Data["place"].AsText,
            Calendar = timetable?.LastDay is null ? CalendarMark.None : CalendarMark.Put,
            CalendarSequence = timetable?.Sequence ?? 0,
        };
    }
}
