using Procedures.Catalog;
using Procedures.Execution;

namespace Procedures.Activities.ControlFlow;

/// <summary>Places for embedded activities that several types share.</summary>
internal static class Ports
{
    public static readonly PortDeclaration Body = new("Body", ("Body", "Corps"), IsEmbedded: true);

    /// <summary>Lets the embedded activity have its turn, or completes at once when there is none.</summary>
    public static void ScheduleOrComplete(this Activation activation, PortDeclaration port)
    {
        if (activation.Node.Ports.TryGetValue(port.Member, out var child)) activation.Schedule(child);
        else activation.Complete();
    }
}
