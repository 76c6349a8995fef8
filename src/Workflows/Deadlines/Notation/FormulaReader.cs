namespace Procedures.Deadlines.Notation;

/// <summary>Reads the formula of a date of reference.</summary>
internal static class FormulaReader
{
    public static Formula Read(string text, int firstColumn)
    {
        var reader = new Reader(Lexer.Read(text, firstColumn));
        var formula = Formula(reader);
        if (reader.Current.Kind != TokenKind.End)
            throw reader.Unexpected(("an offset such as - 3 mo, or the end of the formula",
                "un décalage comme - 3 mo, ou la fin de la formule"));
        return formula;
    }

    private static Formula Formula(Reader reader)
    {
        if (reader.Current.Is("last"))
            return new SearchFormula.LastClosing(Limit(reader, "close", "<", "<=", "≤", out var strict), strict);
        if (reader.Current.Is("first"))
            return new SearchFormula.FirstOpening(Limit(reader, "open", ">", ">=", "≥", out var strict), strict);
        if (reader.Skip("next"))
        {
            Bilingual form = ("next part after E", "next part after E");
            reader.ExpectWord("part", form);
            reader.ExpectWord("after", form);
            return new SearchFormula.Next(reader.Part());
        }
        return reader.Current.Is("part") ? new Formula.OfPart(reader.Part()) : new Formula.OfTerm(reader.Term());
    }

    private static Term Limit(
        Reader reader, string edge, string strictSign, string sign, string typographic, out bool strict)
    {
        var example = $"{reader.Take().Text} part with {edge} {sign} V - 3 mo";
        reader.ExpectWord("part", Bilingual.Same(example));
        reader.ExpectWord("with", Bilingual.Same(example));
        reader.ExpectWord(edge, Bilingual.Same(example));
        var token = reader.Expect(TokenKind.Comparison, Bilingual.Same(example));
        strict = token.Text == strictSign;
        if (!strict && token.Text != sign && token.Text != typographic)
            throw Reader.At(token, ($"Write {sign} or {strictSign} here.", $"Écrivez ici {sign} ou {strictSign}."));
        return reader.Term();
    }
}
