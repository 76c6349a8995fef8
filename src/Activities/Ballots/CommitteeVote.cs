namespace Procedures.Ballots;

/// <summary>Votes of a committee: votes cast are those for and against; a tie rejects the proposal.</summary>
public static class CommitteeVote
{
    /// <summary>Whether more than half of the votes cast are in favour.</summary>
    public static bool MoreThanHalf(int @for, int against) => @for > against;

    /// <summary>
    /// Whether at least two thirds of the votes cast are in favour; without a vote nothing is carried.
    /// </summary>
    public static bool TwoThirds(int @for, int against) => @for > 0 && 3L * @for >= 2L * ((long)@for + against);

    /// <summary>The result of a vote.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative number of votes.</exception>
    public static CommitteeVoteResult Count(CommitteeMajority majority, int @for, int against, int abstentions = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(@for);
        ArgumentOutOfRangeException.ThrowIfNegative(against);
        ArgumentOutOfRangeException.ThrowIfNegative(abstentions);
        var cast = @for + against;
        var needed = majority == CommitteeMajority.MoreThanHalf ? cast / 2 + 1 : Math.Max(1, (2 * cast + 2) / 3);
        var carried = majority == CommitteeMajority.MoreThanHalf
            ? MoreThanHalf(@for, against)
            : TwoThirds(@for, against);
        return new CommitteeVoteResult(majority, @for, against, abstentions, needed, carried,
        [
            ($"In favour: {@for}; against: {against}; abstentions: {abstentions}.",
             $"Pour : {@for} ; contre : {against} ; abstentions : {abstentions}."),
            ($"Votes cast: {cast}; abstentions are not counted among them.",
             $"Suffrages exprimés : {cast} ; les abstentions n'en font pas partie."),
            Rule(majority, cast, needed),
            Ending(@for, against, carried),
        ]);
    }

    private static Bilingual Rule(CommitteeMajority majority, int cast, int needed) =>
        majority == CommitteeMajority.MoreThanHalf
            ? ($"More than half of {cast} is needed, that is {needed}.",
               $"Plus de la moitié de {cast} est requise, soit {needed}.")
            : ($"At least two thirds of {cast} are needed, that is {needed}.",
               $"Au moins deux tiers de {cast} sont requis, soit {needed}.");

    private static Bilingual Ending(int @for, int against, bool carried)
    {
        if (carried) return ("The proposal is carried.", "La proposition est adoptée.");
        return @for == against && @for > 0
            ? ("The votes are equal: the proposal is not carried.",
                "Égalité des voix : la proposition n'est pas adoptée.")
            : ("The proposal is not carried.", "La proposition n'est pas adoptée.");
    }
}
