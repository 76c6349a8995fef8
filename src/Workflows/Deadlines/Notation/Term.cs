namespace Procedures.Deadlines.Notation;

/// <summary>A day in a rule: a source and at most one offset.</summary>
internal sealed record Term(DaySource Source, Offset? Offset)
{
    public IEnumerable<string> Names => Source.Names;

    public bool HasOffset => Offset is not null;

    /// <summary>Computes the day, and says in words how it was counted. Null when a name is missing.</summary>
    public FoundDay? Find(Reckoning reckoning)
    {
        if (Source.Find(reckoning) is not { } anchor) return null;
        reckoning.CountFrom(Source.Notation, anchor);
        var phrase = Dated(anchor, Source.Remark(reckoning));
        if (Offset is null) return new FoundDay(anchor, phrase);
        var day = Offset.From(anchor, reckoning.Calendar);
        reckoning.NoteOffset(Offset, anchor, day);
        return new FoundDay(day,
            ($"{Offset.Phrase.English} {phrase.English}", $"{Offset.Phrase.French} {phrase.French}"));
    }

    /// <summary>Without dates: "12 calendar months before EO".</summary>
    public Bilingual Words(IAnchors anchors)
    {
        var source = Source.Words(anchors);
        return Offset is null
            ? source
            : ($"{Offset.Phrase.English} {source.English}", $"{Offset.Phrase.French} {source.French}");
    }

    private static Bilingual Dated(DateOnly day, Bilingual? remark)
    {
        var text = Wording.TheDay(day);
        return remark is null
            ? text
            : ($"{text.English} ({remark.English})", $"{text.French} ({remark.French})");
    }
}
