using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Forms;

namespace Procedures.Activities;

/// <summary>
/// A step that a body takes: it asks, waits, takes the answer, and says in the journal what came of it.
/// </summary>
public abstract class InstitutionActivity : ActivityType
{
    private const string KeepMember = "keep";
    private readonly DeadlineInputs? _deadline;
    private readonly FormInputs _form = new();

    /// <param name="bare">
    /// Type name, category, texts and whatever is declared beyond the common inputs and outputs.
    /// </param>
    /// <param name="outcomes">
    /// Null when the activity finds the outcome itself; its ports are then those of <paramref name="bare"/>.
    /// </param>
    /// <param name="deadline">Null for what may be reported at any time.</param>
    protected InstitutionActivity(
        ActivityDeclaration bare, StepInputs step, OutcomeInputs? outcomes, DeadlineInputs? deadline)
    {
        (Step, Outcomes, _deadline) = (step, outcomes, deadline);
        Declaration = bare with
        {
            Inputs = [.. step.All, .. bare.Inputs, .. outcomes?.All ?? [], .. deadline?.All ?? [], .. _form.All],
            Outputs = [.. StepOutputs.All, .. bare.Outputs],
            Ports = [.. bare.Ports, .. deadline is null ? [] : DeadlinePorts.All],
        };
    }

    public override ActivityDeclaration Declaration { get; }
    protected StepInputs Step { get; }
    protected OutcomeInputs? Outcomes { get; }

    /// <summary>
    /// The outcomes to choose from when the definition does not name them; by default the one that records.
    /// </summary>
    protected virtual ImmutableArray<OutcomeChoice> FixedOutcomes => ComputedOutcome.Offered;

    /// <summary>The fields that the activity asks for itself, before those of the definition.</summary>
    protected virtual ImmutableArray<Value> OwnFields(Activation activation) => [];

    /// <summary>What the activity wants to find again when the answer comes.</summary>
    protected virtual Value.Map Remember(Activation activation) => Value.Map.Empty;

    /// <summary>Marks of the assignment that differ from the common ones.</summary>
    protected virtual Assignment Mark(Activation activation, Assignment assignment) => assignment;

    /// <summary>The step has been opened: letters beyond the common ones.</summary>
    protected virtual void Opened(Activation activation, Wait wait) { }

    /// <summary>What comes of an answer whose form has been checked.</summary>
    /// <exception cref="AnswerRefused">The answer contradicts itself.</exception>
    protected virtual Conclusion Conclude(Activation activation, Wait wait, Given given) => new(given.Outcome);

    public sealed override void Start(Activation activation)
    {
        var form = _form.Read(activation, OwnFields(activation).AsSpan());
        var assignment = Step.Assignment(activation) with
        {
            Outcomes = Outcomes?.Choices(activation) ?? FixedOutcomes,
            Form = form.Source,
            CopyTo = _deadline?.Copy(activation),
        };
        var data = Remember(activation).With(KeepMember, _form.ReadKeep(activation, form));
        if (assignment.Outcomes.IsEmpty) throw new ActivityFault((
                "The step has no outcome that a person may choose.",
                "L'étape n'a aucune issue que l'on puisse choisir."));
        Opened(activation, activation.Wait(new WaitRequest(WaitKind.Task)
        {
            Assignment = Mark(activation, assignment), Timetable = _deadline?.Timetable(activation), Data = data,
        }));
    }

    public sealed override void Resumed(Activation activation, Wait wait, Value payload)
    {
        var answer = activation.Answer ?? throw new ActivityFault((
                "The step was resumed without an answer.",
                "L'étape a repris sans réponse."));
        var assignment = wait.Assignment!;
        var computed = Outcomes is null && FixedOutcomes == ComputedOutcome.Offered;
        if (!computed) CheckOutcome(assignment, answer.Outcome);
        var form = Form.Parse(assignment.Form);
        var normalised = form.Normalise(answer.Answer);
        Refuse(form.Check(normalised, answer.Outcome));
        var given = Given.Read(activation, wait, answer, normalised);
        var conclusion = Conclude(activation, wait, given);
        if (computed) ComputedOutcome.Check(answer.Outcome, conclusion.Outcome);
        Finish(activation, wait, given, conclusion);
    }

    /// <summary>The form as it would be asked now; null when nothing in it is computed or it cannot be read now.</summary>
    protected Form? FormNow(Activation activation)
    {
        if (!activation.Node.Inputs.TryGetValue(_form.Form.Member, out var binding)
            || binding.Kind != ExpressionKind.JavaScript) return null;
        try
        {
            return _form.Read(activation, OwnFields(activation).AsSpan());
        }
        catch (ActivityFault)
        {
            return null;
        }
    }

    /// <summary>The last day has passed: only Branch and Lapse leave the step.</summary>
    public sealed override void Expired(Activation activation, Wait wait)
    {
        var port = wait.Timetable?.OnExpiry switch
        {
            OnExpiry.Branch => DeadlinePorts.Expired,
            OnExpiry.Lapse => DeadlinePorts.Lapsed,
            _ => null,
        };
        if (port is null) return;
        activation.CloseWait(wait);
        // A right lapses at the end of its last day, however late this program wakes up to see it; or when it is cut off.
        if (port == DeadlinePorts.Lapsed && wait.Timetable!.LastDay is { } lastDay)
            activation.FixCompletion(wait.Assignment!.Step,
                wait.Timetable.CutOffAt is { } at ? Deadlines.ParisTime.DayOf(at) : lastDay);
        activation.Yield(StepOutputs.Outcome, Value.Of(port));
        activation.Complete(port);
    }

    private static void CheckOutcome(Assignment assignment, string outcome)
    {
        if (assignment.Outcomes.Any(o => o.Name == outcome)) return;
        throw new AnswerRefused(new Bilingual(
            $"“{outcome}” is no outcome of this step; choose one of " +
                $"{string.Join(", ", assignment.Outcomes.Select(o => o.Name))}.",
            $"« {outcome} » n'est pas une issue de cette étape ; choisissez entre " +
                $"{string.Join(", ", assignment.Outcomes.Select(o => o.Name))}."));
    }

    private static void Refuse(ImmutableArray<FieldProblem> problems)
    {
        if (problems.IsEmpty) return;
        throw new AnswerRefused(new Bilingual(
            string.Join(' ', problems.Select(p => p.Text.English)),
            string.Join(' ', problems.Select(p => p.Text.French))));
    }

    private static void Finish(Activation activation, Wait wait, Given given, Conclusion conclusion)
    {
        var assignment = wait.Assignment!;
        activation.CloseWait(wait);
        activation.FixCompletion(assignment.Step, given.DecidedOn);
        var said = AnswerSentences.Sentence(activation, assignment, given, conclusion.Outcome);
        var why = conclusion.Reasoning;
        activation.Note(Journal.JournalEvent.Answered,
            why.English.Length == 0 ? said : ($"{said.English}\n{why.English}", $"{said.French}\n{why.French}"),
            conclusion.Data.Members.Aggregate(
                AnswerSentences.Data(assignment, given, conclusion.Outcome), (data, m) => data.With(m.Key, m.Value)));
        foreach (var (field, target) in ((Value.Map)wait.Data[KeepMember]).Members)
            if (given.Answer.Has(field) && !activation.SetVariable(Plain.Text(target), given.Answer[field]))
                throw new ActivityFault((
                $"Keep: there is no variable “{Plain.Text(target)}”.",
                $"Keep : il n'y a pas de variable « {Plain.Text(target)} »."));
        activation.Yield(StepOutputs.Outcome, Value.Of(conclusion.Outcome));
        activation.Yield(StepOutputs.Answer, given.Answer);
        activation.Yield(StepOutputs.DecidedOn, Value.Of(given.DecidedOn.ToString("yyyy-MM-dd")));
        activation.Yield(StepOutputs.Late, Value.Of(given.IsLate));
        foreach (var (output, value) in conclusion.Yields) activation.Yield(output, value);
        activation.Complete(conclusion.Outcome);
    }
}
