using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Catalog;

/// <summary>
/// What an activity of this type does. One object serves all procedures; it keeps no state of its own.
/// </summary>
/// <remarks>
/// Every method is pure: it reads the activation that it is given and asks it for what shall happen. An activity
/// that neither completes nor waits nor starts children keeps its procedure suspended for ever.
/// </remarks>
public abstract class ActivityType
{
    public abstract ActivityDeclaration Declaration { get; }

    /// <summary>The activity's turn has come. Faults are thrown as <see cref="ActivityFault"/>.</summary>
    public abstract void Start(Activation activation);

    /// <summary>An activity that this one started has completed with these outcomes.</summary>
    public virtual void ChildCompleted(Activation activation, Activation child, Outcomes outcomes) =>
        activation.Complete(outcomes);

    /// <summary>An activity that this one started was cancelled by something else than this one.</summary>
    public virtual void ChildCancelled(Activation activation, Activation child) { }

    /// <summary>What the activity waited for has come: an answer, an event, a moment, a child's end.</summary>
    public virtual void Resumed(Activation activation, Wait wait, Value payload) => activation.Complete();

    /// <summary>The last day of the wait has passed without an answer. By default nothing more happens.</summary>
    public virtual void Expired(Activation activation, Wait wait) { }

    /// <summary>A date of reference was fixed anew from outside the drawing while the activity ran.</summary>
    public virtual void AnchorMoved(Activation activation, string name) { }

    /// <summary>
    /// What the wait asks, after variables of the procedure have changed; by default what it asked before.
    /// </summary>
    public virtual Assignment AskedNow(Activation activation, Wait wait, Assignment assignment) => assignment;

    /// <summary>
    /// When an activity of this type that is marked as a start next starts a procedure by itself, UTC; null when the
    /// clock never starts it (any more).
    /// </summary>
    /// <param name="after">Only later moments count.</param>
    /// <param name="previous">The moment of the last start; null when the definition has just been published.</param>
    /// <exception cref="ActivityFault">The moment cannot be told from the definition alone.</exception>
    public virtual DateTimeOffset? NextStart(ActivityNode node, DateTimeOffset after, DateTimeOffset? previous) => null;
}
