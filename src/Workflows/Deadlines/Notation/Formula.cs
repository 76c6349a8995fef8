namespace Procedures.Deadlines.Notation;

/// <summary>How a definition finds one of its dates of reference.</summary>
internal abstract record Formula
{
    public abstract IEnumerable<string> Names { get; }

    /// <summary>The value and, after its name, the rest of the explanation. Null when a name is missing.</summary>
    public abstract FoundValue? Find(Reckoning reckoning);

    /// <summary>A day; or any other anchor's value, when only its name stands there.</summary>
    internal sealed record OfTerm(Term Term) : Formula
    {
        public override IEnumerable<string> Names => Term.Names;

        public override FoundValue? Find(Reckoning reckoning)
        {
            if (!Term.HasOffset && Term.Source is DaySource.Named { Name: var name }
                && reckoning.LookUp(name) is AnchorValue.Part)
                return new OfPart(new PartReference.Named(name)).Find(reckoning);
            if (Term.Find(reckoning) is not { } found) return null;
            var (phrase, text) = (found.Phrase, Wording.TheDay(found.Day));
            return new FoundValue(new AnchorValue.Day(found.Day), Term.HasOffset
                ? ($"is {phrase.English}: {text.English}", $"se situe {phrase.French} : {text.French}")
                : ($"is {phrase.English}", $"est {phrase.French}"));
        }
    }

    internal sealed record OfPart(PartReference Part) : Formula
    {
        public override IEnumerable<string> Names => Part.Names;

        public override FoundValue? Find(Reckoning reckoning)
        {
            if (Part.Find(reckoning) is not { } part) return null;
            var (name, span) = (Part.During(part, reckoning.Anchors), Wording.FromTo(part.Opens, part.Closes));
            return new FoundValue(new AnchorValue.Part(part),
                ($"is {name.English}, {span.English}", $"est {name.French}, {span.French}"));
        }
    }
}
