namespace Procedures.Rehearsal;

/// <summary>A fact that came out otherwise than it was written down.</summary>
/// <param name="What">The fact's name, as the scenario writes it: deadlines.P1.07.</param>
public sealed record Difference(string What, Bilingual Expected, Bilingual Got)
{
    internal static readonly Bilingual None = ("none", "aucun");
    internal static readonly Bilingual NeverAsked = ("never asked", "jamais demandé");

    /// <summary>The day within the course at which it was looked at; null at the end.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Everything in one line.</summary>
    public Bilingual Text
    {
        get
        {
            var (at, le) = On is { } day ? ($"on {day:yyyy-MM-dd} ", $"au {day:yyyy-MM-dd}, ") : ("", "");
            return ($"{at}{What}: expected {Expected.English}, got {Got.English}",
                $"{le}{What} : attendu {Expected.French}, obtenu {Got.French}");
        }
    }

    public override string ToString() => Text.English;
}
