namespace Procedures.Deadlines.Notation;

/// <summary>The clauses that have a length: <c>within</c>, a window, a part-session, a month.</summary>
internal abstract record SpanClause : Clause
{
    private protected static ClauseDays Span(Bilingual during, DateOnly first, DateOnly last)
    {
        var span = Wording.FromTo(first, last);
        return new ClauseDays(first, last,
            ($"{during.English}: {span.English}, both days included",
             $"{during.French} : {span.French}, ces deux jours compris"));
    }

    /// <summary>The term always has an offset that counts forward.</summary>
    internal sealed record Within(Offset Offset, DaySource Source) : SpanClause
    {
        public override IEnumerable<string> Names => Source.Names;

        public override ClauseDays? Find(Reckoning reckoning)
        {
            if (new Term(Source, null).Find(reckoning) is not { } start) return null;
            var day = Offset.From(start.Day, reckoning.Calendar);
            reckoning.NoteOffset(Offset, start.Day, day);
            var (frame, text) = (Frame(start.Phrase), Wording.TheDay(day));
            return new ClauseDays(null, day,
                ($"{frame.English}: {text.English}, that day included",
                 $"{frame.French} : {text.French}, ce jour compris"));
        }

        public override Bilingual Words(IAnchors anchors)
        {
            var frame = Frame(Source.Words(anchors));
            return ($"{frame.English}, the last day included", $"{frame.French}, dernier jour compris");
        }

        private Bilingual Frame(Bilingual start) =>
            ($"within {Offset.Length.English} of {start.English}",
             $"dans un délai de {Offset.Length.French} après {start.French}");
    }

    /// <summary><c>T … T</c>: opens on the first day, due on the second.</summary>
    internal sealed record Window(Term First, Term Last) : SpanClause
    {
        public override IEnumerable<string> Names => First.Names.Concat(Last.Names);

        public override ClauseDays? Find(Reckoning reckoning)
        {
            var (opens, due) = (First.Find(reckoning), Last.Find(reckoning));
            if (opens is null || due is null) return null;
            var opening = TheDayThat(First, opens.Phrase);
            var (openResult, dueResult) = (Result(First, opens.Day), Result(Last, due.Day));
            return new ClauseDays(opens.Day, due.Day,
                ($"opens on {opening.English}{openResult.English}; "
                 + $"due not later than {due.Phrase.English}{dueResult.English}, that day included",
                 $"ouverture {opening.French}{openResult.French} ; "
                 + $"échéance au plus tard {due.Phrase.French}{dueResult.French}, ce jour compris"));
        }

        public override Bilingual Words(IAnchors anchors)
        {
            var (opens, due) = (TheDayThat(First, First.Words(anchors)), Last.Words(anchors));
            return ($"opens on {opens.English}; due not later than {due.English}, that day included",
                    $"ouverture {opens.French} ; échéance au plus tard {due.French}, ce jour compris");
        }
    }

    internal sealed record InPart(PartReference Part) : SpanClause
    {
        public override IEnumerable<string> Names => Part.Names;

        public override ClauseDays? Find(Reckoning reckoning)
        {
            if (Part.Find(reckoning) is not { } part) return null;
            reckoning.CountFrom(Part.Notation, part.Opens);
            var name = Part.During(part, reckoning.Anchors);
            return Span(($"during {name.English}", $"pendant {name.French}"), part.Opens, part.Closes);
        }

        public override Bilingual Words(IAnchors anchors)
        {
            var words = Part.Words(anchors);
            return ($"during {words.English}, from its opening to its close",
                    $"pendant {words.French}, de l'ouverture à la clôture");
        }
    }

    internal sealed record InMonth(YearReference Year, int Month) : SpanClause
    {
        public override IEnumerable<string> Names => Year.Names;

        public override ClauseDays? Find(Reckoning reckoning)
        {
            if (Year.Find(reckoning) is not { } year) return null;
            var first = new DateOnly(year, Month, 1);
            var name = DateText.MonthOf(year, Month);
            reckoning.CountFrom($"{year}-{Month:00}", first);
            var source = Year.Anchor is null ? Bilingual.Empty
                : ($" ({Year.Words.English})", $" ({Year.Words.French})");
            return Span(($"in {name.English}{source.English}", $"en {name.French}{source.French}"),
                first, first.AddMonths(1).AddDays(-1));
        }

        public override Bilingual Words(IAnchors anchors)
        {
            var name = DateText.MonthName(Month);
            return Year.Anchor is null
                ? ($"in {name.English} {Year.Number}, from the first day to the last",
                   $"en {name.French} {Year.Number}, du premier au dernier jour")
                : ($"in {name.English} of {Year.Words.English}, from the first day to the last",
                   $"en {name.French} de {Year.Words.French}, du premier au dernier jour");
        }
    }
}
