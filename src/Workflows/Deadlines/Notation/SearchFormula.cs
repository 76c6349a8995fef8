namespace Procedures.Deadlines.Notation;

/// <summary>Formulas that look for a part-session; cancelled ones are passed over.</summary>
internal abstract record SearchFormula : Formula
{
    private protected static FoundValue? Answer(
        Reckoning reckoning, PartSession? part, Bilingual sought, Func<PartSession, bool> wouldHaveBeenFound)
    {
        if (part is null)
        {
            reckoning.OutsideCalendar(sought);
            return null;
        }
        reckoning.Consider(part);
        foreach (var cancelled in reckoning.Calendar.Parts
                     .Where(other => other.Status == PartStatus.Cancelled && wouldHaveBeenFound(other)))
            reckoning.Note(($"the {cancelled.Name.English} is cancelled and passed over",
                $"la {cancelled.Name.French} est annulée et n'est pas retenue"));
        var (name, span) = (part.Name, Wording.FromTo(part.Opens, part.Closes));
        return new FoundValue(new AnchorValue.Part(part),
            ($"is {sought.English}: the {name.English}, {span.English}",
             $"est {sought.French} : la {name.French}, {span.French}"));
    }

    /// <summary><c>last part with close &lt;= T</c>; strict when the sign is <c>&lt;</c>.</summary>
    internal sealed record LastClosing(Term Limit, bool Strict) : SearchFormula
    {
        public override IEnumerable<string> Names => Limit.Names;

        public override FoundValue? Find(Reckoning reckoning)
        {
            if (Limit.Find(reckoning) is not { } limit) return null;
            var day = Strict ? limit.Day.AddDays(-1) : limit.Day;
            var part = reckoning.Calendar.LastPartClosingNlt(day);
            var text = LimitWords(Limit, limit);
            Bilingual sought = Strict
                ? ($"the last part-session that closes before {text.English}",
                   $"la dernière partie de session qui se clôt avant {text.French}")
                : ($"the last part-session that closes on or before {text.English}",
                   $"la dernière partie de session qui se clôt au plus tard {text.French}");
            return Answer(reckoning, part, sought, other => other.Closes <= day && other.Closes > part?.Closes);
        }
    }

    /// <summary><c>first part with open &gt;= T</c>; strict when the sign is <c>&gt;</c>.</summary>
    internal sealed record FirstOpening(Term Limit, bool Strict) : SearchFormula
    {
        public override IEnumerable<string> Names => Limit.Names;

        public override FoundValue? Find(Reckoning reckoning)
        {
            if (Limit.Find(reckoning) is not { } limit) return null;
            var day = Strict ? limit.Day.AddDays(1) : limit.Day;
            var part = reckoning.Calendar.FirstPartOpeningNbf(day);
            var text = LimitWords(Limit, limit);
            Bilingual sought = Strict
                ? ($"the first part-session that opens after {text.English}",
                   $"la première partie de session qui s'ouvre après {text.French}")
                : ($"the first part-session that opens on or after {text.English}",
                   $"la première partie de session qui s'ouvre au plus tôt {text.French}");
            return Answer(reckoning, part, sought, other => other.Opens >= day && other.Opens < part?.Opens);
        }
    }

    /// <summary><c>next part after E</c>.</summary>
    internal sealed record Next(PartReference After) : SearchFormula
    {
        public override IEnumerable<string> Names => After.Names;

        public override FoundValue? Find(Reckoning reckoning)
        {
            if (After.Find(reckoning) is not { } start) return null;
            var part = reckoning.Calendar.NextPartAfter(start);
            var name = After.During(start, reckoning.Anchors);
            return Answer(reckoning, part,
                ($"the next part-session after {name.English}", $"la partie de session qui suit {name.French}"),
                other => other.Opens > start.Opens && other.Opens < part?.Opens);
        }
    }

    private static Bilingual LimitWords(Term term, FoundDay found)
    {
        var text = Wording.TheDay(found.Day);
        return term.HasOffset
            ? ($"{text.English}, {found.Phrase.English}", $"{text.French}, {found.Phrase.French}")
            : found.Phrase;
    }
}
