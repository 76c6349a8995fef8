namespace Procedures.Expressions.Syntax;

/// <summary>What the parser refuses, in both languages.</summary>
/// <remarks>The sentences stand here, and not where they are told: a parser that calls itself needs a small stack.</remarks>
internal static class Mistakes
{
    public static readonly Bilingual Nothing = ("The expression is empty.", "L'expression est vide.");
    public static readonly Bilingual SecondStatement = (
        "A second statement begins here; only a single expression can be written.",
        "Une seconde instruction commence ici ; on ne peut écrire qu'une seule expression.");
    public static readonly Bilingual End = ("the end of the expression", "la fin de l'expression");
    public static readonly Bilingual Value = ("a value", "une valeur");
    public static readonly Bilingual Item = ("item", "élément");
    public static readonly Bilingual Argument = ("argument", "argument");
    public static readonly Bilingual ParameterName = ("the name of a parameter", "le nom d'un paramètre");
    public static readonly Bilingual MemberName = ("the name of a member", "le nom d'un membre");
    public static readonly Bilingual NameAfterDot = ("a name after the dot", "un nom après le point");
    public static readonly Bilingual Brace = Bilingual.Same("'}'");
    public static readonly Bilingual EmptyParentheses = (
        "Nothing stands between the parentheses.", "Il n'y a rien entre les parenthèses.");
    public static readonly Bilingual Comma = (
        "The comma operator is not part of this language.", "L'opérateur virgule ne fait pas partie de ce langage.");
    public static readonly Bilingual Async = (
        "'async' waits, and an expression cannot wait.", "'async' attend, et une expression ne peut attendre.");
    public static readonly Bilingual Method = (
        "Methods with a body cannot be written here; write 'name: x => …'.",
        "Les méthodes avec un corps ne sont pas admises ici ; écrivez 'nom: x => …'.");
    public static readonly Bilingual InstanceOf = (
        "'instanceof' is not part of this language.", "'instanceof' ne fait pas partie de ce langage.");
    public static readonly Bilingual Mixture = (
        "'??' stands beside '||' or '&&' only in parentheses.",
        "'??' ne voisine avec '||' ou '&&' qu'entre parenthèses.");
    public static readonly Bilingual SignedBase = (
        "The base of '**' needs parentheses when a sign stands before it.",
        "La base de '**' demande des parenthèses lorsqu'un signe la précède.");
    public static readonly Bilingual BackQuotes = (
        "A function cannot be written before back quotes.", "Une fonction ne peut précéder des accents graves.");
    public static readonly Bilingual Private = ("There are no private members.", "Il n'y a pas de membres privés.");
    public static readonly Bilingual ArrowOnNewLine = (
        "'=>' stands on the line on which the parameters end.",
        "'=>' se place sur la ligne où finissent les paramètres.");
    public static readonly Bilingual ArrowWithStatements = (
        "A function with statements in '{ … }' cannot be written; write 'x => value', or 'x => ({ … })' for an object.",
        "Une fonction avec des instructions entre '{ … }' n'est pas admise ; écrivez 'x => valeur', ou 'x => ({ … })' "
            + "pour un objet.");
    public static readonly Bilingual ParameterAfterRest = (
        "After '...' no further parameter can stand.", "Après '...' ne peut suivre aucun paramètre.");
    public static readonly Bilingual NameAfterRest = (
        "After '...' no further name can stand.", "Après '...' ne peut suivre aucun nom.");
    public static readonly Bilingual Block = (
        "A block of statements in '{ … }' cannot be written here, only a single expression.",
        "Un bloc d'instructions entre '{ … }' n'a pas sa place ici : une seule expression.");

    public static Bilingual TooDeep(int levels) => (
        $"The expression is nested more than {levels} levels deep.",
        $"L'expression est imbriquée sur plus de {levels} niveaux.");

    public static Bilingual TooTall(int parts) => (
        $"The expression has a chain of more than {parts} parts.",
        $"L'expression comporte une chaîne de plus de {parts} parties.");

    public static Bilingual None(string name) => ($"There is no '{name}' here.", $"Il n'y a pas de '{name}' ici.");

    public static Bilingual Twice(string parameter) => (
        $"The parameter '{parameter}' stands here twice.", $"Le paramètre '{parameter}' figure ici deux fois.");

    public static Bilingual TooMany(int parameters) => (
        $"A function has more than {parameters} parameters.", $"Une fonction a plus de {parameters} paramètres.");

    public static Bilingual Missing(Bilingual what) => (
        $"An {what.English} is missing before this comma.", $"Il manque un {what.French} avant cette virgule.");
}
