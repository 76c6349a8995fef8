namespace Procedures.Deadlines.Notation;

/// <summary>A year: written out (<c>2026</c>), or that of a date of reference (<c>year(TS) - 1</c>).</summary>
internal sealed record YearReference(int Number, string? Anchor)
{
    public static YearReference Fixed(int year) => new(year, null);

    /// <summary>The year of an anchor, and so many years later.</summary>
    public static YearReference Of(string anchor, int shift) => new(shift, anchor);

    public IEnumerable<string> Names => Anchor is null ? [] : [Anchor];

    public int? Find(Reckoning reckoning) => Anchor is null ? Number : reckoning.YearOf(Anchor) + Number;

    /// <summary>"2026", or "the year of TS" with its shift.</summary>
    public Bilingual Words
    {
        get
        {
            if (Anchor is null) return Bilingual.Same($"{Number}");
            var shift = Number switch { 0 => "", > 0 => $" + {Number}", _ => $" − {-Number}" };
            return ($"the year of {Anchor}{shift}", $"l'année de {Anchor}{shift}");
        }
    }
}
