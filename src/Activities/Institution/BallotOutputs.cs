using System.Collections.Immutable;
using Procedures.Ballots;
using Procedures.Catalog;
using Procedures.Expressions;

namespace Procedures.Activities;

/// <summary>What a ballot yields.</summary>
internal static class BallotOutputs
{
    private static readonly OutputDeclaration Elected = new("Elected", "String", ("Elected", "Élu(e)"),
        ("Who is elected; nothing when nobody is.", "Qui est élu ; rien si personne ne l'est."));
    private static readonly OutputDeclaration VotesCast = new("VotesCast", "Int32", ("Votes cast",
        "Suffrages exprimés"),
        ("Valid votes; blank and spoilt papers are not among them.",
         "Voix valables, sans les bulletins blancs et nuls."));
    private static readonly OutputDeclaration Threshold = new("Threshold", "Int32", ("Absolute majority",
        "Majorité absolue"),
        ("The least number that is more than half of the votes cast.",
         "Le plus petit nombre au-delà de la moitié des suffrages exprimés."));
    private static readonly OutputDeclaration Rule = new("Rule", "String", ("Rule", "Règle"),
        ("Absolute or Relative.", "Absolute (absolue) ou Relative (relative)."));
    private static readonly OutputDeclaration Leaders = new("Leaders", "Object", ("Leaders", "En tête"),
        ("Who has the most votes.", "Qui a le plus de voix."));
    private static readonly OutputDeclaration Report = new("Report", "Object", ("Report", "Compte rendu"),
        ("How the result was found, as {en, fr}.", "Comment le résultat a été trouvé, sous la forme {en, fr}."));

    public static ImmutableArray<OutputDeclaration> All { get; } =
        [Elected, VotesCast, Threshold, Rule, Leaders, Report];

    public static ImmutableArray<KeyValuePair<OutputDeclaration, Value>> Of(BallotResult result) =>
    [
        KeyValuePair.Create(Elected, Value.Of(result.Elected)),
        KeyValuePair.Create(VotesCast, Value.Of(result.VotesCast)),
        KeyValuePair.Create(Threshold, Value.Of(result.Threshold)),
        KeyValuePair.Create(Rule, Value.Of(result.Rule.ToString())),
        KeyValuePair.Create(Leaders, CandidateInputs.List(result.Leaders)),
        KeyValuePair.Create(Report, CandidateInputs.Both(result.Report)),
    ];
}
