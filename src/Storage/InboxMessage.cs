using Procedures.Execution;

namespace Procedures.Storage;

/// <summary>
/// Something that one procedure, or somebody outside, asks of procedures. It is stored before it is done.
/// </summary>
/// <param name="Id">
/// The same message has the same id for ever: the sender's step and the place in it, or the outside sender's own id.
/// </param>
/// <param name="Origin">The tree of procedures from which it comes; see <see cref="ProcedureTree"/>.</param>
/// <param name="Dispatch">
/// What is asked; <see cref="Execution.Dispatch.Unreadable"/> when this program cannot tell.
/// </param>
/// <param name="CreatedAt">UTC.</param>
public sealed record InboxMessage(string Id, string Origin, Dispatch Dispatch, DateTimeOffset CreatedAt)
{
    /// <summary>How often it has failed.</summary>
    public int Attempts { get; init; }
}
