using System.Collections.Immutable;
using Procedures.Deadlines;

namespace Procedures.Mandates;

/// <summary>What is wrong with a mandate, whether it comes from a file or from a page.</summary>
/// <param name="states">The states that the register may name, by ISO 3166 code.</param>
public sealed class MandateCheck(Offices offices, IReadOnlyDictionary<string, Bilingual> states)
{
    /// <summary>
    /// Everything that is wrong with the mandate alone: the column, and the sentence for whoever wrote it.
    /// </summary>
    public ImmutableArray<(string Column, Bilingual Text)> Of(Mandate mandate)
    {
        var found = ImmutableArray.CreateBuilder<(string, Bilingual)>();
        if (offices.Find(mandate.Office) is not { } office)
        {
            found.Add(("office", NoOffice(mandate.Office)));
            return found.ToImmutable();
        }
        if (StateProblem(office, mandate.State) is { } state) found.Add(("state", state));
        if (office.RuleFor(mandate) is { } rule) found.AddRange(TermProblems(rule, mandate));
        else found.Add(NoRule(mandate));
        found.AddRange(VacancyProblems(mandate));
        return found.ToImmutable();
    }

    /// <summary>Terms of one seat that overlap: two people cannot hold it on the same day.</summary>
    /// <returns>Each with the earlier one that has not ended when it begins.</returns>
    public static IEnumerable<(Mandate Earlier, Mandate Later)> Overlaps(IEnumerable<Mandate> mandates)
    {
        foreach (var seat in mandates.GroupBy(m => m.Seat, StringComparer.Ordinal))
        {
            var terms = seat.OrderBy(m => m.Begins).ToArray();
            for (var i = 1; i < terms.Length; i++)
                if (terms[i - 1].LastDay is not { } last || last >= terms[i].Begins)
                    yield return (terms[i - 1], terms[i]);
        }
    }

    /// <summary>The sentence about a term that overlaps another one of its seat.</summary>
    public static Bilingual Overlap(Mandate other)
    {
        var holder = other.Holder.Length > 0 ? $" ({other.Holder})" : "";
        var begins = DateText.Long(other.Begins);
        if (other.LastDay is not { } last)
            return ($"Another term of this seat{holder}, from {begins.English}, has no known end: end it first.",
                $"Un autre mandat de ce siège{holder}, débuté le {begins.French}, n'a pas de fin connue : "
                + "mettez-y d'abord fin.");
        var ends = DateText.Long(last);
        return (
            $"The seat is held by another term{holder} from {begins.English} to {ends.English}: "
            + "two people cannot hold it on the same day.",
            $"Le siège relève d'un autre mandat{holder} du {begins.French} au {ends.French} : "
            + "deux personnes ne peuvent l'occuper le même jour.");
    }

    internal Bilingual NoOffice(string code)
    {
        var known = string.Join(", ", offices.All.Select(o => o.Code));
        return ($"There is no office “{code}”; there are {known}.",
            $"Il n'existe pas de fonction « {code} » ; il y a {known}.");
    }

    internal Bilingual? StateProblem(Office office, string state) => office.IsPerState switch
    {
        false when state.Length > 0 => ("This office does not belong to a state: leave the field empty.",
            "Cette fonction ne relève d'aucun État : laissez le champ vide."),
        true when !states.ContainsKey(state) => ($"“{state}” is not the two-letter code of a known state, such as EE.",
            $"« {state} » n'est pas le code à deux lettres d'un État connu, tel que EE."),
        _ => null,
    };

    private static (string, Bilingual) NoRule(Mandate mandate) => mandate.Rule is not null
        ? ("rule", ("This office has no such rule on its terms.",
            "Cette fonction n'a pas de telle règle sur les mandats."))
        : ("begins", ($"No rule on terms of this office is as old as {DateText.Long(mandate.Begins).English}.",
            $"Aucune règle sur les mandats de cette fonction ne remonte au {DateText.Long(mandate.Begins).French}."));

    private static IEnumerable<(string, Bilingual)> TermProblems(TermRule rule, Mandate mandate)
    {
        var latest = DateText.Long(rule.LatestEndOf(mandate.Begins));
        if (mandate.Ends < mandate.Begins)
            yield return ("ends", ("The term ends before it begins.", "Le mandat finit avant d'avoir commencé."));
        else if (mandate.Ends > rule.LatestEndOf(mandate.Begins))
            yield return ("ends", (
                $"The term is too long: {latest.English} is the last possible day ({rule.Source.English}).",
                $"Le mandat est trop long : le dernier jour possible est le {latest.French} ({rule.Source.French})."));
        if (rule.MostTerms is { } most && mandate.Term > most)
            yield return ("term", ($"Nobody serves more than {most} term(s) ({rule.Source.English}).",
                $"Nul n'exerce plus de {most} mandat(s) ({rule.Source.French})."));
    }

    private static IEnumerable<(string, Bilingual)> VacancyProblems(Mandate mandate)
    {
        if (mandate.LeftOn is null != mandate.Cause is VacancyCause.None)
            yield return (mandate.LeftOn is null ? "left" : "cause", (
                "An early end needs both: the last day in office, and its cause.",
                "Une fin anticipée demande les deux : le dernier jour en fonction et sa cause."));
        if (mandate.LeftOn < mandate.Begins)
            yield return ("left", ("The last day in office comes before the term begins.",
                "Le dernier jour en fonction précède le début du mandat."));
        if (mandate.LeftOn >= mandate.Ends)
            yield return ("left", (
                "The term ends on that day or earlier anyway: this is no early end.",
                "Le mandat prend fin ce jour-là ou plus tôt de toute façon : ce n'est pas une fin anticipée."));
    }
}
