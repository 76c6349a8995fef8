namespace Procedures.Deadlines.Notation;

/// <summary>Reads a whole deadline rule.</summary>
internal static class RuleReader
{
    // First words that people write instead of those of the notation.
    private static readonly Dictionary<string, string> Misspelt = new(StringComparer.OrdinalIgnoreCase)
    {
        ["by"] = "nlt", ["until"] = "nlt", ["till"] = "nlt", ["not"] = "nlt / nbf", ["latest"] = "nlt",
        ["after"] = "nbf", ["from"] = "nbf", ["since"] = "nbf", ["during"] = "in", ["at"] = "on",
        ["between"] = "T … T", ["avant"] = "before", ["dans"] = "in", ["pas"] = "nbf", ["jusqu"] = "nlt",
    };

    public static List<Clause> Read(string text)
    {
        var reader = new Reader(Lexer.Read(text, 1));
        if (reader.Current.Kind == TokenKind.End)
            throw reader.Error(("The rule is empty; write for example nlt EO - 12 mo.",
                "La règle est vide ; écrivez par exemple nlt EO - 12 mo."));
        var clauses = new List<Clause> { Clause(reader) };
        while (reader.Skip("and")) clauses.Add(Clause(reader));
        if (reader.Current.Kind != TokenKind.End)
            throw reader.Unexpected(("an offset such as - 3 mo, \"and\", or the end of the rule",
                "un décalage comme - 3 mo, « and », ou la fin de la règle"));
        return clauses;
    }

    private static Clause Clause(Reader reader)
    {
        if (reader.Skip("nlt")) return new Clause.NotLaterThan(reader.Term());
        if (reader.Skip("before")) return new Clause.Before(reader.Term());
        if (reader.Skip("nbf")) return new Clause.NotBefore(reader.Term());
        if (reader.Skip("on")) return new Clause.On(reader.Term());
        if (reader.Skip("within")) return Within(reader);
        if (reader.Current.Is("in") && reader.Peek().Is("month"))
        {
            reader.Take();
            reader.Take();
            return DayReader.Month(reader);
        }
        if (reader.Skip("in")) return new SpanClause.InPart(reader.Part());
        if (reader.Current.Is("part")) return new SpanClause.InPart(reader.Part());
        return Bare(reader);
    }

    private static SpanClause.Within Within(Reader reader)
    {
        var offset = OffsetReader.Read(reader, backward: false);
        reader.ExpectWord("of", ("\"of\": within 6 w of C1.opened", "« of » : within 6 w of C1.opened"));
        var source = reader.Source();
        if (reader.Current.Kind is TokenKind.Plus or TokenKind.Minus)
            throw reader.Error(("\"within\" has counted already: no second offset may follow.",
                "« within » a déjà compté : aucun second décalage n'est admis."));
        return new SpanClause.Within(offset, source);
    }

    private static Clause Bare(Reader reader)
    {
        var start = reader.Current;
        if (start.Kind == TokenKind.Word && Misspelt.TryGetValue(start.Text, out var meant)
            && reader.Peek().Kind is TokenKind.Word or TokenKind.Date)
            throw Reader.At(start, ($"\"{start.Text}\" is not a word of the notation; write {meant}.",
                $"« {start.Text} » n'est pas un mot de la notation ; écrivez {meant}."));
        if (start.Kind == TokenKind.Number)
            throw Reader.At(start, ("Write the date of reference first, then the offset: EO - 3 mo.",
                "Écrivez d'abord la date de référence, puis le décalage : EO - 3 mo."));
        var first = reader.Term();
        if (reader.Current.Kind != TokenKind.Ellipsis) return new Clause.On(first);
        reader.Take();
        return new SpanClause.Window(first, reader.Term());
    }
}
