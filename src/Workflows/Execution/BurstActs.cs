using Procedures.Catalog;
using Procedures.Deadlines;
using Procedures.Expressions;
using Procedures.Journal;

namespace Procedures.Execution;

/// <summary>What activities ask of the step: outputs, names, letters, dates, interruption.</summary>
internal sealed partial class Burst
{
    public void Note(string happening, Activation? activation, Bilingual sentence, Value data) =>
        Log.Write(happening, activation, sentence, data);

    /// <summary>The answer that this step takes, or null.</summary>
    public Stimulus.TaskCompleted? Answering { get; set; }
    public Value TriggerPayload { get; set; } = Value.Undefined;

    public bool IsAnswering(Wait wait) => Answering?.Wait == wait.Id;

    public void ResumeAndClose(Wait wait, Value payload)
    {
        Waits.Close(wait);
        Resume(wait, payload);
    }

    public void SetName(string name) => Name = name;

    public string NewChildId() => $"{Before.Id}.{_nextChild++}";

    /// <summary>A letter to a body that exists once per state, without naming one, goes to every member state.</summary>
    public void Send(Letter letter)
    {
        if (!Institution.IsEveryState(letter.To))
        {
            Letters.Add(letter);
            return;
        }
        // One copy for the secretariat is enough, however many governments are written to.
        var copy = letter.CopyTo;
        foreach (var state in Institution.Members)
        {
            Letters.Add(letter with { To = Institution.CodeFor(letter.To, state), CopyTo = copy });
            copy = null;
        }
    }

    public void Yield(Activation activation, OutputDeclaration declaration, Value value)
    {
        LastResult = value;
        var own = Yields[activation.Node.Id] as Value.Map ?? Value.Map.Empty;
        Yields = Yields.With(activation.Node.Id, own.With(declaration.Name, value));
        if (!activation.Node.Outputs.TryGetValue(declaration.Member, out var binding)) return;
        if (VariableScope.Set(activation, binding.Target, value)) return;
        if (Before.Definition.Outputs.Any(o => o.Name == binding.Target))
            Outputs = Outputs.With(binding.Target, value);
        else
            throw new ActivityFault((
                $"The output {declaration.Name} is bound to {binding.Target}, which is neither a variable nor an output.",
                $"La sortie {declaration.Name} est liée à {binding.Target}, qui n'est ni une variable ni une sortie."));
    }

    public void ChangeAnchors(Func<AnchorBook, AnchorBook> change, Activation? activation)
    {
        var before = Anchors;
        Anchors = change(before).Recompute(Institution.Calendar);
        foreach (var difference in AnchorBook.Differences(before, Anchors))
            Note(JournalEvent.AnchorsSet, activation, difference.Sentence, difference.Data);
        Waits.RecomputeDeadlines();
    }

    /// <summary>Fixes the day on which a step was opened or completed.</summary>
    public void FixStep(string name, DateOnly day, Activation? activation)
    {
        if (Anchors.Sheet.Contains(name, StringComparison.Ordinal))
        {
            ChangeAnchors(book => book.Fix(name, day), activation);
            return;
        }
        Anchors = Anchors.FixStep(name, day);
        Waits.RecomputeDeadlines(name);
    }

    /// <summary>Lets an activity that has failed begin again, as it was begun the first time.</summary>
    public void BeginAgain(Activation failed)
    {
        _activations.Remove(failed);
        Retried.Add(failed.Id);
        var own = failed.Node.Variables.Select(v => v.Id).ToHashSet(StringComparer.Ordinal);
        var handed = new Value.Map([.. failed.Variables.Members.Where(v => !own.Contains(v.Key))]);
        Schedule(new Work(failed.Node, failed.Parent!, failed.Given, handed));
    }

    /// <summary>Cancels an activity from outside; an incident that it stands still on is given up with it.</summary>
    public void GiveUp(Activation activation)
    {
        GivenUp.UnionWith(_activations.Where(a => IsWithin(a, activation)).Select(a => a.Id));
        activation.Status = ActivationStatus.Running;
        Cancel(activation);
    }

    /// <summary>The procedures that an activation, or one within it, has opened and waits for.</summary>
    public string[] ChildrenAwaitedBy(Activation activation) =>
    [
        .. Waits.All.Where(w => w is { Kind: WaitKind.Child, Key: not null })
            .Where(w => IsWithin(Find(w.Activation), activation)).Select(w => w.Key!),
    ];

    public void Interrupt(Activation? activation, Bilingual reason)
    {
        Interruption = new Interruption(Today, reason, Waits.Next);
        Waits.Pause();
        Note(JournalEvent.ProcedureInterrupted, activation,
            ($"Procedure interrupted: {reason.English}", $"Procédure interrompue : {reason.French}"), Value.Undefined);
    }

    public void ResumeProcedure(Activation? activation)
    {
        if (Interruption is null) return;
        Interruption = null;
        Waits.Unpause();
        Note(JournalEvent.ProcedureResumed, activation, ("Procedure resumed.", "Procédure reprise."), Value.Undefined);
    }
}
