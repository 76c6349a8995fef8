using System.Collections.Immutable;
using Procedures.Ballots;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities;

/// <summary>The tellers' count sheet as a form: votes, blank, spoilt, signatures, envelopes.</summary>
internal static class BallotForm
{
    public static ImmutableArray<Value> Fields(IEnumerable<string> candidates) =>
    [
        Value.MapOf(("name", Value.Of("votes")), ("type", Value.Of("votes")), ("required", Value.True),
            ("label", Value.Of("Valid votes")), ("labelFr", Value.Of("Suffrages exprimés")),
            ("options", CandidateInputs.List(candidates))),
        Number("blank", "Blank papers", "Bulletins blancs"),
        Number("spoilt", "Spoilt papers", "Bulletins nuls"),
        Number("signatures", "Signatures in the register", "Signatures au registre"),
        Number("envelopes", "Envelopes in the urn", "Enveloppes dans l'urne"),
    ];

    public static Value Number(string name, string english, string french, bool required = false) =>
        Value.MapOf(
            ("name", Value.Of(name)), ("type", Value.Of("number")), ("min", Value.Of(0)), ("max", Value.Of(1_000_000)),
            ("required", Value.Of(required)), ("label", Value.Of(english)), ("labelFr", Value.Of(french)));

    public static BallotCount Read(Value.Map answer, IEnumerable<string> candidates)
    {
        var votes = (Value.Map)answer["votes"];
        return new BallotCount(
            [.. candidates.Select(c => KeyValuePair.Create(c, (int)((Value.Number)votes[c]).Amount))],
            Whole(answer, "blank", ("Blank papers", "Bulletins blancs")) ?? 0,
            Whole(answer, "spoilt", ("Spoilt papers", "Bulletins nuls")) ?? 0,
            Whole(answer, "signatures", ("Signatures", "Signatures")),
            Whole(answer, "envelopes", ("Envelopes", "Enveloppes")));
    }

    /// <exception cref="AnswerRefused">The number has a fraction.</exception>
    public static int? Whole(Value.Map answer, string field, Bilingual label)
    {
        if (answer[field] is not Value.Number { Amount: var amount }) return null;
        return amount == Math.Floor(amount) ? (int)amount : throw new AnswerRefused(new Bilingual(
            $"{label.English}: write a whole number.", $"{label.French} : écrivez un nombre entier."));
    }
}
