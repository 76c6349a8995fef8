namespace Procedures.Mandates;

/// <summary>Why a seat fell vacant before its term had ended: a casual vacancy.</summary>
public enum VacancyCause
{
    /// <summary>It did not: the term runs to its end.</summary>
    None,

    Resignation,

    Death,

    /// <summary>
    /// Dismissal, or loss of the seat by decision (Convention, Article 23 § 4; rules of the committee).
    /// </summary>
    Dismissal,
}
