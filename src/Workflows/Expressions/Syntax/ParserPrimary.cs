using Procedures.Expressions.Functions;
using Procedures.Expressions.Tree;

namespace Procedures.Expressions.Syntax;

internal sealed partial class Parser
{
    private Node ParsePrimary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                at++;
                return Place(new Constant(Value.Of(token.Number)), token.Start);
            case TokenKind.Text or TokenKind.WholeTemplate:
                at++;
                return Place(new Constant(Value.Of(token.Content)), token.Start);
            case TokenKind.TemplateHead: return ParseTemplate();
            case TokenKind.Name: return ParseName();
            case TokenKind.Sign when TakeSign("("): return ParseParenthesised();
            case TokenKind.Sign when TakeSign("["):
                return Place(new ListLiteral(ParseItems("]", Mistakes.Item)), token.Start);
            case TokenKind.Sign when TakeSign("{"): return ParseMap(token);
            default: throw Unexpected(Mistakes.Value);
        }
    }

    private Node ParseParenthesised()
    {
        if (Current.IsSign(")")) throw Error(Mistakes.EmptyParentheses, Current);
        var inner = ParseValue();
        if (Current.IsSign(",")) throw Error(Mistakes.Comma, Current);
        Expect(")");
        parenthesised.Add(inner);
        return inner;
    }

    private Node ParseTemplate()
    {
        var start = Current.Start;
        var (texts, inserts) = (new List<string> { Take().Content }, new List<Node>());
        while (true)
        {
            inserts.Add(ParseValue());
            if (Current.Kind is not (TokenKind.TemplateMiddle or TokenKind.TemplateTail)) throw Unexpected(Mistakes.Brace);
            var part = Take();
            texts.Add(part.Content);
            if (part.Kind == TokenKind.TemplateTail) return Place(new Template([.. texts], [.. inserts]), start);
        }
    }

    private Node ParseName()
    {
        var token = Current;
        if (token.IsName("new")) return ParseNew();
        RefuseStatement(token);
        if (token.Content is "this" or "super") throw Error(Mistakes.None(token.Content), token);
        if (token.IsName("async") && tokens[at + 1] is var next && !next.AfterLineBreak
            && (next.Kind == TokenKind.Name && !Operators.ContainsKey(next.Content)))
            throw Statement(Mistakes.Async, token);
        if (Words.Reserved.Contains(token.Content) && token.Content is not ("true" or "false" or "null"))
            throw Unexpected(Mistakes.Value);
        at++;
        return Place(Named(token.Content), token.Start);
    }

    private Node Named(string name)
    {
        if (ParameterNamed(name) is { } parameter) return parameter;
        if (name == "variables") return new ScopeMap(ofInputs: false);
        if (name is "input" or "inputs") return new ScopeMap(ofInputs: true);
        if (Globals.Table.TryGetValue(name, out var global)) return new Constant(global);
        if (name.Length > 3 && name.StartsWith("get", StringComparison.Ordinal) && char.IsUpper(name[3]))
            return new Accessor(name);
        if (name.Length > 3 && name.StartsWith("set", StringComparison.Ordinal) && char.IsUpper(name[3]))
            return new Refused(ScopeFunctions.NoChange(name));
        return new UnknownName(name);
    }

    private Node ParseNew()
    {
        var token = Take();
        if (!Current.IsName("Date")) throw Statement(Words.Refusal("new"), token);
        at++;
        if (TakeSign("(")) ParseArguments();
        return Place(new Refused(DayFunctions.NoClock), token.Start);
    }

    private Node ParseMap(Token open)
    {
        var members = new List<MemberLiteral>();
        while (!TakeSign("}"))
        {
            members.Add(TakeSign("...") ? new MemberLiteral(null, ParseValue()) : ParseMapMember());
            if (!Current.IsSign("}")) Expect(",");
        }
        return Place(new MapLiteral([.. members]), open.Start);
    }

    private MemberLiteral ParseMapMember()
    {
        var token = Current;
        if (TakeSign("["))
        {
            var computed = ParseValue();
            Expect("]");
            Expect(":");
            return new MemberLiteral(computed, ParseValue());
        }
        if (token.Kind == TokenKind.Name && (tokens[at + 1].IsSign(",") || tokens[at + 1].IsSign("}")))
            return new MemberLiteral(Place(new Constant(Value.Of(token.Content)), token.Start), ParseName());
        var name = ParseMemberName();
        if (Current.IsSign("(") || Current.Kind == TokenKind.Name)
            throw Statement(Mistakes.Method, token);
        Expect(":");
        return new MemberLiteral(Place(new Constant(Value.Of(name)), token.Start), ParseValue());
    }

    private string ParseMemberName()
    {
        if (Current.Kind is not (TokenKind.Name or TokenKind.Text or TokenKind.Number))
            throw Unexpected(Mistakes.MemberName);
        var token = Take();
        return token.Kind == TokenKind.Number ? NumberWriting.Of(token.Number) : token.Content;
    }
}
