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
    private readonly Bilingual? unreadable;
    private int at;
    private int depth;

    public Parser(string source)
    {
        this.source = source;
        (tokens, closing, unreadable) = new Lexer(source).Read();
    }

    private Token Current => tokens[at];

    public Node ParseScript()
    {
        if (Current.Kind == TokenKind.End) throw Error(Mistakes.Nothing, Current);
        RefuseBlock();
        var root = ParseValue();
        if (Current.IsSign(";") && tokens[at + 1].Kind == TokenKind.End) at++;
        if (Current.Kind == TokenKind.End) return root;
        RefuseStatement(Current);
        throw Current.AfterLineBreak
            ? Statement(Mistakes.SecondStatement, Current)
            : Unexpected(Mistakes.End);
    }

    private Token Take()
    {
        if (Current.Kind == TokenKind.Unreadable) throw Error(unreadable!, Current);
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
        if (!TakeSign(sign)) throw Unexpected(Bilingual.Same($"'{sign}'"));
    }

    private void Descend(int levels = 1)
    {
        depth += levels;
        if (depth > DeepestNesting)
            throw Error(Mistakes.TooDeep(DeepestNesting), Current);
    }

    private Node Place(Node node, int start)
    {
        node.Placed(start, at > 0 ? tokens[at - 1].End : start);
        return node.Height <= TallestTree
            ? node
            : throw Error(Mistakes.TooTall(TallestTree), Current);
    }

    private ScriptSyntaxException Unexpected(Bilingual wanted)
    {
        var token = Current;
        RefuseStatement(token);
        if (token.Kind == TokenKind.Unreadable) return Error(unreadable!, token);
        Bilingual found = token.Kind switch
        {
            TokenKind.End => ("the expression ends", "l'expression prend fin"),
            TokenKind.Text => ("a text begins", "un texte commence"),
            TokenKind.Number => ("a number stands here", "un nombre se trouve ici"),
            TokenKind.Name or TokenKind.Sign => ($"'{token.Content}' stands here", $"'{token.Content}' se trouve ici"),
            _ => ("a text in back quotes goes on", "un texte entre accents graves se poursuit"),
        };
        return Error((
            $"Expected {wanted.English}, but {found.English}.",
            $"Il faudrait ici {wanted.French}, mais {found.French}."), token);
    }

    private ScriptSyntaxException Error(Bilingual message, Token token) => Failure(message, token, false);

    private ScriptSyntaxException Statement(Bilingual message, Token token) => Failure(message, token, true);

    private ScriptSyntaxException Failure(Bilingual message, Token token, bool isStatement)
    {
        var (line, column) = Position.Of(source, token.Start);
        return new ScriptSyntaxException(message, line, column, isStatement);
    }
}
