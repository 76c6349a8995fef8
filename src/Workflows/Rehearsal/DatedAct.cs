using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Rehearsal;

/// <summary>Something besides answers that happens on a given day of a rehearsal.</summary>
/// <param name="On">Europe/Paris.</param>
public abstract record DatedAct(DateOnly On)
{
    /// <summary>A date of reference is fixed anew, in the morning, before anybody answers.</summary>
    public sealed record MoveAnchor(DateOnly On, string Name, AnchorValue Value, string Reason) : DatedAct(On);

    /// <summary>An event is published.</summary>
    public sealed record PublishEvent(DateOnly On, string Name, Value Payload) : DatedAct(On);

    /// <summary>The procedure is discontinued.</summary>
    public sealed record Discontinue(DateOnly On, string Reason) : DatedAct(On);

    /// <summary>Somebody reports what may happen at any time; what it is, is chosen when the day has come.</summary>
    /// <param name="Choose">The act that fits the procedure as it stands then; null when none does.</param>
    public sealed record Intervene(DateOnly On, Func<Procedure, Act?> Choose) : DatedAct(On);

    /// <summary>
    /// Somebody records that the step that was left last, because its last day had passed, was done on that day.
    /// </summary>
    public sealed record RecordLate(DateOnly On, string Reason) : DatedAct(On);

    /// <summary>Somebody looks, late in the evening; nothing changes.</summary>
    public sealed record Look(DateOnly On, Action<RehearsedYear> See) : DatedAct(On);

    private static readonly TimeOnly Morning = new(9, 0);
    private static readonly TimeOnly Evening = new(23, 0);

    internal DateTimeOffset At => ParisTime.At(On, this is Look ? Evening : Morning);
}
