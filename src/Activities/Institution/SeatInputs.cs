using System.Collections.Immutable;
using Procedures.Ballots;
using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities;

/// <summary>Reads the seats of a register and the signatures in it from lines.</summary>
internal static class SeatInputs
{
    /// <summary>One seat a line: “EE-1: Tamm; Sepp, Kask” — seat, representative, designated substitutes.</summary>
    /// <exception cref="ActivityFault">A line names no representative, or a seat stands twice.</exception>
    public static ImmutableArray<Seat> Read(Activation activation, InputDeclaration input)
    {
        var (seats, problems) = SeatList.Read(Lines(activation.Input(input)), null);
        return problems.IsEmpty ? seats : throw new ActivityFault((
            $"{input.Name}: {problems[0].English}", $"{input.Name} : {problems[0].French}"));
    }

    public static Value ToValue(Seat seat) => Value.MapOf(("key", Value.Of(seat.Key)),
        ("representative", Value.Of(seat.Representative)), ("substitutes", CandidateInputs.List(seat.Substitutes)));

    public static Seat OfValue(Value value)
    {
        var map = (Value.Map)value;
        return new Seat(Plain.Text(map["key"]), Plain.Text(map["representative"]),
            [.. Plain.Items(map["substitutes"]).Select(Plain.Text)]);
    }

    /// <summary>“EE-1: Sepp”: the seat and who signed for it; null when the line has no colon.</summary>
    public static (string Seat, string Person)? Signature(string line) => SeatList.Pair(line);

    private static IEnumerable<string> Lines(Value value) => value is Value.Text { Content: var text }
        ? text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        : Plain.Items(value).Select(Plain.Text).Where(l => l.Length > 0);
}
