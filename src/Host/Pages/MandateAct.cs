using Procedures.Expressions;
using Procedures.Forms;
using Procedures.Mandates;

namespace Procedures.Pages;

/// <summary>Something that may be done with a mandate of the register, with its form.</summary>
/// <param name="Name">The last segment of its address.</param>
/// <param name="Make">The mandate as it stands afterwards, from the tidy form; null when it is taken out.</param>
public sealed record MandateAct(
    string Name, Bilingual Title, Bilingual Text, Form Form, Func<Value.Map, Mandate?> Make)
{
    /// <summary>What stands in the form before anybody has typed.</summary>
    public Value.Map Defaults { get; init; } = Value.Map.Empty;
}
