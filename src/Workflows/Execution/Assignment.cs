using System.Collections.Immutable;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>Who must act, and what is asked.</summary>
/// <param name="Step">The step's code in the procedure's rules, such as P1.07.</param>
/// <param name="Body">The code of the body that acts, with the state where it has one: GOV(EE).</param>
public sealed record Assignment(string Step, Bilingual Title, string Body)
{
    /// <summary>
    /// The title that letters and lists show in place of a confidential step's; null when the title may be shown.
    /// </summary>
    public Bilingual? PublicTitle { get; init; }

    /// <summary>The title that everybody may read: of a confidential step the neutral one.</summary>
    public Bilingual OpenTitle() => IsConfidential ? PublicTitle ?? NeutralTitle : Title;

    /// <summary>What a confidential step is called when its definition gives it no neutral title.</summary>
    public static readonly Bilingual NeutralTitle = ("Confidential step", "Étape confidentielle");

    /// <summary>The stage of the file to which the step belongs.</summary>
    public Bilingual Stage { get; init; } = Bilingual.Empty;
    public Bilingual Instructions { get; init; } = Bilingual.Empty;
    public ImmutableArray<OutcomeChoice> Outcomes { get; init; } = [];

    /// <summary>The form's fields, a list of maps; see docs/architecture.md.</summary>
    public Value.List Form { get; init; } = Value.List.Empty;
    public ImmutableArray<Bilingual> Documents { get; init; } = [];
    public Bilingual LegalSource { get; init; } = Bilingual.Empty;

    /// <summary>Law, practice or our default: which one speaks.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Why the step differs from what the law says, with the source; empty when it does not.</summary>
    public Bilingual Deviation { get; init; } = Bilingual.Empty;

    /// <summary>Letters and lists about the step tell its public title, the day and a link, and nothing else.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>Something that may be reported at any time; nobody is asked and nobody is late.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The answer carries a seed that the host draws (drawing of lots).</summary>
    public bool NeedsSeed { get; init; }

    /// <summary>The secretariat that owns the procedure, for the copy.</summary>
    public string? CopyTo { get; init; }
}
