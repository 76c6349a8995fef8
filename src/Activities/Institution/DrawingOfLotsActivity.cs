using System.Collections.Immutable;
using System.Globalization;
using Procedures.Ballots;
using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;
using static Procedures.Activities.InputKinds;

namespace Procedures.Activities;

/// <summary>Lots are drawn from a pool with a seed that comes from outside; anybody can repeat the draw.</summary>
public sealed class DrawingOfLotsActivity() : InstitutionActivity(
    new("Procedures.DrawingOfLots", Drawers.Votes, ("Drawing of lots", "Tirage au sort"),
        ("Draws entries of a pool by lot; pool, seed and method stand in the journal.",
         "Tire au sort des éléments d'une liste ; liste, graine et méthode figurent au journal."))
    {
        Inputs = [Pool, Count], Outputs = [Drawn, Seed], Ports = [new(DrawnPort, OutcomeTexts.Of(DrawnPort))],
    },
    new StepInputs("PRES"), null, new DeadlineInputs("None"))
{
    private const string DrawnPort = "Drawn";

    private static readonly InputDeclaration Pool = Json("Pool", ("Pool", "Liste"),
        ("Among whom or what lots are drawn, in a fixed order; left empty, the form asks for it.",
         "Entre qui ou quoi le sort décide, dans un ordre fixe ; vide, le formulaire le demande."));
    private static readonly InputDeclaration Count = Whole("Count", ("Number drawn", "Nombre à tirer"),
        ("How many are drawn.", "Combien sont tirés."), 1);
    private static readonly OutputDeclaration Drawn = new("Drawn", "Object", ("Drawn", "Tirés"),
        ("Those drawn, in the order in which they were drawn.", "Les éléments tirés, dans l'ordre du tirage."));
    private static readonly OutputDeclaration Seed = new("Seed", "String", ("Seed", "Graine"),
        ("The number with which anybody can repeat the draw.", "Le nombre avec lequel chacun peut refaire le tirage."));

    protected override ImmutableArray<OutcomeChoice> FixedOutcomes { get; } =
        [new(DrawnPort, OutcomeTexts.Of(DrawnPort))];

    protected override Assignment Mark(Activation activation, Assignment assignment) =>
        assignment with { NeedsSeed = true };

    protected override ImmutableArray<Value> OwnFields(Activation activation) =>
        Plain.Items(activation.Input(Pool)).Count > 0 ? [] :
        [
            Value.MapOf(("name", Value.Of("pool")), ("type", Value.Of("list")), ("required", Value.True),
                ("minItems", activation.Input(Count)),
                ("label", Value.Of("Among whom lots are drawn")), ("labelFr", Value.Of("Entre qui le sort décide"))),
        ];

    protected override Value.Map Remember(Activation activation)
    {
        var pool = Plain.Items(activation.Input(Pool));
        var count = (int)(Plain.Number(activation.Input(Count)) ?? 1);
        if (count < 1 || (pool.Count > 0 && count > pool.Count))
            throw new ActivityFault((
                $"Count: {count} cannot be drawn from a pool of {pool.Count}.",
                $"Count : on ne peut en tirer {count} parmi {pool.Count}."));
        return Value.MapOf(("pool", Value.Of(pool)), ("count", Value.Of(count)));
    }

    protected override Conclusion Conclude(Activation activation, Wait wait, Given given)
    {
        if (given.Seed is not { } seed)
            throw new AnswerRefused(new Bilingual(
                "The draw needs a seed; start it again from the task's page.",
                "Le tirage a besoin d'une graine ; relancez-le depuis la page de la tâche."));
        var pool = given.Answer["pool"] is Value.List asked ? asked.Items : Plain.Items(wait.Data["pool"]);
        var drawn = Lots.Draw(pool, (int)(Plain.Number(wait.Data["count"]) ?? 1), seed);
        var text = seed.ToString(CultureInfo.InvariantCulture);
        var (names, all) = (Names(drawn), Names(pool));
        return new Conclusion(DrawnPort)
        {
            Reasoning = (
                $"Drawn: {names}. Pool: {all}. Seed {text}; method: {Lots.Algorithm}.",
                $"Tirage : {names}. Liste : {all}. Graine {text} ; méthode : {Lots.Algorithm}."),
            Data = Value.MapOf(("pool", Value.Of(pool)), ("drawn", Value.Of(drawn)), ("seed", Value.Of(text)),
                ("algorithm", Value.Of(Lots.Algorithm))),
            Yields =
            [
                KeyValuePair.Create(Drawn, Value.Of(drawn)), KeyValuePair.Create(Seed, Value.Of(text)),
            ],
        };
    }

    private static string Names(IEnumerable<Value> entries) =>
        string.Join(", ", entries.Select(e => (e as Value.Map)?["name"].AsText ?? Plain.Text(e)));
}
