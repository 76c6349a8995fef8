using Procedures.Expressions.Tree;

namespace Procedures.Expressions.Syntax;

internal sealed partial class Parser
{
    /// <summary>Reads a value and everything that follows it after dots, in brackets and in parentheses.</summary>
    private Node ParseChain()
    {
        var start = Current.Start;
        var node = ParsePrimary();
        var isOptional = false;
        while (Current.Kind is TokenKind.Sign or TokenKind.WholeTemplate or TokenKind.TemplateHead)
        {
            if (Current.Kind != TokenKind.Sign)
                throw Error(Mistakes.BackQuotes, Current);
            var optional = TakeSign("?.");
            isOptional |= optional;
            if (optional && !Current.IsSign("[") && !Current.IsSign("(")) node = ParseMember(node, true, start);
            else if (!optional && TakeSign(".")) node = ParseMember(node, false, start);
            else if (TakeSign("[")) node = ParseIndex(node, optional, start);
            else if (TakeSign("(")) node = Place(new Call(node, ParseArguments(), optional), start);
            else break;
        }
        if (Current.IsSign("++") || Current.IsSign("--")) RefuseStatement(Current);
        return isOptional ? Place(new Chain(node), start) : node;
    }

    private Node ParseMember(Node target, bool optional, int start)
    {
        var name = Current;
        if (name.IsSign("#")) throw Error(Mistakes.Private, name);
        if (name.Kind != TokenKind.Name) throw Unexpected(Mistakes.NameAfterDot);
        at++;
        var key = Place(new Constant(Value.Of(name.Content)), name.Start);
        Node access = target is ScopeMap map
            ? new ScopeMember(map.OfInputs, key)
            : new Access(target, key, optional, computed: false);
        return Place(access, start);
    }

    private Node ParseIndex(Node target, bool optional, int start)
    {
        var key = ParseValue();
        Expect("]");
        Node access = target is ScopeMap map
            ? new ScopeMember(map.OfInputs, key)
            : new Access(target, key, optional, computed: true);
        return Place(access, start);
    }

    private Node[] ParseArguments() => ParseItems(")", Mistakes.Argument);

    /// <summary>Reads values and spreads, separated by commas, up to the closing sign.</summary>
    private Node[] ParseItems(string close, Bilingual what)
    {
        var items = new List<Node>();
        while (!TakeSign(close))
        {
            if (Current.IsSign(",")) throw Error(Mistakes.Missing(what), Current);
            var start = Current.Start;
            items.Add(TakeSign("...") ? Place(new Spread(ParseValue()), start) : ParseValue());
            if (!Current.IsSign(close)) Expect(",");
        }
        return [.. items];
    }
}
