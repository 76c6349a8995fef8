using Procedures.Expressions.Tree;

namespace Procedures.Expressions.Syntax;

internal sealed partial class Parser
{
    private const int MostNames = 200;

    /// <summary>The names that each arrow around the current place binds; the innermost comes last.</summary>
    private readonly List<List<string>> functions = [];

    private bool StartsArrow()
    {
        if (Current.Kind == TokenKind.Name) return tokens[at + (Current.Kind == TokenKind.End ? 0 : 1)].IsSign("=>");
        return Current.IsSign("(") && closing.TryGetValue(at, out var close) && tokens[close + 1].IsSign("=>");
    }

    private Parameter? ParameterNamed(string name)
    {
        for (var i = functions.Count - 1; i >= 0; i--)
            if (functions[i].IndexOf(name) is >= 0 and var slot)
                return new Parameter(functions.Count - 1 - i, slot);
        return null;
    }

    private Node ParseArrow()
    {
        var start = Current.Start;
        var names = new List<string>();
        functions.Add(names);
        var parameters = new List<Pattern>();
        Pattern? rest = null;
        if (Current.Kind == TokenKind.Name) parameters.Add(ParseBoundName());
        else
        {
            at++;
            while (!TakeSign(")"))
            {
                if (TakeSign("...")) rest = ParseRest(")");
                else parameters.Add(ParsePattern());
                if (!Current.IsSign(")")) Expect(",");
            }
        }
        if (Current.AfterLineBreak) throw Error(Mistakes.ArrowOnNewLine, Current);
        Expect("=>");
        if (Current.IsSign("{")) throw Statement(Mistakes.ArrowWithStatements, Current);
        var body = ParseValue();
        functions.RemoveAt(functions.Count - 1);
        return Place(new Arrow([.. parameters], rest, names.Count, body), start);
    }

    private Pattern ParsePattern()
    {
        Descend();
        var start = Current.Start;
        Pattern pattern = TakeSign("{") ? ParseMapPattern(start)
            : TakeSign("[") ? ParseListPattern(start)
            : ParseBoundName();
        if (TakeSign("=")) pattern.Otherwise = ParseValue();
        depth--;
        return pattern;
    }

    private NamePattern ParseBoundName()
    {
        var token = Current;
        RefuseStatement(token);
        if (token.Kind != TokenKind.Name || Words.Reserved.Contains(token.Content))
            throw Unexpected(Mistakes.ParameterName);
        if (functions[^1].Contains(token.Content))
            throw Error(Mistakes.Twice(token.Content), token);
        if (functions[^1].Count == MostNames) throw Error(Mistakes.TooMany(MostNames), token);
        at++;
        functions[^1].Add(token.Content);
        return new NamePattern(functions[^1].Count - 1);
    }

    private Pattern ParseRest(string close)
    {
        var start = Current.Start;
        Pattern rest = TakeSign("[") ? ParseListPattern(start) : ParseBoundName();
        if (!Current.IsSign(close)) throw Error(Mistakes.ParameterAfterRest, Current);
        return rest;
    }

    private MapPattern ParseMapPattern(int start)
    {
        var members = new List<(string, Pattern)>();
        Pattern? rest = null;
        while (!TakeSign("}"))
        {
            if (TakeSign("..."))
            {
                rest = ParseBoundName();
                if (!Current.IsSign("}")) throw Error(Mistakes.NameAfterRest, Current);
            }
            else if (Current.Kind == TokenKind.Name && !tokens[at + 1].IsSign(":"))
                members.Add((Current.Content, ParsePattern()));
            else
            {
                var name = ParseMemberName();
                Expect(":");
                members.Add((name, ParsePattern()));
            }
            if (!Current.IsSign("}")) Expect(",");
        }
        return new MapPattern([.. members], rest, start);
    }

    private ListPattern ParseListPattern(int start)
    {
        var items = new List<Pattern?>();
        Pattern? rest = null;
        while (!TakeSign("]"))
        {
            if (TakeSign(","))
            {
                items.Add(null);
                continue;
            }
            if (TakeSign("...")) rest = ParseRest("]");
            else items.Add(ParsePattern());
            if (!Current.IsSign("]")) Expect(",");
        }
        return new ListPattern([.. items], rest, start);
    }
}
