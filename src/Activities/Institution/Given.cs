using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities;

/// <summary>An answer as it was given: outcome, form, and the day on which the act was done.</summary>
/// <param name="Recorded">The day on which it was recorded, Europe/Paris.</param>
/// <param name="LastDay">The step's last day, if it has one.</param>
public sealed record Given(string Outcome, Value.Map Answer, DateOnly DecidedOn, DateOnly Recorded, DateOnly? LastDay)
{
    /// <summary>The seed that the host drew, when one was asked for.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Whether the act came after the last day; the last day itself is in time.</summary>
    public bool IsLate => DecidedOn > LastDay;

    /// <summary>Whether the act was recorded on a later day than it was done.</summary>
    public bool IsRecordedLater => DecidedOn < Recorded;

    /// <exception cref="AnswerRefused">The act is dated on a day to come.</exception>
    internal static Given Read(Activation activation, Wait wait, Stimulus.TaskCompleted answer, Value.Map normalised)
    {
        var decided = answer.DecidedOn ?? activation.Today;
        if (decided > activation.Today)
            throw new AnswerRefused(new Bilingual(
                $"The day of the act, {DateText.Long(decided, Language.English)}, is yet to come; give today or " +
                    "an earlier day.",
                $"Le jour de l'acte, le {DateText.Long(decided, Language.French)}, est à venir ; indiquez " +
                    "aujourd'hui ou un jour antérieur."));
        var lastDay = wait.Timetable?.LastDay;
        return new Given(answer.Outcome, normalised, decided, activation.Today, lastDay) { Seed = answer.Seed };
    }
}
