using System.Collections.Frozen;

namespace Procedures.Expressions.Syntax;

/// <summary>The words that JavaScript reserves, sorted by what to tell the person who wrote them.</summary>
internal static class Words
{
    /// <summary>Words after which a slash begins a regular expression.</summary>
    public static readonly FrozenSet<string> OperatorsBeforeOperand =
        Set("typeof", "void", "in", "return", "delete", "new");

    /// <summary>Words that begin a statement, or stand for something that changes the world.</summary>
    public static readonly FrozenSet<string> OfStatements = Set(
        "var", "let", "const", "if", "else", "for", "while", "do", "function", "return", "class", "throw", "try",
        "catch",
        "finally", "import", "export", "switch", "case", "default", "break", "continue", "debugger", "with", "await",
        "yield", "delete", "new", "enum");

    /// <summary>Words that cannot be the name of a value.</summary>
    public static readonly FrozenSet<string> Reserved = Set(
        [.. OfStatements, "this", "super", "null", "true", "false", "typeof", "void", "in", "instanceof"]);

    public static Bilingual Refusal(string word) => word switch
    {
        "return" => (
            "Leave out 'return': the value of the expression is the result.",
            "Omettez 'return' : la valeur de l'expression est le résultat."),
        "var" or "let" or "const" => (
            $"'{word}' declares a variable; only a single expression can be written here.",
            $"'{word}' déclare une variable ; on ne peut écrire ici qu'une seule expression."),
        "if" or "else" or "switch" or "case" => (
            $"'{word}' is a statement; write 'condition ? this : that' instead.",
            $"'{word}' est une instruction ; écrivez plutôt 'condition ? ceci : cela'."),
        "for" or "while" or "do" or "break" or "continue" => (
            $"'{word}' belongs to a loop; use map, filter, find or reduce on a list instead.",
            $"'{word}' appartient à une boucle ; utilisez plutôt map, filter, find ou reduce sur une liste."),
        "function" => ("Write a function as an arrow: 'x => …'.", "Écrivez une fonction comme une flèche : 'x => …'."),
        "delete" => (
            "'delete' changes a value, and values cannot be changed.",
            "'delete' modifie une valeur, et les valeurs ne peuvent être modifiées."),
        "new" => (
            "Objects cannot be made with 'new'; for days write today() or day('2026-10-01').",
            "Aucun objet ne se crée avec 'new' ; pour les jours, écrivez today() ou day('2026-10-01')."),
        "await" or "yield" => (
            $"'{word}' waits, and an expression cannot wait.", $"'{word}' attend, et une expression ne peut attendre."),
        _ => (
            $"'{word}' is part of a statement; only a single expression can be written here.",
            $"'{word}' fait partie d'une instruction ; on ne peut écrire ici qu'une seule expression."),
    };

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
