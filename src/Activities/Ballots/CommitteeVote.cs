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

    /// <summary>
    /// Whether Article 20.d is satisfied: two thirds of the votes cast and a majority of those entitled to sit.
    /// </summary>
    public static bool Article20d(int @for, int against, int entitled) =>
        TwoThirds(@for, against) && @for > entitled / 2;

    /// <summary>The result of a vote.</summary>
    /// <param name="entitled">How many are entitled to sit; counts only for Article 20.d.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative number of votes.</exception>
    public static CommitteeVoteResult Count(
        CommitteeMajority majority, int @for, int against, int abstentions = 0, int entitled = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(@for);
        ArgumentOutOfRangeException.ThrowIfNegative(against);
        ArgumentOutOfRangeException.ThrowIfNegative(abstentions);
        ArgumentOutOfRangeException.ThrowIfNegative(entitled);
        var cast = @for + against;
        var needed = majority switch
        {
            CommitteeMajority.MoreThanHalf => cast / 2 + 1,
            CommitteeMajority.Article20d => Math.Max(LeastTwoThirds(cast), entitled / 2 + 1),
            _ => LeastTwoThirds(cast),
        };
        var carried = majority switch
        {
            CommitteeMajority.MoreThanHalf => MoreThanHalf(@for, against),
            CommitteeMajority.Article20d => Article20d(@for, against, entitled),
            _ => TwoThirds(@for, against),
        };
        return new CommitteeVoteResult(majority, @for, against, abstentions, needed, carried,
        [
            ($"In favour: {@for}; against: {against}; abstentions: {abstentions}.",
             $"Pour : {@for} ; contre : {against} ; abstentions : {abstentions}."),
            ($"Votes cast: {cast}; abstentions are not counted among them.",
             $"Suffrages exprimés : {cast} ; les abstentions n'en font pas partie."),
            Rule(majority, cast, needed),
            .. majority == CommitteeMajority.Article20d ? [Sitting(@for, entitled)] : Array.Empty<Bilingual>(),
            Ending(@for, against, carried),
        ]);
    }

    private static int LeastTwoThirds(int cast) => Math.Max(1, (2 * cast + 2) / 3);

    private static Bilingual Sitting(int @for, int entitled) => (
        $"More than half of the {entitled} entitled to sit are needed as well, that is {entitled / 2 + 1}; " +
            $"{@for} were in favour.",
        $"Plus de la moitié des {entitled} ayant le droit de siéger est également requise, soit {entitled / 2 + 1} ; " +
            $"{@for} voix pour.");

    private static Bilingual Rule(CommitteeMajority majority, int cast, int needed) =>
        majority == CommitteeMajority.MoreThanHalf
            ? ($"More than half of {cast} is needed, that is {needed}.",
               $"Plus de la moitié de {cast} est requise, soit {needed}.")
            : ($"At least two thirds of {cast} are needed, that is {LeastTwoThirds(cast)}.",
               $"Au moins deux tiers de {cast} sont requis, soit {LeastTwoThirds(cast)}.");

    private static Bilingual Ending(int @for, int against, bool carried)
    {
        if (carried) return ("The proposal is carried.", "La proposition est adoptée.");
        return @for == against && @for > 0
            ? ("The votes are equal: the proposal is not carried.",
                "Égalité des voix : la proposition n'est pas adoptée.")
            : ("The proposal is not carried.", "La proposition n'est pas adoptée.");
    }
}
