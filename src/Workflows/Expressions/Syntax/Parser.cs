using Procedures.Expressions.Tree;

namespace Procedures.Expressions.Syntax;

/// <summary>Reads tokens into a tree. The other parts of this class read operators, single values and arrows.</summary>
internal sealed partial class Parser
{
    /// <summary>How deep parts may lie in one another; it bounds the machine's stack while reading.</summary>
    private const int DeepestNesting = 200;

    /// <summary>How tall the tree may become, for chains such as a + b + c …, which nest without parentheses.</summary>
    private const int TallestTree = 600;

    private readonly string source;
    private readonly List<Token> tokens;
    private readonly Dictionary<int, int> closing;
    private int at;
    private int depth;

    public Parser(string source)
    {
        this.source = source;
        (tokens, closing) = new Lexer(source).Read();
    }

    private Token Current => tokens[at];

    public Node ParseScript()
    {
        if (Current.Kind == TokenKind.End) throw Error("The expression is empty.", Current);
        RefuseBlock();
        var root = ParseValue();
        if (Current.IsSign(";") && tokens[at + 1].Kind == TokenKind.End) at++;
        if (Current.Kind == TokenKind.End) return root;
        RefuseStatement(Current);
        throw Current.AfterLineBreak
            ? Statement("A second statement begins here; only a single expression can be written.", Current)
            : Unexpected("the end of the expression");
    }

    private Token Take()
    {
        if (Current.Kind == TokenKind.Unreadable) throw Error(Current.Content, Current);
        return Current.Kind == TokenKind.End ? Current : tokens[at++];
    }

    private bool TakeSign(string sign)
    {
        if (!Current.IsSign(sign)) return false;
        at++;
        return true;
    }

    private void Expect(string sign)
    {
        if (!TakeSign(sign)) throw Unexpected($"'{sign}'");
    }

    private void Descend(int levels = 1)
    {
        depth += levels;
        if (depth > DeepestNesting)
            throw Error($"The expression is nested more than {DeepestNesting} levels deep.", Current);
    }

    private Node Place(Node node, int start)
    {
        node.Placed(start, at > 0 ? tokens[at - 1].End : start);
        return node.Height <= TallestTree
            ? node
            : throw Error($"The expression has a chain of more than {TallestTree} parts.", Current);
    }

    private ScriptSyntaxException Unexpected(string wanted)
    {
        var token = Current;
        RefuseStatement(token);
        var found = token.Kind switch
        {
            TokenKind.Unreadable => null,
            TokenKind.End => "the expression ends",
            TokenKind.Text => "a text begins",
            TokenKind.Number => "a number stands here",
            TokenKind.Name or TokenKind.Sign => $"'{token.Content}' stands here",
            _ => "a text in back quotes goes on",
        };
        return Error(found is null ? token.Content : $"Expected {wanted}, but {found}.", token);
    }

    private ScriptSyntaxException Error(string message, Token token) => Failure(message, token, false);

    private ScriptSyntaxException Statement(string message, Token token) => Failure(message, token, true);

    private ScriptSyntaxException Failure(string message, Token token, bool isStatement)
    {
        var (line, column) = Position.Of(source, token.Start);
        return new ScriptSyntaxException(message, line, column, isStatement);
    }
}
