using System.Globalization;

namespace Procedures.Deadlines.Notation;

/// <summary>Where counting begins: a name, a written day, a day of a year, an edge of a part-session.</summary>
internal abstract record DaySource
{
    public abstract IEnumerable<string> Names { get; }

    /// <summary>How it is written, for <see cref="CountedFrom"/>.</summary>
    public abstract string Notation { get; }

    public abstract DateOnly? Find(Reckoning reckoning);

    /// <summary>What stands in brackets after the day in an explanation; null for nothing.</summary>
    public abstract Bilingual? Remark(Reckoning reckoning);

    /// <summary>Without dates. French begins with "le", so that any preposition fits in front.</summary>
    public abstract Bilingual Words(IAnchors anchors);

    internal sealed record Named(string Name) : DaySource
    {
        public override IEnumerable<string> Names => [Name];

        public override string Notation => Name;

        public override DateOnly? Find(Reckoning reckoning) => reckoning.Day(Name);

        public override Bilingual? Remark(Reckoning reckoning) => Wording.NameWithLabel(Name, reckoning.Anchors);

        public override Bilingual Words(IAnchors anchors)
        {
            var name = Wording.NameThenLabel(Name, anchors);
            return (name.English, $"le jour {name.French}");
        }
    }

    internal sealed record Written(DateOnly Day) : DaySource
    {
        public override IEnumerable<string> Names => [];

        public override string Notation => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        public override DateOnly? Find(Reckoning reckoning) => Day;

        public override Bilingual? Remark(Reckoning reckoning) => null;

        public override Bilingual Words(IAnchors anchors) => Wording.TheDay(Day);
    }

    /// <summary>A day of a year that depends on an anchor; 29 February is the 28th where there is none.</summary>
    internal sealed record OfYear(YearReference Year, int Month, int Day) : DaySource
    {
        public override IEnumerable<string> Names => Year.Names;

        public override string Notation => $"date({Wording.YearNotation(Year)},{Month},{Day})";

        public override DateOnly? Find(Reckoning reckoning) => Year.Find(reckoning) is { } year
            ? new DateOnly(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)))
            : null;

        public override Bilingual? Remark(Reckoning reckoning) => Year.Anchor is null ? null : Year.Words;

        public override Bilingual Words(IAnchors anchors)
        {
            var english = DateText.DayAndMonth(Month, Day, Language.English);
            var french = DateText.DayAndMonth(Month, Day, Language.French);
            return Year.Anchor is null
                ? ($"{english} {Year.Number}", $"le {french} {Year.Number}")
                : ($"{english} of {Year.Words.English}", $"le {french} de {Year.Words.French}");
        }
    }

    internal sealed record Edge(PartReference Part, bool Opening) : DaySource
    {
        public override IEnumerable<string> Names => Part.Names;

        public override string Notation => $"{(Opening ? "open" : "close")}({Part.Notation})";

        public override DateOnly? Find(Reckoning reckoning) =>
            Part.Find(reckoning) is { } part ? Opening ? part.Opens : part.Closes : null;

        public override Bilingual? Remark(Reckoning reckoning) =>
            Part.Find(reckoning) is { } part ? Phrase(Part.Of(part), of: "de ") : null;

        public override Bilingual Words(IAnchors anchors)
        {
            var phrase = Phrase(Part.Words(anchors), of: "de ");
            return ($"the {phrase.English}", $"le jour de {(Opening ? "l'" : "la ")}{phrase.French}");
        }

        private Bilingual Phrase(Bilingual part, string of) => Opening
            ? ($"opening of {part.English}", $"ouverture {of}{part.French}")
            : ($"close of {part.English}", $"clôture {of}{part.French}");
    }
}
