namespace Procedures.Definitions;

/// <summary>
/// What several arrows into one activity mean in a token-based flowchart (Elsa, decision record 6 of 2025).
/// </summary>
public enum MergeMode
{
    /// <summary>Not set: as Stream.</summary>
    None,

    /// <summary>Runs when no activity before it still holds a token; branches not taken do not block.</summary>
    Stream,

    /// <summary>Waits for a token on every forward arrow.</summary>
    Merge,

    /// <summary>Waits for a token on every arrow, those of loops included.</summary>
    Converge,

    /// <summary>Runs once for each token.</summary>
    Cascade,

    /// <summary>The first token wins; the other branches are cancelled.</summary>
    Race,
}
