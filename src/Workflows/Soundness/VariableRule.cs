using System.Text.RegularExpressions;
using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Expressions;

namespace Procedures.Soundness;

/// <summary>What expressions read, what outputs are bound to and what activities set exists.</summary>
internal static partial class VariableRule
{
    /// <summary>Loops give these to their bodies while they run.</summary>
    private static readonly string[] OfLoops = ["CurrentValue", "CurrentIndex", "CurrentItem"];

    public static IEnumerable<Finding> Find(Subject subject) =>
        Find(subject, subject.Definition.Root, Names(subject.Definition.Variables));

    private static IEnumerable<Finding> Find(Subject subject, ActivityNode node, HashSet<string> visible)
    {
        var own = node.Variables.IsEmpty ? visible : [.. visible, .. Names(node.Variables)];
        var findings = node.Inputs.Values.SelectMany(b => OfBinding(subject, node, b, own))
            .Concat(OfPickers(subject, node, own)).Concat(OfOutputs(subject, node, own));
        return findings.Concat(node.Children.Concat(node.Ports.Values).SelectMany(c => Find(subject, c, own)));
    }

    private static HashSet<string> Names(IEnumerable<Variable> variables) =>
        [.. variables.SelectMany(v => new[] { v.Id, v.Name }), .. OfLoops];

    private static IEnumerable<Finding> OfBinding(
        Subject subject, ActivityNode node, InputBinding binding, HashSet<string> variables)
    {
        var inputs = subject.Definition.Inputs.Select(i => i.Name).ToHashSet();
        return binding switch
        {
            { Kind: ExpressionKind.Variable, Reference: { } name } when !variables.Contains(name) =>
                [Missing(node, name, FindingSeverity.Error)],
            { Kind: ExpressionKind.Input, Reference: { } name } when !inputs.Contains(name) =>
                [MissingInput(node, name)],
            { Script: { } script } => OfScript(node, script.Source, variables, inputs),
            _ => [],
        };
    }

    // A script may ask whether a name exists, so a missing one is worth a look but no error.
    private static IEnumerable<Finding> OfScript(
        ActivityNode node, string source, HashSet<string> variables, HashSet<string> inputs) =>
        VariableInScript().Matches(source).Select(m => m.Groups[1].Value).Where(n => !variables.Contains(n)).Distinct()
            .Select(n => Missing(node, n, FindingSeverity.Warning))
            .Concat(InputInScript().Matches(source).Select(m => m.Groups[1].Value)
                .Where(n => !inputs.Contains(n)).Distinct()
                .Select(n => MissingInput(node, n) with { Severity = FindingSeverity.Warning }));

    private static IEnumerable<Finding> OfPickers(Subject subject, ActivityNode node, HashSet<string> variables) =>
        from input in subject.DeclarationOf(node)?.Inputs ?? []
        where input.Hint == UiHint.VariablePicker && node.Inputs.ContainsKey(input.Member)
        let name = PickedName(node.Inputs[input.Member].Literal)
        where name is { Length: > 0 } && !variables.Contains(name)
        select Missing(node, name, FindingSeverity.Error);

    private static string? PickedName(Value picked) => picked is Value.Map map ? map["id"].AsText : picked.AsText;

    private static IEnumerable<Finding> OfOutputs(Subject subject, ActivityNode node, HashSet<string> variables) =>
        from output in node.Outputs.Values
        where output.Target.Length > 0 && !variables.Contains(output.Target)
            && !subject.Definition.Outputs.Any(o => o.Name == output.Target)
        select Missing(node, output.Target, FindingSeverity.Error);

    private static Finding Missing(ActivityNode node, string name, FindingSeverity severity) =>
        Subject.At(node, severity, (
        $"“{node.Title.English}” uses the variable {name}, which is not declared there.",
        $"« {node.Title.French} » utilise la variable {name}, qui n'y est pas déclarée."));

    private static Finding MissingInput(ActivityNode node, string name) => Subject.At(node, FindingSeverity.Error, (
        $"“{node.Title.English}” reads the input {name}, which the definition does not declare.",
        $"« {node.Title.French} » lit l'entrée {name}, que la définition ne déclare pas."));

    [GeneratedRegex(@"(?:\bvariables\??\.|\bgetVariable\(\s*['""])([A-Za-z_]\w*)", RegexOptions.CultureInvariant)]
    private static partial Regex VariableInScript();

    [GeneratedRegex(@"(?:\binputs?\??\.|\bgetInput\(\s*['""])([A-Za-z_]\w*)", RegexOptions.CultureInvariant)]
    private static partial Regex InputInScript();
}
