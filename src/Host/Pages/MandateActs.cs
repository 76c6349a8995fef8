using System.Collections.Immutable;
using Procedures.Deadlines;
using Procedures.Forms;
using Procedures.Mandates;

namespace Procedures.Pages;

/// <summary>
/// What can be done with a mandate of the register: correct it, end it early, extend it, take it out.
/// </summary>
internal static class MandateActs
{
    public const string New = "new";

    /// <summary>Enters a mandate of an office.</summary>
    public static MandateAct Entered(Office office, Institution institution) => new(
        New, ("Add a mandate", "Ajouter un mandat"),
        ("Who holds the seat, from when until when. A seat that nobody holds is entered without a holder.",
            "Qui occupe le siège, de quel jour à quel jour. Un siège vacant s'inscrit sans titulaire."),
        new Form([.. MandateFields.Of(office, institution, withState: true, withVacancy: false)]),
        answer => MandateFields.Read(office, MandateFields.Text(answer, MandateFields.State), answer));

    /// <summary>What is possible now with this mandate, in the order in which it is offered.</summary>
    public static ImmutableArray<MandateAct> Of(Mandate mandate, Office office, Institution institution,
        Language language)
    {
        var acts = ImmutableArray.CreateBuilder<MandateAct>();
        acts.Add(Corrected(mandate, office, institution, language));
        if (mandate.LeftOn is null) acts.Add(Ended(mandate));
        if (mandate is { LeftOn: null, Ends: not null }) acts.Add(Extended(mandate, office, language));
        acts.Add(Removed);
        return acts.ToImmutable();
    }

    private static MandateAct Corrected(Mandate mandate, Office office, Institution institution, Language language) =>
        new(
        "corrected", ("Correct this mandate", "Corriger ce mandat"),
        ("What was recorded wrongly. The procedure that follows is planned anew; one that is open already is not touched.",
            "Ce qui a été mal enregistré. La procédure qui suit est replanifiée ; celle qui est déjà ouverte reste inchangée."),
        new Form([.. MandateFields.Of(office, institution, withState: false, withVacancy: mandate.LeftOn is not null),
            .. MandateFields.ReasonFields]),
        answer =>
        {
            var after = MandateFields.Read(office, mandate.State, answer);
            return after with
            {
                EnteredAs = after.Begins == mandate.Begins ? mandate.EnteredAs : mandate.EnteredAs ?? mandate.Begins,
            };
        })
    {
        Defaults = MandateFields.Typed(mandate, language),
    };

    private static MandateAct Ended(Mandate mandate) => new(
        "ended", ("The mandate ends early", "Le mandat prend fin plus tôt"),
        ("After a resignation, a death or a dismissal the seat is vacant before the term has ended. "
            + "The procedure that fills it can then be opened with these days.",
            "Après une démission, un décès ou une révocation, le siège est vacant avant la fin du mandat. "
            + "La procédure qui le pourvoit peut alors être ouverte avec ces jours."),
        new Form([MandateFields.LeftField with { Required = true }, MandateFields.CauseField with { Required = true },
            .. MandateFields.ReasonFields]),
        answer => mandate with
        {
            LeftOn = MandateFields.DayOf(answer, MandateFields.Left),
            Cause = Enum.Parse<VacancyCause>(MandateFields.Text(answer, MandateFields.Cause)),
        });

    private static MandateAct Extended(Mandate mandate, Office office, Language language)
    {
        Bilingual law = office.StaysUntilReplaced
            ? (" For this office nothing needs to be recorded when nobody has followed yet: by law the holder stays "
                + "until replaced, and the register says so.",
                " Pour cette fonction, rien n'est à enregistrer si personne n'a encore succédé : de droit, le titulaire "
                + "reste jusqu'à son remplacement, et le registre l'indique.")
            : Bilingual.Empty;
        return new MandateAct("extended", ("The mandate is extended", "Le mandat est prolongé"),
            ("A decision gives the term a later last day, or lets the holder stay on until that day." + law.English,
                "Une décision donne au mandat un dernier jour plus tardif, ou maintient le titulaire jusqu'à ce jour."
                + law.French),
            new Form([MandateFields.EndField with { Required = true, From = mandate.Ends!.Value.AddDays(1) },
                .. MandateFields.ReasonFields]),
            answer => mandate with { Ends = MandateFields.DayOf(answer, MandateFields.Ends) })
        {
            Defaults = Expressions.Value.MapOf((MandateFields.Ends,
                Expressions.Value.Of(DateText.Short(mandate.Ends!.Value, language)))),
        };
    }

    private static readonly MandateAct Removed = new(
        "removed", ("Take it out of the register", "Le retirer du registre"),
        ("For what was entered by mistake. A mandate that has ended stays: later ones count from it.",
            "Pour ce qui a été inscrit par erreur. Un mandat terminé demeure : les suivants en dépendent."),
        new Form(
        [
            new FormField("sure", FieldType.Checkbox, ("Yes, take it out", "Oui, le retirer")) { Required = true },
            .. MandateFields.ReasonFields,
        ]),
        _ => null);
}
