using Procedures.Expressions.Syntax;
using Procedures.Expressions.Tree;

namespace Procedures.Expressions;

/// <summary>A JavaScript expression, read once and evaluated as often as wished, from any thread.</summary>
/// <remarks>
/// The meaning is JavaScript's, without statements, assignment, loops and host objects. Values never change.
/// An object literal may stand at the beginning without parentheses.
/// </remarks>
public sealed class Script
{
    /// <summary>The longest source that is read, in UTF-16 units.</summary>
    public const int LongestSource = 100_000;

    private readonly Node root;

    private Script(string source, Node root)
    {
        Source = source;
        this.root = root;
    }

    public string Source { get; }

    /// <summary>Reads an expression. Throws <see cref="ScriptSyntaxException"/> when the text is none.</summary>
    public static Script Parse(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Length > LongestSource)
            throw new ScriptSyntaxException((
                $"The expression is longer than {LongestSource} characters.",
                $"L'expression dépasse {LongestSource} caractères."), 1, 1, false);
        return new Script(source, new Parser(source).ParseScript());
    }

    /// <summary>Evaluates the expression. Throws <see cref="ScriptFaultException"/> when it fails.</summary>
    /// <param name="scope">What the expression can see.</param>
    /// <param name="budget">
    /// How many steps it may take. Each part of the expression costs one; functions that copy texts and lists cost in
    /// proportion to what they copy, so the budget bounds memory as well as time.
    /// </param>
    public Value Evaluate(IScope scope, int budget = 100_000)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var run = new Run(scope, budget, Source);
        var value = root.Evaluate(run, null);
        run.At = root.Start;
        return Yield.Checked(run, value);
    }
}
