namespace Procedures.Deadlines.Notation;

/// <summary>One condition of a rule, such as <c>nlt EO - 12 mo</c>. A rule joins several with <c>and</c>.</summary>
internal abstract record Clause
{
    public abstract IEnumerable<string> Names { get; }

    /// <summary>Null when a name is missing; the reckoning then knows which.</summary>
    public abstract ClauseDays? Find(Reckoning reckoning);

    /// <summary>The clause in words, without dates; lower case, no full stop.</summary>
    public abstract Bilingual Words(IAnchors anchors);

    // "…: Sunday 24 June 2018" after a counted phrase, nothing after one that is the day itself.
    private protected static Bilingual Result(Term term, DateOnly day)
    {
        var text = Wording.TheDay(day);
        return term.HasOffset ? ($": {text.English}", $" : {text.French}") : Bilingual.Empty;
    }

    private protected static Bilingual TheDayThat(Term term, Bilingual phrase) => term.HasOffset
        ? ($"the day {phrase.English}", $"le jour situé {phrase.French}")
        : phrase;

    internal sealed record NotLaterThan(Term Term) : Clause
    {
        public override IEnumerable<string> Names => Term.Names;

        public override ClauseDays? Find(Reckoning reckoning)
        {
            if (Term.Find(reckoning) is not { } found) return null;
            var result = Result(Term, found.Day);
            return new ClauseDays(null, found.Day,
                ($"not later than {found.Phrase.English}{result.English}, that day included",
                 $"au plus tard {found.Phrase.French}{result.French}, ce jour compris"));
        }

        public override Bilingual Words(IAnchors anchors)
        {
            var words = Term.Words(anchors);
            return ($"not later than {words.English}, that day included",
                    $"au plus tard {words.French}, ce jour compris");
        }
    }

    internal sealed record Before(Term Term) : Clause
    {
        public override IEnumerable<string> Names => Term.Names;

        public override ClauseDays? Find(Reckoning reckoning)
        {
            if (Term.Find(reckoning) is not { } found) return null;
            var last = found.Day.AddDays(-1);
            var (phrase, text) = (TheDayThat(Term, found.Phrase), Wording.TheDay(last));
            var itself = Term.HasOffset ? Wording.TheDay(found.Day) : null;
            return new ClauseDays(null, last,
                ($"before {phrase.English}{Aside(itself?.English)}: the last day in time is {text.English}",
                 $"avant {phrase.French}{Aside(itself?.French)} : le dernier jour utile est {text.French}"));
        }

        public override Bilingual Words(IAnchors anchors)
        {
            var words = TheDayThat(Term, Term.Words(anchors));
            return ($"before {words.English}: the last day in time is the day before it",
                    $"avant {words.French} : le dernier jour utile est la veille");
        }

        private static string Aside(string? text) => text is null ? "" : $", {text}";
    }

    internal sealed record NotBefore(Term Term) : Clause
    {
        public override IEnumerable<string> Names => Term.Names;

        public override ClauseDays? Find(Reckoning reckoning)
        {
            if (Term.Find(reckoning) is not { } found) return null;
            var (phrase, result) = (TheDayThat(Term, found.Phrase), Result(Term, found.Day));
            return new ClauseDays(found.Day, null,
                ($"not before {phrase.English}{result.English}, that day included",
                 $"pas avant {phrase.French}{result.French}, ce jour compris"));
        }

        public override Bilingual Words(IAnchors anchors)
        {
            var words = TheDayThat(Term, Term.Words(anchors));
            return ($"not before {words.English}, that day included",
                    $"pas avant {words.French}, ce jour compris");
        }
    }

    internal sealed record On(Term Term) : Clause
    {
        public override IEnumerable<string> Names => Term.Names;

        public override ClauseDays? Find(Reckoning reckoning)
        {
            if (Term.Find(reckoning) is not { } found) return null;
            var (phrase, result) = (TheDayThat(Term, found.Phrase), Result(Term, found.Day));
            return new ClauseDays(null, found.Day,
                ($"on {phrase.English}{result.English}", $"{phrase.French}{result.French}"));
        }

        public override Bilingual Words(IAnchors anchors)
        {
            var words = TheDayThat(Term, Term.Words(anchors));
            return ($"on {words.English}", words.French);
        }
    }
}
