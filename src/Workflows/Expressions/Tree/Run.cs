using Procedures.Expressions.Syntax;

namespace Procedures.Expressions.Tree;

/// <summary>One evaluation of a script: what it sees, what it may still spend, and where it is.</summary>
internal sealed class Run(IScope scope, int budget, string source)
{
    /// <summary>
    /// How deep functions may call one another, measured in levels of the tree. It bounds the machine's stack.
    /// </summary>
    private const int DeepestCalls = 2_500;

    /// <summary>What a call through a built-in function adds to the depth.</summary>
    public const int CallWeight = 25;

    private readonly int allowed = budget;
    private int left = budget;
    private int depth;

    public IScope Scope { get; } = scope;
    public string Source { get; } = source;

    /// <summary>The offset that a fault without a place of its own is reported at.</summary>
    public int At { get; set; }

    public void Spend()
    {
        if (--left < 0) throw Exhausted();
    }

    public void Spend(double steps)
    {
        if (steps > left) throw Exhausted();
        left -= (int)steps;
    }

    /// <summary>Pays for copying or searching that many UTF-16 units.</summary>
    public void SpendOnText(double length) => Spend(Math.Floor(length / 16));

    /// <summary>Pays for a search, which in the worst case compares each place with all that is sought.</summary>
    public void SpendOnSearch(string text, string sought) =>
        Spend(Math.Floor(text.Length / 16.0) + Math.Floor((double)text.Length * sought.Length / 4096));

    /// <summary>Pays for copying or searching that many items.</summary>
    public void SpendOnItems(double count) => Spend(Math.Floor(count / 8));

    public void Enter(int levels)
    {
        depth += levels;
        if (depth > DeepestCalls) throw Fault((
            "Functions call one another, or values lie in one another, too deeply.",
            "Des fonctions s'appellent, ou des valeurs s'emboîtent, à une trop grande profondeur."));
    }

    public void Leave(int levels) => depth -= levels;

    public ScriptFaultException Fault(Bilingual message) => Fault(message, At);

    public ScriptFaultException Fault(Bilingual message, int offset)
    {
        var (line, column) = Position.Of(Source, offset);
        return new ScriptFaultException(message, line, column);
    }

    private ScriptFaultException Exhausted() => Fault((
        $"the expression took more than {allowed} steps", $"l'expression a demandé plus de {allowed} pas"));
}
