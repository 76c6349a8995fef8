using System.Collections.Immutable;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Procedures.Deadlines;

namespace Procedures;

/// <summary>
/// What every procedure of the Organisation may look up: its calendar, its bodies and its member states.
/// </summary>
/// <remarks>Plain data, read before the engine starts. A body that exists once per state is written GOV(EE).</remarks>
public sealed partial class Institution(
    Calendar calendar, IReadOnlyDictionary<string, Body> bodies, IReadOnlyDictionary<string, Bilingual> states)
{
    public static readonly Institution Empty =
        new(Calendar.Empty, FrozenDictionary<string, Body>.Empty, FrozenDictionary<string, Bilingual>.Empty);

    public Calendar Calendar { get; } = calendar;
    public IReadOnlyDictionary<string, Body> Bodies { get; } = bodies;

    /// <summary>Names of states by ISO 3166 two-letter code.</summary>
    public IReadOnlyDictionary<string, Bilingual> States { get; } = states;

    /// <summary>The codes of the present member states, in alphabetical order of the codes.</summary>
    public ImmutableSortedSet<string> Members { get; init; } = [.. states.Keys];

    /// <summary>The same with other days of those part-sessions.</summary>
    public Institution With(IEnumerable<PartSession> parts) =>
        new(parts.Aggregate(Calendar, (calendar, part) => calendar.With(part)), Bodies, States) { Members = Members };

    /// <summary>The body's name for people: "Government of Estonia".</summary>
    public Bilingual NameOf(string code)
    {
        var match = OfState().Match(code);
        if (!match.Success) return Bodies.TryGetValue(code, out var body) ? body.NameOfAll : Bilingual.Same(code);
        var name = Bodies.TryGetValue(match.Groups[1].Value, out var ofState) ? ofState.Name
            : Bilingual.Same(match.Groups[1].Value);
        var state = States.TryGetValue(match.Groups[2].Value, out var known) ? known
            : Bilingual.Same(match.Groups[2].Value);
        return ($"{name.English} ({state.English})", $"{name.French} ({state.French})");
    }

    /// <summary>The body's code with the state added where the body exists once per state.</summary>
    public string CodeFor(string body, string? state) =>
        state is { Length: > 0 } && Bodies.TryGetValue(body, out var known) && known.IsPerState ? $"{body}({state})"
            : body;

    /// <summary>
    /// Whether the code means the bodies of every state: one that exists once per state, and no state is named.
    /// </summary>
    public bool IsEveryState(string code) =>
        Members.Count > 0 && Bodies.TryGetValue(code, out var known) && known.IsPerState;

    /// <summary>The body without its state: GOV of GOV(EE); empty when the code names no state.</summary>
    public static string BaseOf(string code) =>
        OfState().Match(code) is { Success: true } match ? match.Groups[1].Value : "";

    [GeneratedRegex(@"^([A-Z]+)\(([^)]*)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex OfState();
}
