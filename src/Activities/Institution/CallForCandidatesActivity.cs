using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;
using static Procedures.Activities.InputKinds;

namespace Procedures.Activities;

/// <summary>
/// A call is published and candidatures are collected; whether they are enough follows from their number.
/// </summary>
public sealed class CallForCandidatesActivity() : InstitutionActivity(
    new("Procedures.CallForCandidates", Drawers.Steps, ("Call for candidates", "Appel à candidatures"),
        ("Publishes a call and collects candidatures up to the closing date.",
         "Publie un appel et recueille les candidatures jusqu'à la date de clôture."))
    {
        Inputs = [Minimum, Parts], Outputs = [Candidates],
        Ports = [new(Enough, OutcomeTexts.Of(Enough)), new(TooFew, OutcomeTexts.Of(TooFew))],
    },
    new StepInputs("GOV"), null, new DeadlineInputs("R60"))
{
    public const string Enough = "Enough";
    public const string TooFew = "TooFew";
    private const string Field = "candidates";

    private static readonly InputDeclaration Minimum = Whole("Minimum", ("Minimum number", "Nombre minimal"),
        ("How many candidatures are needed.", "Combien de candidatures sont nécessaires."), 1);

    private static readonly InputDeclaration Parts = Tags("Parts", ("Asked of each", "Demandé pour chacun"),
        ("What must be told of each candidate: sex, birthDate, nationality; empty: all three.",
         "Ce qui est exigé pour chaque candidat : sex, birthDate, nationality ; vide : les trois."));

    private static readonly OutputDeclaration Candidates = new("Candidates", "Object", ("Candidates", "Candidats"),
        ("The candidates: name, sex, date of birth, nationality.",
         "Les candidats : nom, sexe, date de naissance, nationalité."));

    protected override ImmutableArray<Value> OwnFields(Activation activation)
    {
        var field = Value.MapOf(
            ("name", Value.Of(Field)), ("type", Value.Of("persons")), ("label", Value.Of("Candidatures received")),
            ("labelFr", Value.Of("Candidatures reçues")));
        return Plain.Items(activation.Input(Parts)) is { Count: > 0 } parts
            ? [field.With("parts", Value.Of(parts))] : [field];
    }

    protected override Value.Map Remember(Activation activation) =>
        Value.MapOf(("minimum", Value.Of(Plain.Number(activation.Input(Minimum)) ?? 1)));

    protected override Conclusion Conclude(Activation activation, Wait wait, Given given)
    {
        var candidates = given.Answer[Field] as Value.List ?? Value.List.Empty;
        var (received, minimum) = (candidates.Items.Length, (int)(Plain.Number(wait.Data["minimum"]) ?? 1));
        return new Conclusion(received >= minimum ? Enough : TooFew)
        {
            Reasoning = ($"{received} received, at least {minimum} needed.",
                $"{received} reçue(s), au moins {minimum} nécessaire(s)."),
            Yields = [KeyValuePair.Create<OutputDeclaration, Value>(Candidates, candidates)],
        };
    }
}
