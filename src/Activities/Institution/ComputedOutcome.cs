using System.Collections.Immutable;
using Procedures.Execution;

namespace Procedures.Activities;

/// <summary>Steps whose outcome follows from what was counted: a person records, the activity concludes.</summary>
internal static class ComputedOutcome
{
    /// <summary>The one outcome that a person is offered.</summary>
    public const string Record = "Record";

    public static ImmutableArray<OutcomeChoice> Offered { get; } = [new(Record, OutcomeTexts.Of(Record))];

    /// <summary>An answer may say the outcome that it expects; it is refused when the count says another one.</summary>
    public static void Check(string answered, string concluded)
    {
        if (answered is "" or Record || answered == concluded) return;
        throw new AnswerRefused(new Bilingual(
            $"The outcome follows from what was recorded: it is {concluded}, not “{answered}”. Send the answer " +
                $"as {Record}.",
            $"L'issue résulte de ce qui est enregistré : {concluded}, et non « {answered} ». Envoyez la réponse " +
                $"avec {Record}."));
    }
}
