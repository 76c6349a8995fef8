using System.Collections.Immutable;

namespace Procedures.Ballots;

/// <summary>
/// The register of one ballot: each seat is signed for at most once, each person signs at most once, and only the
/// representative or a designated substitute signs. A later ballot begins with a new register.
/// </summary>
public sealed record VotingRegister
{
    private readonly ImmutableDictionary<string, Seat> _seats;

    /// <exception cref="ArgumentException">Two seats have the same key.</exception>
    public VotingRegister(IEnumerable<Seat> seats) =>
        _seats = seats.ToImmutableDictionary(s => s.Key, StringComparer.Ordinal);

    /// <summary>Who has signed, by the key of the seat.</summary>
    public ImmutableSortedDictionary<string, string> Signatures { get; private init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Lets a person sign for a seat.</summary>
    public Signing Sign(string seatKey, string person)
    {
        if (!_seats.TryGetValue(seatKey, out var seat)) return Unknown(seatKey);
        if (seat.Representative != person && !seat.Substitutes.Contains(person))
            return Refused($"{person} was not designated for the seat {seatKey}; there {Who(seat).English} may sign.",
                $"{person} n'a pas été désigné(e) pour le siège {seatKey} ; peut y signer : {Who(seat).French}.");
        if (Signatures.TryGetValue(seatKey, out var earlier))
            return Refused($"{earlier} has already signed for the seat {seatKey}.",
                $"{earlier} a déjà signé pour le siège {seatKey}.");
        if (Signatures.FirstOrDefault(s => s.Value == person).Key is { } other)
            return Refused($"{person} has already signed for the seat {other}.",
                $"{person} a déjà signé pour le siège {other}.");
        return new Signing.Signed(this with { Signatures = Signatures.Add(seatKey, person) });
    }

    /// <summary>The register of a further ballot: every seat is free again.</summary>
    public VotingRegister Reopened() => this with { Signatures = Signatures.Clear() };

    private Signing.Refused Unknown(string seatKey)
    {
        var state = Seat.StateOf(seatKey);
        var near = _seats.Keys.Where(k => state.Length > 0 && Seat.StateOf(k) == state)
            .Order(StringComparer.Ordinal).ToArray();
        return near.Length > 0
            ? Refused($"There is no seat {seatKey}; the seats of {state} are {string.Join(", ", near)}.",
                $"Il n'y a pas de siège {seatKey} ; les sièges de {state} sont {string.Join(", ", near)}.")
            : Refused($"There is no seat {seatKey}, and no other of that state in this register.",
                $"Il n'y a pas de siège {seatKey}, ni d'autre siège de cet État dans ce registre.");
    }

    private static Bilingual Who(Seat seat)
    {
        string[] names = [seat.Representative, .. seat.Substitutes];
        string Joined(string or) => names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} {or} {names[^1]}";
        return (Joined("or"), Joined("ou"));
    }

    private static Signing.Refused Refused(string english, string french) => new((english, french));
}
