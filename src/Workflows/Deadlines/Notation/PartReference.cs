namespace Procedures.Deadlines.Notation;

/// <summary>A part-session in a rule: a name that stands for one, or <c>part(year, number)</c>.</summary>
internal abstract record PartReference
{
    public abstract IEnumerable<string> Names { get; }

    /// <summary>How it is written.</summary>
    public abstract string Notation { get; }

    public abstract PartSession? Find(Reckoning reckoning);

    /// <summary>"E, the third part-session of 2026": after "opening of".</summary>
    public abstract Bilingual Of(PartSession part);

    /// <summary>"third part-session of 2026 (E, label)": with its article, after "during".</summary>
    public abstract Bilingual During(PartSession part, IAnchors anchors);

    /// <summary>Without dates: "E", "the third part-session of 2026".</summary>
    public abstract Bilingual Words(IAnchors anchors);

    private protected static Bilingual WithArticle(Bilingual name) => ($"the {name.English}", $"la {name.French}");

    internal sealed record Named(string Name) : PartReference
    {
        public override IEnumerable<string> Names => [Name];

        public override string Notation => Name;

        public override PartSession? Find(Reckoning reckoning) => reckoning.Part(Name);

        public override Bilingual Of(PartSession part)
        {
            var name = WithArticle(part.Name);
            return ($"{Name}, {name.English}", $"{Name}, {name.French}");
        }

        public override Bilingual During(PartSession part, IAnchors anchors)
        {
            var (name, label) = (WithArticle(part.Name), Wording.NameWithLabel(Name, anchors));
            return ($"{name.English} ({label.English})", $"{name.French} ({label.French})");
        }

        public override Bilingual Words(IAnchors anchors) => Wording.NameThenLabel(Name, anchors);
    }

    internal sealed record Numbered(YearReference Year, int Number) : PartReference
    {
        public override IEnumerable<string> Names => Year.Names;

        public override string Notation => $"part({Wording.YearNotation(Year)},{Number})";

        public override PartSession? Find(Reckoning reckoning) =>
            Year.Find(reckoning) is { } year ? reckoning.Part(year, Number) : null;

        public override Bilingual Of(PartSession part) => WithArticle(part.Name);

        public override Bilingual During(PartSession part, IAnchors anchors) => WithArticle(part.Name);

        public override Bilingual Words(IAnchors anchors)
        {
            var (ordinal, year) = (PartSession.Ordinal(Number), Year.Words);
            return ($"the {ordinal.English} part-session of {year.English}",
                    $"la {ordinal.French} partie de session de {year.French}");
        }
    }
}
