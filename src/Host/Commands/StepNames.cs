using System.Collections.Frozen;
using System.Globalization;
using Procedures.Definitions;
using Procedures.Definitions.Format;
using Procedures.Expressions;

namespace Procedures.Commands;

/// <summary>The steps that definitions ask for, and how a person names one of them on the command line.</summary>
/// <param name="definitions">The definition that is rehearsed and those of its child procedures.</param>
public sealed class StepNames(IEnumerable<Definition> definitions)
{
    private readonly FrozenDictionary<string, FrozenSet<string>> _outcomes = definitions
        .SelectMany(d => d.Nodes).Select(n => (Step: TextOf(n, "step"), Node: n))
        .Where(x => x.Step.Length > 0)
        .GroupBy(x => x.Step).ToFrozenDictionary(g => g.Key, g => g.SelectMany(x => OutcomesOf(x.Node)).ToFrozenSet());

    /// <summary>
    /// Reads P1.07, or P1.07.2 for the second time; a code that stands in a definition is taken whole.
    /// </summary>
    /// <exception cref="UsageException">No definition asks for such a step.</exception>
    public (string Step, int? Time) Read(string text)
    {
        if (_outcomes.ContainsKey(text)) return (text, null);
        var dot = text.LastIndexOf('.');
        if (dot > 0 && _outcomes.ContainsKey(text[..dot])
            && int.TryParse(text[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            && time > 0)
            return (text[..dot], time);
        var nearest = NearestNames.Of(text, _outcomes.Keys);
        var steps = string.Join(", ", _outcomes.Keys.Order(StringComparer.Ordinal));
        var hint = nearest.Count > 0
            ? NearestNames.Question(nearest)
            : ($" The steps are {steps}.", $" Les étapes sont {steps}.");
        throw new UsageException((
            $"There is no step {text}.{hint.English}", $"Il n'y a pas d'étape {text}.{hint.French}"));
    }

    /// <summary>The outcome as the definition writes it, whatever the case in which a person typed it.</summary>
    /// <exception cref="UsageException">The step has no such outcome.</exception>
    public string Outcome(string step, string outcome)
    {
        var known = _outcomes[step];
        if (known.Count == 0) return outcome;
        var written = known.FirstOrDefault(o => o.Equals(outcome, StringComparison.OrdinalIgnoreCase));
        if (written is not null) return written;
        var (english, french) = (known.Order(StringComparer.Ordinal).Select(n => $"“{n}”"),
            known.Order(StringComparer.Ordinal).Select(n => $"« {n} »"));
        throw new UsageException((
            $"The step {step} has no outcome “{outcome}”; it has {string.Join(", ", english)}.",
            $"L'étape {step} n'a pas d'issue « {outcome} » ; elle a {string.Join(", ", french)}."));
    }

    private static IEnumerable<string> OutcomesOf(ActivityNode node) =>
        node.Inputs.TryGetValue("outcomes", out var binding) ? Plain.Items(binding.Literal).Select(Plain.Text) : [];

    private static string TextOf(ActivityNode node, string member) =>
        node.Inputs.TryGetValue(member, out var binding) ? Plain.Text(binding.Literal) : "";
}
