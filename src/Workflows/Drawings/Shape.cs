namespace Procedures.Drawings;

/// <summary>Where an arrow changes its height.</summary>
internal enum Shape
{
    /// <summary>In the lane behind its source, then level to its target.</summary>
    Early,

    /// <summary>In the lane before its target, after running level from its source.</summary>
    Late,

    /// <summary>In both lanes, with a track between them.</summary>
    Twice,
}
