using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;
using static Procedures.Activities.InputKinds;

namespace Procedures.Activities;

/// <summary>The inputs that name the ways in which a step can end.</summary>
/// <param name="names">The outcomes when the definition names none.</param>
public sealed class OutcomeInputs(params string[] names)
{
    public InputDeclaration Outcomes { get; } = new("Outcomes", "String[]", ("Outcomes", "Issues"),
        ("The ways in which the step can end; each is a port.",
         "Les façons dont l'étape peut se terminer ; chacune est une sortie."))
    {
        Hint = UiHint.DynamicOutcomes,
        DefaultSyntax = "Object",
        Default = Value.Of(names.Select(Value (n) => Value.Of(n))),
    };
    public InputDeclaration OutcomesEn { get; } = Pairs("OutcomesEn", ("Outcome texts",
        "Libellés des issues (anglais)"),
        ("What people read for each outcome; without it, the name taken apart into words.",
         "Ce qu'on lit pour chaque issue ; à défaut, le nom découpé en mots."));
    public InputDeclaration OutcomesFr { get; } = Pairs("OutcomesFr", ("Outcome texts (French)",
        "Libellés des issues (français)"),
        ("The same in French.", "De même en français."));

    public ImmutableArray<InputDeclaration> All => [Outcomes, OutcomesEn, OutcomesFr];

    /// <summary>
    /// The outcomes that a person may choose; the two that only a deadline brings about are not among them.
    /// </summary>
    public ImmutableArray<OutcomeChoice> Choices(Activation activation)
    {
        var (english, french) = (Texts(activation, OutcomesEn), Texts(activation, OutcomesFr));
        return
        [
            .. Plain.Items(activation.Input(Outcomes)).Select(Plain.Text)
                .Where(n => n.Length > 0 && n is not (DeadlinePorts.Expired or DeadlinePorts.Lapsed)).Distinct()
                .Select(name => new OutcomeChoice(
                    name, OutcomeTexts.Of(name, english[name].AsText, french[name].AsText))),
        ];
    }

    private static Value.Map Texts(Activation activation, InputDeclaration input) =>
        Structure.Map(activation, input);
}
