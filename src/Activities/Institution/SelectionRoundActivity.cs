using System.Collections.Immutable;
using Procedures.Ballots;
using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;
using static Procedures.Activities.InputKinds;

namespace Procedures.Activities;

/// <summary>
/// One round in which the Committee of Ministers chooses names for one or more places by absolute majority.
/// </summary>
public sealed class SelectionRoundActivity() : InstitutionActivity(
    new("Procedures.SelectionRound", Drawers.Votes, ("Round of selection", "Tour de sélection"),
        ("One round of the Committee of Ministers: chosen are those with the most votes and an absolute majority.",
         "Un tour du Comité des Ministres : sont retenus ceux qui ont le plus de voix et la majorité absolue."))
    {
        Inputs = [Candidates, Already, Places, Basis, Entitled, Stated],
        Outputs = [Selected, All, Remaining, Threshold, Report],
        Ports = [new(Complete, OutcomeTexts.Of(Complete)), new(FurtherRound, ("Further round", "Nouveau tour"))],
    },
    new StepInputs("CM"), null, new DeadlineInputs("RM"))
{
    public const string Complete = "Complete";
    public const string FurtherRound = "FurtherRound";

    private static readonly InputDeclaration Candidates = Json("Candidates", ("Candidates", "Candidats"),
        ("The names in the order in which they were submitted; the paper keeps that order.",
         "Les noms dans l'ordre de leur présentation ; le bulletin garde cet ordre."));
    private static readonly InputDeclaration Already = Json("Already", ("Chosen before", "Déjà retenus"),
        ("The names that earlier rounds have chosen.", "Les noms retenus aux tours précédents."));
    private static readonly InputDeclaration Places = Whole("Places", ("Places", "Places à pourvoir"),
        ("How many names are to be chosen; a valid paper names exactly as many.",
         "Combien de noms sont à retenir ; un bulletin valable en porte exactement autant."), 1);
    private static readonly InputDeclaration Basis = Choose("Majority", ("Majority", "Majorité"),
        ("Of what more than half is needed.", "De quoi plus de la moitié est requise."),
        [
            new(nameof(SelectionBasis.Entitled), ("Of the delegations entitled to vote",
                "Des délégations ayant le droit de vote")),
            new(nameof(SelectionBasis.ValidPapers), ("Of the valid papers", "Des bulletins valables")),
        ],
        nameof(SelectionBasis.Entitled));
    private static readonly InputDeclaration Entitled = Whole("Entitled",
        ("Entitled to vote", "Délégations ayant le droit de vote"),
        ("How many delegations are entitled to vote.", "Combien de délégations ont le droit de vote."), 46);
    private static readonly InputDeclaration Stated = Whole("StatedThreshold",
        ("Votes needed, if stated", "Voix requises, si indiquées"),
        ("The number that the chair states; 0: computed.", "Le nombre qu'indique la présidence ; 0 : calculé."), 0);
    private static readonly OutputDeclaration Selected = new("Selected", "Object", ("Chosen", "Retenus"),
        ("The names chosen in this round.", "Les noms retenus à ce tour."));
    private static readonly OutputDeclaration All = new("All", "Object", ("List so far", "Liste à ce jour"),
        ("The names chosen in this and earlier rounds, in alphabetical order.",
         "Les noms retenus à ce tour et aux précédents, par ordre alphabétique."));
    private static readonly OutputDeclaration Remaining = new("Remaining", "Object", ("Remaining", "Restants"),
        ("The names not chosen yet, in their order.", "Les noms non encore retenus, dans leur ordre."));
    private static readonly OutputDeclaration Threshold = new("Threshold", "Int32", ("Votes needed", "Voix requises"),
        ("The least number of votes with which a name is chosen.", "Le plus petit nombre de voix pour être retenu."));
    private static readonly OutputDeclaration Report = new("Report", "Object", ("Report", "Compte rendu"),
        ("How the result was found, as {en, fr}.", "Comment le résultat a été trouvé, sous la forme {en, fr}."));

    protected override ImmutableArray<Value> OwnFields(Activation activation) =>
    [
        Value.MapOf(("name", Value.Of("votes")), ("type", Value.Of("votes")), ("required", Value.True),
            ("label", Value.Of("Votes")), ("labelFr", Value.Of("Voix")), ("names", Number(activation, Places)),
            ("max", Number(activation, Entitled)), ("options", CandidateInputs.List(Paper(activation)))),
        BallotForm.Number("invalid", "Invalid papers: more or fewer names than places",
            "Bulletins nuls : plus ou moins de noms que de places"),
    ];

    protected override Value.Map Remember(Activation activation)
    {
        var (paper, places) = (Paper(activation), Plain.Number(activation.Input(Places)) ?? 1);
        if (places < 1 || places > paper.Length || places != Math.Floor(places))
            throw new ActivityFault((
                $"Places: {places} cannot be chosen among {paper.Length}.",
                $"Places : on ne peut en choisir {places} parmi {paper.Length}."));
        if (!Enum.TryParse<SelectionBasis>(activation.Text(Basis), out var basis))
            throw new ActivityFault((
                $"Majority: “{activation.Text(Basis)}” is neither Entitled nor ValidPapers.",
                $"Majority : « {activation.Text(Basis)} » n'est ni Entitled ni ValidPapers."));
        return Value.MapOf(("candidates", CandidateInputs.List(paper)), ("places", Value.Of(places)),
            ("already", Value.Of(Plain.Items(activation.Input(Already)))), ("basis", Value.Of(basis.ToString())),
            ("entitled", Number(activation, Entitled)),
            ("stated", Number(activation, Stated)));
    }

    protected override Conclusion Conclude(Activation activation, Wait wait, Given given)
    {
        var count = Counted(wait.Data, given.Answer);
        if (count.Contradiction() is { } contradiction) throw new AnswerRefused(contradiction);
        var result = SelectionRound.Count(count);
        var all = BallotPaper.Order(
            Plain.Items(wait.Data["already"]).Select(Plain.Text).Concat(result.Selected).Distinct());
        var (selected, remaining) = (CandidateInputs.List(result.Selected), CandidateInputs.List(result.Remaining));
        return new Conclusion(result.IsComplete ? Complete : FurtherRound)
        {
            Reasoning = result.Report,
            Data = Value.MapOf(("threshold", Value.Of(result.Threshold)), ("selected", selected),
                ("remaining", remaining), ("basis", wait.Data["basis"]), ("validPapers", Value.Of(count.ValidPapers))),
            Yields =
            [
                KeyValuePair.Create(Selected, selected), KeyValuePair.Create(Remaining, remaining),
                KeyValuePair.Create(All, CandidateInputs.List(all)),
                KeyValuePair.Create(Threshold, Value.Of(result.Threshold)),
                KeyValuePair.Create(Report, CandidateInputs.Both(result.Report)),
            ],
        };
    }

    private static SelectionCount Counted(Value.Map kept, Value.Map answer)
    {
        var votes = (Value.Map)answer["votes"];
        return new SelectionCount(
            [.. Plain.Items(kept["candidates"]).Select(Plain.Text)
                .Select(n => KeyValuePair.Create(n, (int)((Value.Number)votes[n]).Amount))],
            (int)Plain.Number(kept["places"])!.Value, (int)Plain.Number(kept["entitled"])!.Value,
            Enum.Parse<SelectionBasis>(Plain.Text(kept["basis"])))
        {
            Stated = Plain.Number(kept["stated"]) is > 0 and { } stated ? (int)stated : null,
            Invalid = BallotForm.Whole(answer, "invalid", ("Invalid papers", "Bulletins nuls")) ?? 0,
        };
    }

    // Not alphabetical: the Committee of Ministers keeps the order in which the candidatures came in.
    private static ImmutableArray<string> Paper(Activation activation) =>
        [.. CandidateInputs.Read(activation, Candidates).Select(n => n.Full)];

    private static Value Number(Activation activation, InputDeclaration input) =>
        Value.Of(Plain.Number(activation.Input(input)) ?? 0);
}
