using System.Collections.Immutable;
using Procedures.Ballots;
using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;
using static Procedures.Activities.InputKinds;

namespace Procedures.Activities;

/// <summary>
/// A committee votes on a proposal: more than half or two thirds of the votes cast; a tie rejects it.
/// Under Article 20.d of the Statute a majority of those entitled to sit is needed as well.
/// </summary>
public sealed class CommitteeVoteActivity() : InstitutionActivity(
    new("Procedures.CommitteeVote", Drawers.Votes, ("Committee vote", "Vote en commission"),
        ("For, against and abstentions are recorded; the activity says whether the proposal is carried, and why.",
         "Voix pour, contre et abstentions sont enregistrées ; l'activité dit si la proposition est adoptée, et " +
             "pourquoi."))
    {
        Inputs = [Majority], Outputs = [Votes, Report],
        Ports = [new(Carried, OutcomeTexts.Of(Carried)), new(NotCarried, OutcomeTexts.Of(NotCarried))],
    },
    new StepInputs("CDH"), null, new DeadlineInputs("R3"))
{
    public const string Carried = "Carried";
    public const string NotCarried = "NotCarried";

    private static readonly InputDeclaration Majority = Choose("Majority", ("Majority", "Majorité"),
        ("Counted on the votes cast: for and against, without abstentions.",
         "Calculée sur les suffrages exprimés : pour et contre, sans les abstentions."),
        [
            new(nameof(CommitteeMajority.MoreThanHalf), ("More than half", "Plus de la moitié")),
            new(nameof(CommitteeMajority.TwoThirds), ("Two thirds", "Deux tiers")),
            new(nameof(CommitteeMajority.Article20d), (
                "Two thirds, and a majority of those entitled to sit (Statute, Article 20.d)",
                "Deux tiers, et majorité des membres ayant le droit de siéger (Statut, article 20.d)")),
        ],
        nameof(CommitteeMajority.MoreThanHalf));
    private static readonly OutputDeclaration Votes = new("Votes", "Object", ("Votes", "Voix"),
        ("{for, against, abstentions, needed}", "{for, against, abstentions, needed}"));
    private static readonly OutputDeclaration Report = new("Report", "Object", ("Report", "Compte rendu"),
        ("How the result was found, as {en, fr}.", "Comment le résultat a été trouvé, sous la forme {en, fr}."));

    protected override ImmutableArray<Value> OwnFields(Activation activation) =>
    [
        BallotForm.Number("for", "In favour", "Pour", required: true),
        BallotForm.Number("against", "Against", "Contre", required: true),
        BallotForm.Number("abstentions", "Abstentions", "Abstentions"),
        .. activation.Text(Majority) == nameof(CommitteeMajority.Article20d) ? Sitting : [],
    ];

    private static readonly ImmutableArray<Value> Sitting =
    [
        BallotForm.Number("entitled", "Representatives entitled to sit", "Représentants ayant le droit de siéger",
            required: true),
    ];

    protected override Value.Map Remember(Activation activation) =>
        Enum.TryParse<CommitteeMajority>(activation.Text(Majority), out var majority)
            ? Value.MapOf(("majority", Value.Of(majority.ToString())))
            : throw new ActivityFault((
                $"Majority: “{activation.Text(Majority)}” is none of MoreThanHalf, TwoThirds, Article20d.",
                $"Majority : « {activation.Text(Majority)} » n'est pas l'un de MoreThanHalf, TwoThirds, Article20d."));

    protected override Conclusion Conclude(Activation activation, Wait wait, Given given)
    {
        var result = CommitteeVote.Count(Enum.Parse<CommitteeMajority>(Plain.Text(wait.Data["majority"])),
            BallotForm.Whole(given.Answer, "for", ("In favour", "Pour")) ?? 0,
            BallotForm.Whole(given.Answer, "against", ("Against", "Contre")) ?? 0,
            BallotForm.Whole(given.Answer, "abstentions", ("Abstentions", "Abstentions")) ?? 0,
            BallotForm.Whole(given.Answer, "entitled", ("Entitled to sit", "Droit de siéger")) ?? 0);
        var votes = Value.MapOf(("for", Value.Of(result.For)), ("against", Value.Of(result.Against)),
            ("abstentions", Value.Of(result.Abstentions)), ("needed", Value.Of(result.Needed)));
        return new Conclusion(result.IsCarried ? Carried : NotCarried)
        {
            Reasoning = result.Report,
            Data = Value.MapOf(("majority", Value.Of(result.Majority.ToString())), ("votes", votes)),
            Yields =
            [
                KeyValuePair.Create<OutputDeclaration, Value>(Votes, votes),
                KeyValuePair.Create(Report, CandidateInputs.Both(result.Report)),
            ],
        };
    }
}
