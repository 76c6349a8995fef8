using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.Primitives;

/// <summary>Elsa's RunJavaScript, for scripts that are one expression.</summary>
/// <remarks>A result that is the name of one of the possible outcomes is the outcome; otherwise it is Done.</remarks>
public sealed class RunJavaScript : ActivityType
{
    private static readonly InputDeclaration ScriptText = new(
        "Script", "String", ("Script", "Script"),
        ("One JavaScript expression; its value is the result.",
            "Une expression JavaScript ; sa valeur est le résultat."))
    {
        Hint = UiHint.CodeEditor,
    };
    private static readonly InputDeclaration PossibleOutcomes = new(
        "PossibleOutcomes", "String[]", ("Possible outcomes", "Issues possibles"),
        ("The result takes the branch of that name.", "Le résultat emprunte la branche de ce nom."))
    {
        Hint = UiHint.DynamicOutcomes, DefaultSyntax = "Object",
    };
    private static readonly OutputDeclaration Result = new(
        "Result", "Object", ("Result", "Résultat"), ("The value of the expression.", "La valeur de l’expression."));

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.RunJavaScript", Categories.Scripting, ("Run JavaScript", "Exécuter du JavaScript"),
        ("Evaluates one JavaScript expression.", "Évalue une expression JavaScript."))
    {
        Inputs = [ScriptText, PossibleOutcomes], Outputs = [Result],
    };

    public override void Start(Activation activation)
    {
        var result = activation.Evaluate(Read(activation.Text(ScriptText), activation.Node.Place + ".script"));
        activation.Yield(Result, result);
        var outcomes = Plain.Items(activation.Input(PossibleOutcomes)).Select(Plain.Text);
        activation.Complete(result.AsText is { } name && outcomes.Contains(name) ? name : "Done");
    }

    // Elsa's scripts are function bodies; one that only returns an expression is an expression.
    private static InputBinding Read(string text, string place)
    {
        var expression = text.Trim().TrimEnd(';');
        if (expression.StartsWith("return ", StringComparison.Ordinal)) expression = expression["return ".Length..];
        if (string.IsNullOrWhiteSpace(expression)) return InputBinding.OfLiteral(Value.Null, place);
        try
        {
            return new(ExpressionKind.JavaScript, Value.Undefined, null, Script.Parse(expression), null, place);
        }
        catch (ScriptSyntaxException error)
        {
            return new(ExpressionKind.JavaScript, Value.Undefined, null, null, error, place);
        }
    }
}
