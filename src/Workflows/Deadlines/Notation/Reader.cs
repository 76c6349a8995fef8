namespace Procedures.Deadlines.Notation;

/// <summary>Walks over the tokens of one rule or formula and reads the terms that both have in common.</summary>
internal sealed class Reader(List<Token> tokens)
{
    private static readonly string[] Reserved =
    [
        "nlt", "before", "nbf", "in", "month", "within", "of", "on", "and", "part", "open", "close", "year", "date",
        "last", "first", "next", "with", "after",
    ];

    private int _at;

    public Token Current => tokens[_at];

    public Token Peek(int ahead = 1) => tokens[Math.Min(_at + ahead, tokens.Count - 1)];

    public Token Take() => Current.Kind == TokenKind.End ? Current : tokens[_at++];

    public bool Skip(string keyword)
    {
        if (!Current.Is(keyword)) return false;
        Take();
        return true;
    }

    public Token Expect(TokenKind kind, Bilingual wanted)
    {
        if (Current.Kind != kind) throw Unexpected(wanted);
        return Take();
    }

    public void ExpectWord(string keyword, Bilingual wanted)
    {
        if (!Skip(keyword)) throw Unexpected(wanted);
    }

    /// <summary>A term: a source and at most one offset.</summary>
    public Term Term()
    {
        var source = Source();
        if (Current.Kind is not (TokenKind.Plus or TokenKind.Minus)) return new Term(source, null);
        var backward = Take().Kind == TokenKind.Minus;
        var offset = OffsetReader.Read(this, backward);
        if (Current.Kind is TokenKind.Plus or TokenKind.Minus) throw Chained();
        return new Term(source, offset);
    }

    public DaySource Source()
    {
        var token = Current;
        if (token.Kind == TokenKind.Date) return new DaySource.Written(DayReader.Written(Take()));
        if (token.Is("open") || token.Is("close")) return Edge();
        if (token.Is("date")) return DayReader.OfYear(this);
        if (token.Is("part"))
            throw Error(("A part-session is not a day: write open(part(…)), close(part(…)) or in part(…).",
                "Une partie de session n'est pas un jour : écrivez open(part(…)), close(part(…)) ou in part(…)."));
        return new DaySource.Named(Name());
    }

    public PartReference Part()
    {
        if (!Current.Is("part"))
            return new PartReference.Named(Name(("a part-session such as E or part(2026,3)",
                "une partie de session comme E ou part(2026,3)")));
        Take();
        Expect(TokenKind.Open, ("an opening bracket: part(2026,3)", "une parenthèse ouvrante : part(2026,3)"));
        var year = Year();
        Expect(TokenKind.Comma, ("a comma: part(2026,3)", "une virgule : part(2026,3)"));
        var number = Expect(TokenKind.Number, ("the number of the part, 1 to 4", "le numéro de la partie, de 1 à 4"));
        if (number.Text is not ("1" or "2" or "3" or "4"))
            throw At(number, ("A session has the parts 1, 2, 3 and 4.", "Une session a les parties 1, 2, 3 et 4."));
        Expect(TokenKind.Close, ("a closing bracket: part(2026,3)", "une parenthèse fermante : part(2026,3)"));
        return new PartReference.Numbered(year, number.Text[0] - '0');
    }

    public YearReference Year() => DayReader.Year(this);

    public string Name(Bilingual? wanted = null)
    {
        var token = Current;
        if (token.Kind != TokenKind.Word)
            throw Unexpected(wanted ?? ("a date of reference such as EO, or a day such as 2026-09-01",
                "une date de référence comme EO, ou un jour comme 2026-09-01"));
        if (IsReserved(token.Text))
            throw At(token, ($"\"{token.Text}\" is a word of the notation and cannot stand for a date here.",
                $"« {token.Text} » est un mot de la notation et ne peut désigner une date ici."));
        return Take().Text;
    }

    public static bool IsReserved(string word) => Reserved.Contains(word, StringComparer.OrdinalIgnoreCase);

    public RuleSyntaxException Error(Bilingual text) => At(Current, text);

    public static RuleSyntaxException At(Token token, Bilingual text) => new(text, token.Column);

    public RuleSyntaxException Unexpected(Bilingual wanted)
    {
        var (english, french) = Current.Kind == TokenKind.End
            ? ("the end", "la fin")
            : ($"\"{Current.Text}\"", $"« {Current.Text} »");
        return Error(($"Expected {wanted.English}, but found {english}.",
            $"Attendu : {wanted.French} ; trouvé : {french}."));
    }

    private DaySource.Edge Edge()
    {
        var opening = Take().Is("open");
        Expect(TokenKind.Open, ("an opening bracket: open(E)", "une parenthèse ouvrante : open(E)"));
        var part = Part();
        Expect(TokenKind.Close, ("a closing bracket: open(E)", "une parenthèse fermante : open(E)"));
        return new DaySource.Edge(part, opening);
    }

    private RuleSyntaxException Chained() => Error((
        "Only one offset may follow. Months are never chained: 31 August - 6 mo + 6 mo is not 31 August. "
        + "Count once from the date of reference, or define a new one on the sheet.",
        "Un seul décalage est admis. On n'enchaîne jamais les mois : 31 août - 6 mo + 6 mo ne redonne pas le 31 août. "
        + "Comptez une seule fois depuis la date de référence, ou définissez-en une nouvelle sur la feuille."));
}
