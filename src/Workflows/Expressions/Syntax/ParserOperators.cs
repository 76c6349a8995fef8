using System.Collections.Frozen;
using Procedures.Expressions.Tree;

namespace Procedures.Expressions.Syntax;

internal sealed partial class Parser
{
    private static readonly FrozenDictionary<string, (int Strength, Sign? Sign, Link? Link)> Operators =
        new Dictionary<string, (int, Sign?, Link?)>
        {
            ["??"] = (1, null, Link.Otherwise), ["||"] = (2, null, Link.Or), ["&&"] = (3, null, Link.And),
            ["|"] = (4, Sign.Or, null), ["^"] = (5, Sign.ExclusiveOr, null), ["&"] = (6, Sign.And, null),
            ["=="] = (7, Sign.Equal, null), ["!="] = (7, Sign.NotEqual, null),
            ["==="] = (7, Sign.Same, null), ["!=="] = (7, Sign.NotSame, null),
            ["<"] = (8, Sign.Less, null), ["<="] = (8, Sign.LessOrEqual, null),
            [">"] = (8, Sign.Greater, null), [">="] = (8, Sign.GreaterOrEqual, null), ["in"] = (8, Sign.In, null),
            ["<<"] = (9, Sign.ShiftLeft, null), [">>"] = (9, Sign.ShiftRight, null),
            [">>>"] = (9, Sign.ShiftRightUnsigned, null),
            ["+"] = (10, Sign.Add, null), ["-"] = (10, Sign.Subtract, null),
            ["*"] = (11, Sign.Multiply, null), ["/"] = (11, Sign.Divide, null), ["%"] = (11, Sign.Remainder, null),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly HashSet<Node> parenthesised = [];

    /// <summary>Reads what may stand in parentheses: an arrow, a condition, or less.</summary>
    private Node ParseValue()
    {
        Descend();
        var start = Current.Start;
        var value = StartsArrow() ? ParseArrow() : ParseConditional(start);
        RefuseStatementSign();
        depth--;
        return value;
    }

    private void RefuseStatementSign()
    {
        if (Current.Kind == TokenKind.Sign && Current.Content != ";") RefuseStatement(Current);
    }

    private Node ParseConditional(int start)
    {
        var condition = ParseOperation(1);
        if (!TakeSign("?")) return condition;
        var whenTrue = ParseValue();
        Expect(":");
        var whenFalse = ParseValue();
        return Place(new Conditional(condition, whenTrue, whenFalse), start);
    }

    private Node ParseOperation(int weakest)
    {
        var start = Current.Start;
        var left = ParsePrefixed();
        while (Current.Kind is TokenKind.Sign or TokenKind.Name
            && Operators.TryGetValue(Current.Content, out var found) && found.Strength >= weakest)
        {
            var sign = Take();
            Descend();
            var right = ParseOperation(found.Strength + 1);
            depth--;
            if (found.Link is { } link) RefuseMixture(link, left, right, sign);
            Node node = found.Link is { } joins
                ? new Choice(joins, left, right)
                : new Operation(found.Sign!.Value, left, right);
            left = Place(node, start);
        }
        if (Current.IsName("instanceof")) throw Error(Mistakes.InstanceOf, Current);
        return left;
    }

    private void RefuseMixture(Link link, Node left, Node right, Token sign)
    {
        foreach (var operand in new[] { left, right })
            if (operand is Choice choice && (choice.Link == Link.Otherwise) != (link == Link.Otherwise)
                && !parenthesised.Contains(operand))
                throw Error(Mistakes.Mixture, sign);
    }

    private Node ParsePrefixed()
    {
        var token = Current;
        if (!IsPrefix(token)) return ParsePower();
        Descend();
        at++;
        var operand = IsPrefix(Current) ? ParsePrefixed() : ParseChain();
        if (Current.IsSign("**"))
            throw Error(Mistakes.SignedBase, Current);
        depth--;
        return Place(new Prefix(token.Content, operand), token.Start);
    }

    private static bool IsPrefix(Token token) => token.Kind switch
    {
        TokenKind.Sign => token.Content is "!" or "+" or "-" or "~",
        TokenKind.Name => token.Content is "typeof" or "void",
        _ => false,
    };

    private Node ParsePower()
    {
        var start = Current.Start;
        var number = ParseChain();
        if (!TakeSign("**")) return number;
        Descend();
        var exponent = ParsePrefixed();
        depth--;
        return Place(new Operation(Sign.Power, number, exponent), start);
    }
}
