using Procedures.Catalog;
using Procedures.Expressions;

namespace Procedures.Definitions.Format;

/// <summary>The ports through which an activity can be left, as far as its definition tells.</summary>
internal static class SourcePorts
{
    /// <summary>The names of the ports; null when they are only known once the procedure runs.</summary>
    public static IReadOnlySet<string>? Of(ActivityNode node, ActivityDeclaration declaration)
    {
        if (Shown(node, declaration) is not { } shown) return null;
        var ports = shown.ToHashSet();
        if (declaration.Ports.All(p => p.IsEmbedded)) ports.Add("Done");
        return ports;
    }

    /// <summary>
    /// The ports from top to bottom, as Studio sets them along the activity: what the definition names, then what the
    /// type declares; null when they are only known once the procedure runs.
    /// </summary>
    public static IReadOnlyList<string>? Shown(ActivityNode node, ActivityDeclaration declaration)
    {
        var ports = new List<string>();
        foreach (var input in declaration.Inputs)
        {
            if (input.Hint == UiHint.FlowSwitchEditor) AddCases(ports, node, input);
            else if (NamesPorts(input) && !AddNames(ports, node, input)) return null;
        }
        ports.AddRange(declaration.Ports.Where(p => !p.IsEmbedded).Select(p => p.Name));
        return ports.Count == 0 ? ["Done"] : [.. ports.Distinct()];
    }

    // Elsa's flow HTTP requests offer one port for each status code that they expect.
    private static bool NamesPorts(InputDeclaration input) =>
        input.Hint == UiHint.DynamicOutcomes || input is { Name: "ExpectedStatusCodes", Hint: UiHint.MultiText };

    private static void AddCases(List<string> ports, ActivityNode node, InputDeclaration input)
    {
        ports.AddRange(SwitchCases.Labels(node.Json, input.Member));
        ports.Add("Default");
    }

    private static bool AddNames(List<string> ports, ActivityNode node, InputDeclaration input)
    {
        var value = node.Inputs.TryGetValue(input.Member, out var binding) ? binding.Literal : input.Default;
        if (value.IsNothing) return binding is null;
        if (value is not Value.List list) return false;
        foreach (var item in list.Items)
            ports.Add(item.AsText ?? ValueJson.ToJson(item));
        return true;
    }
}
