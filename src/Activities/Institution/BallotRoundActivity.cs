using System.Collections.Immutable;
using Procedures.Ballots;
using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;
using static Procedures.Activities.InputKinds;

namespace Procedures.Activities;

/// <summary>
/// One ballot of the Assembly: the tellers' count is recorded, and the activity says who is elected and why.
/// </summary>
public sealed class BallotRoundActivity() : InstitutionActivity(
    new("Procedures.BallotRound", Drawers.Votes, ("Ballot", "Tour de scrutin"),
        ("One ballot of the Assembly: first ballot absolute majority, later ballots relative majority, a tie repeats.",
         "Un tour de scrutin de l'Assemblée : majorité absolue au premier tour, relative ensuite ; l'égalité " +
             "fait répéter."))
    {
        Inputs = [Post, PostFr, Candidates, Ballot],
        Outputs = BallotOutputs.All,
        Ports = [new(Elected, OutcomeTexts.Of(Elected)), new(NextBallot, OutcomeTexts.Of(NextBallot))],
    },
    new StepInputs("TO"), null, new DeadlineInputs("RM"))
{
    public const string Elected = "Elected";
    public const string NextBallot = "NextBallot";

    private static readonly InputDeclaration Post = Line("Post", ("Post", "Fonction (anglais)"),
        ("The post that is filled.", "La fonction à pourvoir."));
    private static readonly InputDeclaration PostFr = Line("PostFr", ("Post (French)", "Fonction (français)"),
        ("The same in French.", "De même en français."));
    private static readonly InputDeclaration Candidates = Json("Candidates", ("Candidates", "Candidats"),
        ("Names, {name} or {given, family}; the ballot paper is always alphabetical.",
         "Noms, {name} ou {given, family} ; le bulletin est toujours alphabétique."));
    private static readonly InputDeclaration Ballot = Whole("Ballot", ("Ballot number", "Numéro du tour"),
        ("1 for the first ballot.", "1 pour le premier tour."), 1);

    protected override ImmutableArray<Value> OwnFields(Activation activation) =>
        BallotForm.Fields(Paper(activation));

    protected override Value.Map Remember(Activation activation)
    {
        var ballot = Plain.Number(activation.Input(Ballot)) ?? 1;
        if (ballot < 1 || ballot != Math.Floor(ballot))
            throw new ActivityFault((
                $"Ballot: {ballot} is no number of a ballot.",
                $"Ballot : {ballot} n'est pas un numéro de tour."));
        return Value.MapOf(("ballot", Value.Of(ballot)), ("candidates", CandidateInputs.List(Paper(activation))),
            ("post", CandidateInputs.Both(Wording.Of(activation, Post, PostFr))));
    }

    private static ImmutableArray<string> Paper(Activation activation)
    {
        var paper = BallotPaper.Order(CandidateInputs.Read(activation, Candidates));
        return paper.IsEmpty ? throw new ActivityFault((
                "Candidates: a ballot needs at least one candidate.",
                "Candidates : un scrutin suppose au moins un candidat.")) : paper;
    }

    protected override Conclusion Conclude(Activation activation, Wait wait, Given given)
    {
        var candidates = Plain.Items(wait.Data["candidates"]).Select(Plain.Text);
        var ballot = (int)Plain.Number(wait.Data["ballot"])!.Value;
        var result = BallotRound.Count(ballot, BallotForm.Read(given.Answer, candidates));
        var post = (Value.Map)wait.Data["post"];
        var (english, french) = (Plain.Text(post["en"]), Plain.Text(post["fr"]));
        return new Conclusion(result.Elected is null ? NextBallot : Elected)
        {
            Reasoning = english.Length == 0 ? result.Report
                : ($"{english}\n{result.Report.English}", $"{french}\n{result.Report.French}"),
            Data = Value.MapOf(("ballot", wait.Data["ballot"]), ("votesCast", Value.Of(result.VotesCast)),
                ("threshold", Value.Of(result.Threshold)), ("rule", Value.Of(result.Rule.ToString())),
                ("ending", Value.Of(result.Ending.ToString())), ("elected", Value.Of(result.Elected))),
            Yields = BallotOutputs.Of(result),
        };
    }
}
