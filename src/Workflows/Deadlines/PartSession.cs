namespace Procedures.Deadlines;

/// <summary>
/// One of the four parts of a yearly session of the Assembly. Parts have numbers, not months: part 4 often opens in
/// September. An extraordinary session is not a part-session.
/// </summary>
/// <param name="Year">The year of the session.</param>
/// <param name="Number">1 to 4.</param>
/// <param name="Opens">First day.</param>
/// <param name="Closes">Last day.</param>
/// <param name="Status">How certain the two days are.</param>
public sealed record PartSession(int Year, int Number, DateOnly Opens, DateOnly Closes, PartStatus Status)
{
    private static readonly Bilingual[] Ordinals =
        [("first", "première"), ("second", "deuxième"), ("third", "troisième"), ("fourth", "quatrième")];

    /// <summary>True while the dates may still change.</summary>
    public bool IsProvisional => Status is PartStatus.ToConfirm or PartStatus.Projected;

    /// <summary>"third part-session of 2026", "troisième partie de session de 2026", without an article.</summary>
    public Bilingual Name => NameOf(Year, Number);

    /// <summary>How a rule names this part: <c>part(2026,3)</c>.</summary>
    public string Notation => $"part({Year},{Number})";

    /// <summary>The name of part <paramref name="number"/> (1 to 4) of a year.</summary>
    public static Bilingual NameOf(int year, int number) =>
        ($"{Ordinals[number - 1].English} part-session of {year}",
         $"{Ordinals[number - 1].French} partie de session de {year}");

    internal static Bilingual Ordinal(int number) => Ordinals[number - 1];
}
