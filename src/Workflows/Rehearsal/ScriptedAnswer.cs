using Procedures.Expressions;

namespace Procedures.Rehearsal;

/// <summary>What is written down about one step of a rehearsal: its answer, its day, or that nobody answers.</summary>
/// <param name="Step">The step's code: P1.07.</param>
/// <param name="Time">For the how manieth time the step is asked; null for every time.</param>
public sealed record ScriptedAnswer(string Step, int? Time = null)
{
    /// <summary>Null for the first outcome that the task offers.</summary>
    public string? Outcome { get; init; }

    /// <summary>Fields of the form; those that are not given are filled in.</summary>
    public Value.Map Form { get; init; } = Value.Map.Empty;

    /// <summary>The day of the answer, Europe/Paris; null for the pace of the script.</summary>
    public DateOnly? On { get; init; }

    /// <summary>How many days after its last day the step is answered.</summary>
    public int? DaysLate { get; init; }
    public bool IsSilent { get; init; }

    /// <summary>Votes for the candidates, put into the form's field that asks for votes.</summary>
    public Value.Map? Votes { get; init; }

    /// <summary>What this answer leaves open is taken from the other one.</summary>
    public ScriptedAnswer Over(ScriptedAnswer other) => this with
    {
        Outcome = Outcome ?? other.Outcome, On = On ?? other.On, DaysLate = DaysLate ?? other.DaysLate,
        IsSilent = IsSilent || other.IsSilent, Votes = Votes ?? other.Votes,
        Form = Form.Members.Aggregate(other.Form, (form, member) => form.With(member.Key, member.Value)),
    };

    /// <summary>Words of the reason for which the answer must be refused; null when it must be taken.</summary>
    public string? Refused { get; init; }
}
