namespace Procedures.Expressions.Syntax;

internal sealed partial class Parser
{
    /// <summary>Throws when the token shows that a statement was written where an expression belongs.</summary>
    private void RefuseStatement(Token token)
    {
        if (token.Kind == TokenKind.Sign && AssignmentRefusal(token.Content) is { } refusal)
            throw Statement(refusal, token);
        if (token.Kind == TokenKind.Name && Words.OfStatements.Contains(token.Content))
            throw Statement(Words.Refusal(token.Content), token);
    }

    private static Bilingual? AssignmentRefusal(string sign) => sign switch
    {
        "=" => (
            "'=' assigns, and values cannot be changed; to compare, write '==='.",
            "'=' affecte, et les valeurs ne peuvent être modifiées ; pour comparer, écrivez '==='."),
        "++" or "--" => (
            $"'{sign}' changes a value, and values cannot be changed.",
            $"'{sign}' modifie une valeur, et les valeurs ne peuvent être modifiées."),
        "+=" or "-=" or "*=" or "/=" or "%=" or "**=" or "&=" or "|=" or "^=" or "<<=" or ">>=" or ">>>="
            or "&&=" or "||=" or "??=" => (
                $"'{sign}' assigns, and values cannot be changed.",
                $"'{sign}' affecte, et les valeurs ne peuvent être modifiées."),
        ";" => (
            "';' separates statements; only a single expression can be written here.",
            "';' sépare des instructions ; on ne peut écrire ici qu'une seule expression."),
        _ => null,
    };

    /// <summary>
    /// An object at the beginning is read as one, although JavaScript sees a block; statements in it are none.
    /// </summary>
    private void RefuseBlock()
    {
        if (!Current.IsSign("{") || tokens[1].Kind != TokenKind.Name) return;
        var second = tokens[2];
        if (!second.IsSign(":") && !second.IsSign(",") && !second.IsSign("}"))
            throw Statement(Mistakes.Block, Current);
    }
}
