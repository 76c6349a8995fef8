using System.Collections.Immutable;

namespace Procedures.Mandates;

/// <summary>What a file changes of the register.</summary>
public static class MandateChanges
{
    /// <summary>The reason of what a file changes.</summary>
    public const string Reason = "CSV";

    /// <summary>
    /// One change for each mandate that is new or stands otherwise in the register, and for each example that falls
    /// away.
    /// </summary>
    /// <param name="sheet">Laid over the register.</param>
    /// <param name="register">By key.</param>
    /// <param name="now">UTC.</param>
    public static ImmutableArray<MandateChange> Of(
        MandateSheet sheet, IReadOnlyDictionary<string, Mandate> register, string actor, DateTimeOffset now) =>
    [
        .. sheet.Replaced.Select(m => new MandateChange(m, null, actor, Reason, now)),
        .. sheet.Mandates.Select(m => new MandateChange(register.GetValueOrDefault(m.Key), m, actor, Reason, now))
            .Where(change => change.Before != change.After),
    ];
}
