namespace Procedures.Mandates;

/// <summary>Who holds an office, from when until when (both days included, Europe/Paris).</summary>
/// <remarks>Office, state and first day say which mandate it is; a corrected name or end does not make another.</remarks>
/// <param name="Office">A fixed name: judge, cpt-member, secretary-general …</param>
/// <param name="State">The ISO 3166 code of the state in respect of which, or empty.</param>
/// <param name="Holder">The name; empty when the register does not say.</param>
/// <param name="Ends">Null when no end is known.</param>
public sealed record Mandate(string Office, string State, string Holder, DateOnly Begins, DateOnly? Ends)
{
    /// <summary>The source of rows that are examples: no file of ours gives their holder and days.</summary>
    public const string Sample = "sample";

    /// <summary>The how-manieth term in a row of the same holder; the CPT allows three.</summary>
    public int Term { get; init; } = 1;

    /// <summary>Where the facts come from, or <see cref="Sample"/>; may be empty.</summary>
    public string Source { get; init; } = "";

    public bool IsSample => Source == Sample;

    /// <summary>The mandate in one word, as it stands in addresses: judge_EE_2020-01-04.</summary>
    public string Key => $"{Office}_{State}_{Begins:yyyy-MM-dd}";

    /// <summary>The seat that follows from one holder to the next: judge_EE.</summary>
    public string Seat => $"{Office}_{State}";
}
