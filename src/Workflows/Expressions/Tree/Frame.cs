namespace Procedures.Expressions.Tree;

/// <summary>The parameters of one call of an arrow function, inside those of the functions around it.</summary>
internal sealed class Frame(Frame? outer, int slots)
{
    public readonly Value[] Slots = new Value[slots];
    public readonly Frame? Outer = outer;
}
