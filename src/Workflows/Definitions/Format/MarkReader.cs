using System.Text.Json;

namespace Procedures.Definitions.Format;

/// <summary>Reads the marks that choose one of a few ways: merge mode, flowchart mode, incident strategy.</summary>
internal static class MarkReader
{
    private const string ModeMember = "Flowchart:ExecutionMode";

    /// <summary>The merge mode of an activity's custom properties: a name in any case, or Elsa's number.</summary>
    public static MergeMode MergeMode(JsonObjectReader custom) =>
        Named(custom, "mergeMode", MergeModes.ToDictionary(m => m.ToString()), MergeModes)
        ?? Definitions.MergeMode.None;

    /// <summary>The flowchart mode in the custom properties or the options of a definition.</summary>
    public static FlowchartMode FlowchartMode(JsonObjectReader? custom, JsonObjectReader? options)
    {
        var owner = custom?.Any(ModeMember) is not null ? custom : options;
        return owner is { } o && Named(o, ModeMember, Modes, [.. ModeNumbers]) is { } mode
            ? mode : Definitions.FlowchartMode.CounterBased;
    }

    public static IncidentStrategy Incidents(JsonObjectReader? options)
    {
        if (options is not { } o || o.Text("incidentStrategyType") is not { Length: > 0 } name)
            return IncidentStrategy.Fault;
        switch (TypeAliases.Resolve(name))
        {
            case "FaultStrategy" or "Fault": return IncidentStrategy.Fault;
            case "ContinueWithIncidentsStrategy" or "ContinueWithIncidents":
                return IncidentStrategy.ContinueWithIncidents;
        }
        o.Log.Warn(o.At("incidentStrategyType"), null, (
            $"The incident strategy {Quote.Of(name).English} is not known; Fault applies.",
            $"La stratégie d’incident {Quote.Of(name).French} est inconnue ; Fault s’applique."));
        return IncidentStrategy.Fault;
    }

    /// <summary>When procedures may be opened: Elsa's type names, long or short.</summary>
    public static ActivationStrategy Activation(JsonObjectReader? options)
    {
        if (options is not { } o || o.Text("activationStrategyType") is not { Length: > 0 } name)
            return ActivationStrategy.Always;
        switch (TypeAliases.Resolve(name))
        {
            case "AllowAlwaysStrategy" or "Always": return ActivationStrategy.Always;
            case "SingletonStrategy" or "Singleton": return ActivationStrategy.Singleton;
            case "CorrelatedSingletonStrategy" or "CorrelatedSingleton": return ActivationStrategy.CorrelatedSingleton;
            case "CorrelationStrategy" or "Correlation": return ActivationStrategy.Correlation;
        }
        o.Log.Error(o.At("activationStrategyType"), null, (
            $"The activation strategy {Quote.Of(name).English} is not known.",
            $"La stratégie d’activation {Quote.Of(name).French} est inconnue."));
        return ActivationStrategy.Always;
    }

    public static void CheckLegalSource(JsonObjectReader custom) => custom.Text("legalSource");

    private static readonly MergeMode[] MergeModes = Enum.GetValues<MergeMode>();

    private static readonly Dictionary<string, FlowchartMode> Modes = new()
    {
        ["CounterBased"] = Definitions.FlowchartMode.CounterBased,
        ["TokenBased"] = Definitions.FlowchartMode.TokenBased,
        ["Default"] = Definitions.FlowchartMode.CounterBased,
    };

    // Elsa's enumeration: Default = 0, TokenBased = 1, CounterBased = 2.
    private static readonly FlowchartMode[] ModeNumbers =
    [
        Definitions.FlowchartMode.CounterBased, Definitions.FlowchartMode.TokenBased,
        Definitions.FlowchartMode.CounterBased,
    ];

    private static T? Named<T>(JsonObjectReader owner, string member, Dictionary<string, T> names, T[] numbers)
        where T : struct
    {
        if (owner.Any(member) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String)
        {
            var text = value.GetString()!.Trim();
            foreach (var (name, named) in names)
                if (string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) return named;
            if (int.TryParse(text, out var digits) && digits >= 0 && digits < numbers.Length) return numbers[digits];
            if (text.Length == 0) return null;
        }
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            && number >= 0 && number < numbers.Length) return numbers[number];
        var (shown, known) = (Quote.Shown(value.GetRawText()), string.Join(", ", names.Keys));
        owner.Log.Error(owner.At(member), owner.Activity, (
            $"{shown} is not one of {known}.", $"{shown} n’est pas l’une des valeurs {known}."));
        return null;
    }
}
