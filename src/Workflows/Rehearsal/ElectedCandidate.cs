using Procedures.Expressions;

namespace Procedures.Rehearsal;

/// <summary>Finds out who was elected in a rehearsed year.</summary>
public static class ElectedCandidate
{
    /// <summary>
    /// The name that an output of the procedure or of a child procedure gives; null when there is none.
    /// </summary>
    public static string? Of(RehearsedYear year) =>
        year.All.SelectMany(p => p.Outputs.Members).SelectMany(m => m.Value is Value.Map map ? map.Members : [m])
            .Where(m => m.Key.Equals("elected", StringComparison.OrdinalIgnoreCase))
            .Select(m => m.Value.AsText).FirstOrDefault(name => name is { Length: > 0 });
}
