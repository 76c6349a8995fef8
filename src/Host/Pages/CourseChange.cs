using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Rehearsal;

namespace Procedures.Pages;

/// <summary>A step of the year to come that would be asked otherwise, no longer, or newly.</summary>
/// <param name="Before">As it would be asked if nothing changed; null when it would not be.</param>
/// <param name="After">As it would be asked afterwards; null when it would not be.</param>
public sealed record CourseChange(RehearsedTask? Before, RehearsedTask? After)
{
    public RehearsedTask Task => After ?? Before!;

    /// <summary>Whether who reads that language would notice.</summary>
    public bool DiffersIn(Language language) => Before is null || After is null || Before.LastDay != After.LastDay
        || IsGivenAway || IsRenamedIn(language);

    /// <summary>Whether it would be asked under another title in that language.</summary>
    public bool IsRenamedIn(Language language) =>
        Before?.Wait.Assignment is { } before && After?.Wait.Assignment is { } after
        && TaskTitle.Of(before).In(language) != TaskTitle.Of(after).In(language);

    /// <summary>Whether it would be asked of another body.</summary>
    public bool IsGivenAway => Before is not null && After is not null
        && Before.Wait.Assignment!.Body != After.Wait.Assignment!.Body;

    /// <summary>Compares two years, step by step, in the order in which they would be asked.</summary>
    public static ImmutableArray<CourseChange> Between(RehearsedYear before, RehearsedYear after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (then, now) = (Asked(before), Asked(after));
        var gone = then.Where(t => !now.ContainsKey(t.Key)).Select(t => new CourseChange(t.Value, null));
        var rest = now.Select(n => new CourseChange(then.GetValueOrDefault(n.Key), n.Value))
            .Where(c => c.DiffersIn(Language.English) || c.DiffersIn(Language.French));
        return [.. rest.Concat(gone).OrderBy(c => c.Task.AskedOn)];
    }

    // Activities are known again by their ids, and repeated ones by how often they have been asked.
    private static Dictionary<(string, string, int), RehearsedTask> Asked(RehearsedYear year) => year.Tasks
        .Where(t => t.Wait.Assignment is { IsOptional: false })
        .GroupBy(t => (t.Step, t.Wait.ActivityId))
        .SelectMany(g => g.Select((t, i) => (Key: (g.Key.Step, g.Key.ActivityId, i), Task: t)))
        .ToDictionary(t => t.Key, t => t.Task);
}
