namespace Procedures.Deadlines;

/// <summary>The dates of reference of a procedure: <c>TE</c>, <c>V</c>, <c>E</c>, <c>P1.04.completed</c> …</summary>
public interface IAnchors
{
    /// <summary>The value of a name, or null while it has none.</summary>
    AnchorValue? Find(string name);

    /// <summary>True when the value rests on something that may still change.</summary>
    bool IsProvisional(string name);

    /// <summary>What the name means, for people; null when nobody wrote it down.</summary>
    Bilingual? LabelOf(string name) => null;
}
