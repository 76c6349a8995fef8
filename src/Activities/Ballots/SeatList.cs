using System.Collections.Immutable;

namespace Procedures.Ballots;

/// <summary>The register of seats as somebody types it, one seat a line: “EE-1: Tamm; Sepp, Kask”.</summary>
public static class SeatList
{
    /// <summary>The seats, and everything that is wrong with the lines; each problem quotes its line.</summary>
    /// <param name="isState">Whether a code is that of a state; null where the states are not known.</param>
    public static (ImmutableArray<Seat> Seats, ImmutableArray<Bilingual> Problems) Read(
        IEnumerable<string> lines, Func<string, bool>? isState)
    {
        var seats = ImmutableArray.CreateBuilder<Seat>();
        var problems = ImmutableArray.CreateBuilder<Bilingual>();
        var lineOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            var seat = SeatIn(line);
            if ((seat is null ? Unreadable : Wrong(seat, isState, lineOf)) is { } wrong)
                problems.Add(($"“{line}”: {wrong.English}", $"« {line} » : {wrong.French}"));
            else
            {
                seats.Add(seat!);
                lineOf.Add(seat!.Key, line);
            }
        }
        return (seats.ToImmutable(), problems.ToImmutable());
    }

    /// <summary>What stands before and after the first colon; null when one of them is empty.</summary>
    public static (string Seat, string People)? Pair(string line)
    {
        var parts = line.Split(':', 2, StringSplitOptions.TrimEntries);
        return parts is [{ Length: > 0 }, { Length: > 0 }] ? (parts[0], parts[1]) : null;
    }

    private static readonly Bilingual Unreadable = (
        "write the seat, a colon and the representative, and after a semicolon the substitutes: "
            + "EE-1: Tamm; Sepp, Kask.",
        "écrivez le siège, deux-points et le représentant, puis après un point-virgule les suppléants : "
            + "EE-1: Tamm; Sepp, Kask.");

    private static Seat? SeatIn(string line)
    {
        if (Pair(line) is not var (key, people)) return null;
        var parts = people.Split(';', 2, StringSplitOptions.TrimEntries);
        return parts[0].Length == 0 ? null : new Seat(key, parts[0], parts.Length < 2 ? []
            : [.. parts[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]);
    }

    private static Bilingual? Wrong(Seat seat, Func<string, bool>? isState, Dictionary<string, string> lineOf)
    {
        if (lineOf.TryGetValue(seat.Key, out var earlier))
            return ($"the seat {seat.Key} stands in the list already: “{earlier}”.",
                $"le siège {seat.Key} figure déjà dans la liste : « {earlier} ».");
        string[] people = [seat.Representative, .. seat.Substitutes];
        if (people.GroupBy(p => p).FirstOrDefault(g => g.Count() > 1) is { Key: var twice })
            return ($"{twice} stands twice on the line.", $"{twice} figure deux fois sur la ligne.");
        var state = Seat.StateOf(seat.Key);
        if (isState is null || isState(state)) return null;
        return state.Length == 0
            ? ("a seat is the code of its state, a hyphen and a number: EE-1.",
                "un siège s'écrit : code de l'État, trait d'union, numéro, par exemple EE-1.")
            : ($"{state} is not the code of a state.", $"{state} n'est pas le code d'un État.");
    }
}
