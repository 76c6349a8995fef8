using System.Collections.Immutable;

namespace Procedures.Catalog;

/// <summary>What an activity type shows to the designer: the one source of its descriptor.</summary>
public sealed record ActivityDeclaration(
    string TypeName, Bilingual Category, Bilingual DisplayName, Bilingual Description)
{
    public int Version { get; init; } = 1;
    public ActivityKind Kind { get; init; } = ActivityKind.Action;
    public ImmutableArray<InputDeclaration> Inputs { get; init; } = [];
    public ImmutableArray<OutputDeclaration> Outputs { get; init; } = [];

    /// <summary>Outcomes and embedded ports. No outcome declared means one outcome, Done.</summary>
    public ImmutableArray<PortDeclaration> Ports { get; init; } = [];
    public bool IsContainer { get; init; }
    public bool IsBrowsable { get; init; } = true;
    public bool IsStart { get; init; }

    /// <summary>A terminal activity completes the flowchart that holds it.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Why activities of this type are not run here, in one sentence; null when they are.</summary>
    public Bilingual? Refusal { get; init; }

    public string Namespace => TypeName[..Math.Max(0, TypeName.LastIndexOf('.'))];
    public string Name => TypeName[(TypeName.LastIndexOf('.') + 1)..];
    public InputDeclaration? Input(string name) => Inputs.FirstOrDefault(i => i.Name == name);
}
