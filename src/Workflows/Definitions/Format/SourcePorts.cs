using Procedures.Catalog;
using Procedures.Expressions;

namespace Procedures.Definitions.Format;

/// <summary>The ports through which an activity can be left, as far as its definition tells.</summary>
internal static class SourcePorts
{
    /// <summary>The names of the ports; null when they are only known once the procedure runs.</summary>
    public static IReadOnlySet<string>? Of(ActivityNode node, ActivityDeclaration declaration)
    {
        var ports = declaration.Ports.Where(p => !p.IsEmbedded).Select(p => p.Name).ToHashSet();
        if (ports.Count == 0) ports.Add("Done");
        foreach (var input in declaration.Inputs)
        {
            if (input.Hint == UiHint.FlowSwitchEditor) AddCases(ports, node, input);
            else if (NamesPorts(input) && !AddNames(ports, node, input)) return null;
        }
        return ports;
    }

    // Elsa's flow HTTP requests offer one port for each status code that they expect.
    private static bool NamesPorts(InputDeclaration input) =>
        input.Hint == UiHint.DynamicOutcomes || input is { Name: "ExpectedStatusCodes", Hint: UiHint.MultiText };

    private static void AddCases(HashSet<string> ports, ActivityNode node, InputDeclaration input)
    {
        ports.Add("Default");
        foreach (var label in SwitchCases.Labels(node.Json, input.Member)) ports.Add(label);
    }

    private static bool AddNames(HashSet<string> ports, ActivityNode node, InputDeclaration input)
    {
        var value = node.Inputs.TryGetValue(input.Member, out var binding) ? binding.Literal : input.Default;
        if (value.IsNothing) return binding is null;
        if (value is not Value.List list) return false;
        foreach (var item in list.Items)
            ports.Add(item.AsText ?? ValueJson.ToJson(item));
        return true;
    }
}
