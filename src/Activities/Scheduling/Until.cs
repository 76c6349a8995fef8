using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.Scheduling;

/// <summary>Lengths of time as inputs, and waiting until a moment.</summary>
internal static class Until
{
    public static InputDeclaration Length(string name, Bilingual displayName) => new(
        name, "TimeSpan", displayName,
        ("[d.]hh:mm:ss: 15.00:00:00 is fifteen days.", "[j.]hh:mm:ss : 15.00:00:00 vaut quinze jours."))
    {
        Default = Value.Of("00:01:00"),
    };

    public static TimeSpan LengthOf(Activation activation, InputDeclaration input) =>
        Durations.Parse(activation.Text(input)) ?? throw new ActivityFault((
            $"{input.Name}: “{activation.Text(input)}” is no length of time such as 15.00:00:00.",
            $"{input.Name} : « {activation.Text(input)} » n'est pas une durée telle que 15.00:00:00."));

    /// <summary>Waits until the moment; one that is not in the future completes the activity at once.</summary>
    public static void WaitOrComplete(Activation activation, DateTimeOffset moment)
    {
        var until = moment.ToUniversalTime();
        if (until > activation.Now) activation.Wait(new WaitRequest(WaitKind.Timer) { Until = until });
        else activation.Complete();
    }
}
