using System.Collections.Immutable;
using Procedures.Ballots;
using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;
using static Procedures.Activities.InputKinds;

namespace Procedures.Activities;

/// <summary>
/// The register of one ballot of the Assembly: who signed for which seat. A signature that the rules do not allow is
/// refused: a seat is signed for once, a person signs once (Assembly rules on elections, section i, § 6).
/// </summary>
/// <remarks>Without a list of seats only the number of signatures is asked.</remarks>
public sealed class VotersRegisterActivity() : InstitutionActivity(
    new("Procedures.VotersRegister", Drawers.Votes, ("Register of voters", "Registre des votants"),
        ("Who signed for which seat; a substitute's signature bars the representative and every other seat.",
         "Qui a signé pour quel siège ; la signature d'un suppléant exclut le représentant et tout autre siège."))
    {
        Inputs = [Seats], Outputs = [Voters, Signatures], Ports = [new(Recorded, Texts)],
    },
    new StepInputs("TO"), null, new DeadlineInputs("None"))
{
    private const string Recorded = "Recorded";
    private const string Field = "signed";
    private const string NumberField = "signatures";
    private static readonly Bilingual Texts = ("Register closed", "Registre clos");

    private static readonly InputDeclaration Seats = Json("Seats", ("Seats", "Sièges"),
        ("One a line: “EE-1: Tamm; Sepp, Kask” – seat, representative, designated substitutes.",
         "Un par ligne : « EE-1: Tamm; Sepp, Kask » – siège, représentant, suppléants désignés."));
    private static readonly OutputDeclaration Voters = new("Voters", "Object", ("Voters", "Votants"),
        ("Who voted, as “EE-1: Sepp”.", "Qui a voté, sous la forme « EE-1: Sepp »."));
    private static readonly OutputDeclaration Signatures = new("Signatures", "Int32", ("Signatures", "Signatures"),
        ("How many signed; nothing when it was not recorded.", "Combien ont signé ; rien si ce n'est pas noté."));

    protected override ImmutableArray<OutcomeChoice> FixedOutcomes { get; } = [new(Recorded, Texts)];

    protected override ImmutableArray<Value> OwnFields(Activation activation) =>
        SeatInputs.Read(activation, Seats).IsEmpty
            ? [BallotForm.Number(NumberField, "Signatures in the register", "Signatures au registre")]
            :
            [
                Value.MapOf(("name", Value.Of(Field)), ("type", Value.Of("list")), ("required", Value.True),
                    ("example", CandidateInputs.List([Line(SeatInputs.Read(activation, Seats)[0])])),
                    ("label", Value.Of("Who signed, one a line: seat, colon, person")),
                    ("labelFr", Value.Of("Qui a signé, un par ligne : siège, deux-points, personne")),
                    ("help", Value.Of(
                        "For example “EE-1: Sepp”. What the rules do not allow is refused, with the reason.")),
                    ("helpFr", Value.Of(
                        "Par exemple « EE-1: Sepp ». Ce que les règles excluent est refusé, avec le motif."))),
            ];

    protected override Value.Map Remember(Activation activation) =>
        Value.MapOf(("seats", Value.Of(SeatInputs.Read(activation, Seats).Select(SeatInputs.ToValue))));

    protected override Conclusion Conclude(Activation activation, Wait wait, Given given)
    {
        var seats = Plain.Items(wait.Data["seats"]).Select(SeatInputs.OfValue).ToArray();
        if (seats.Length == 0)
            return Told([], BallotForm.Whole(given.Answer, NumberField, ("Signatures", "Signatures")));
        var register = Signed(new VotingRegister(seats), Plain.Items(given.Answer[Field]).Select(Plain.Text));
        return Told([.. register.Signatures.Select(s => $"{s.Key}: {s.Value}")], register.Signatures.Count);
    }

    private static VotingRegister Signed(VotingRegister register, IEnumerable<string> lines)
    {
        var refusals = ImmutableArray.CreateBuilder<Bilingual>();
        foreach (var line in lines)
        {
            if (SeatInputs.Signature(line) is not var (seat, person))
                refusals.Add(Of(line, (
                    "write the seat, a colon and the person.", "écrivez le siège, deux-points et la personne.")));
            else if (register.Sign(seat, person) is Signing.Refused refused) refusals.Add(Of(line, refused.Reason));
            else register = ((Signing.Signed)register.Sign(seat, person)).Register;
        }
        return refusals.Count == 0 ? register
            : throw AnswerRefused.InField(new FieldRefusal(Field, refusals.ToImmutable()));
    }

    // The line is quoted as it was typed, so that it is found again among three hundred.
    private static Bilingual Of(string line, Bilingual reason) =>
        ($"“{line}”: {reason.English}", $"« {line} » : {reason.French}");

    private static string Line(Seat seat) => $"{seat.Key}: {seat.Representative}";

    private static Conclusion Told(ImmutableArray<string> voters, int? signatures) => new(Recorded)
    {
        Reasoning = signatures is null ? Bilingual.Empty
            : ($"Signatures in the register: {signatures}.", $"Signatures au registre : {signatures}."),
        Data = Value.MapOf(("voters", CandidateInputs.List(voters)), ("signatures", NumberOf(signatures))),
        Yields =
        [
            KeyValuePair.Create(Voters, CandidateInputs.List(voters)),
            KeyValuePair.Create(Signatures, NumberOf(signatures)),
        ],
    };

    private static Value NumberOf(int? number) => number is { } n ? Value.Of(n) : Value.Null;
}
