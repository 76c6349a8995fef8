namespace Procedures.Comparison;

/// <summary>What has become of a part of a definition.</summary>
public enum ChangeKind
{
    Added,
    Removed,
    Changed,

    /// <summary>Only its place on the canvas.</summary>
    Moved,
}
