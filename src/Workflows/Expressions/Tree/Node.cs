using System.Runtime.CompilerServices;

namespace Procedures.Expressions.Tree;

/// <summary>A part of an expression. It keeps no state, so one tree serves any number of evaluations at once.</summary>
internal abstract class Node
{
    /// <summary>
    /// What a chain yields when <c>?.</c> found nothing; only the parts of that chain tell it from undefined.
    /// </summary>
    protected static readonly Value Skipped = new Value.UndefinedValue();

    public int Start { get; private set; }
    public int End { get; private set; }

    /// <summary>The number of levels from here to the deepest leaf.</summary>
    public int Height { get; private set; } = 1;

    /// <summary>The parts of this part.</summary>
    public virtual IEnumerable<Node> Parts => [];

    public Node Placed(int start, int end)
    {
        (Start, End) = (start, end);
        foreach (var part in Parts) Height = Math.Max(Height, part.Height + 1);
        return this;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Value Evaluate(Run run, Frame? frame)
    {
        run.Spend();
        return Compute(run, frame);
    }

    protected abstract Value Compute(Run run, Frame? frame);

    /// <summary>The source of this part, shortened, to name it in a fault.</summary>
    public string Shown(Run run)
    {
        const int longest = 40;
        var text = string.Join(' ',
            run.Source[Start..End].Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= longest ? text : text[..longest] + "…";
    }
}
