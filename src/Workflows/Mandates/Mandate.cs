using System.Text.Json.Serialization;

namespace Procedures.Mandates;

/// <summary>Who holds an office, from when until when (both days included, Europe/Paris).</summary>
/// <remarks>Office, state and first day say which mandate it is; a corrected name or end does not make
/// another.</remarks>
/// <param name="Office">A fixed name: judge, cpt-member, secretary-general …</param>
/// <param name="State">The ISO 3166 code of the state in respect of which, or empty.</param>
/// <param name="Holder">The name; empty when the register does not say.</param>
/// <param name="Ends">The last day of the term; null when no end is known.</param>
public sealed record Mandate(string Office, string State, string Holder, DateOnly Begins, DateOnly? Ends)
{
    /// <summary>The source of rows that are examples: no file of ours gives their holder and days.</summary>
    public const string Sample = "sample";

    /// <summary>The how-manieth term in a row of the same holder; the CPT allows three.</summary>
    public int Term { get; init; } = 1;

    /// <summary>
    /// Where the facts come from, or <see cref="Sample"/>; in English, or in the one language in which it was given.
    /// </summary>
    public string Source { get; init; } = "";

    /// <summary>The source in French; empty when it was given in one language only.</summary>
    public string SourceFr { get; init; } = "";

    /// <summary>The first day of the rule on this term, when it is not the one that its own first day says.</summary>
    public DateOnly? Rule { get; init; }

    /// <summary>The last day in office when the seat fell vacant before the term had ended; null otherwise.</summary>
    public DateOnly? LeftOn { get; init; }

    /// <summary>
    /// Why it fell vacant; <see cref="VacancyCause.None"/> exactly when <see cref="LeftOn"/> is null.
    /// </summary>
    public VacancyCause Cause { get; init; }

    /// <summary>
    /// What whoever keeps the register wants to remember; in English, or in the one language in which it was given.
    /// </summary>
    public string Remark { get; init; } = "";

    /// <summary>The remark in French; empty when it was given in one language only.</summary>
    public string RemarkFr { get; init; } = "";

    /// <summary>
    /// The first day under which the mandate was entered, when it has been corrected since: its procedure keeps the
    /// reference that follows from it, so that a correction opens no second one.
    /// </summary>
    public DateOnly? EnteredAs { get; init; }

    [JsonIgnore]
    public bool IsSample => Source == Sample;

    /// <summary>The source for readers of each language.</summary>
    [JsonIgnore]
    public Bilingual SourceText => Either(Source, SourceFr);

    /// <summary>The remark for readers of each language.</summary>
    [JsonIgnore]
    public Bilingual RemarkText => Either(Remark, RemarkFr);

    /// <summary>The last day in office: the end of the term, or an earlier one.</summary>
    [JsonIgnore]
    public DateOnly? LastDay => LeftOn ?? Ends;

    /// <summary>The day on which the seat fell vacant before the term had ended; null otherwise.</summary>
    [JsonIgnore]
    public DateOnly? VacantOn => LeftOn?.AddDays(1);

    /// <summary>The mandate in one word, as it stands in addresses: judge_EE_2020-01-04.</summary>
    [JsonIgnore]
    public string Key => $"{Office}_{State}_{Begins:yyyy-MM-dd}";

    /// <summary>The seat that follows from one holder to the next: judge_EE.</summary>
    [JsonIgnore]
    public string Seat => $"{Office}_{State}";

    // What was given in one language is better than nothing.
    private static Bilingual Either(string english, string french) =>
        (english.Length > 0 ? english : french, french.Length > 0 ? french : english);
}
