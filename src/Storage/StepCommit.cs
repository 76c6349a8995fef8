using System.Collections.Immutable;
using Procedures.Execution;
using Procedures.Mandates;

namespace Procedures.Storage;

/// <summary>A step with all that is written in its transaction.</summary>
/// <param name="Stimulus">What caused the step; a closed task learns from it how and by whom it was closed.</param>
public sealed record StepCommit(Step Step, Stimulus Stimulus)
{
    /// <summary>The letters, written out for each addressee. A letter that has been written before is left alone.</summary>
    public ImmutableArray<StoredLetter> Letters { get; init; } = [];

    /// <summary>
    /// The revision of the address book from which the letters were addressed: when a contact has changed since, the step
    /// loses the race. Null when no letter asked for it.
    /// </summary>
    public long? AddressBook { get; init; }

    /// <summary>The inbox message that the step does; it goes in the same transaction.</summary>
    public string? InboxId { get; init; }

    /// <summary>The start that the opening is, or null.</summary>
    public TriggerStart? Start { get; init; }

    /// <summary>The tree whose caller waits for what follows; null: the tree of the procedure itself.</summary>
    public string? Origin { get; init; }

    /// <summary>What the step asks of other procedures, each message with the id that it has for ever.</summary>
    internal IEnumerable<InboxMessage> Messages
    {
        get
        {
            var after = Step.After;
            var origin = Origin ?? ProcedureTree.RootOf(after.Id);
            return Step.Dispatches
                .Select((dispatch, i) =>
                    new InboxMessage($"{after.Id}/{after.Step}/{i + 1}", origin, dispatch, after.ChangedAt))
                .Where(message => message.Dispatch is not Dispatch.RunTask);
        }
    }
    /// <summary>The term that begins because of the step: the end of an election fills a seat. Written with it.</summary>
    public Mandate? NewTerm { get; init; }
}
