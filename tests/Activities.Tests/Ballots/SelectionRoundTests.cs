using System.Collections.Immutable;
using Procedures.Ballots;

namespace Procedures.Tests.Ballots;

public sealed class SelectionRoundTests
{
    private static SelectionCount Votes(int places, int entitled, params int[] votes) => new(
        [.. votes.Select((v, i) => KeyValuePair.Create(((char)('A' + i)).ToString(), v))], places, entitled,
        SelectionBasis.Entitled);

    private static ImmutableArray<string> Chosen(SelectionCount count) => SelectionRound.Count(count).Selected;

    [Theory]
    [InlineData(41, 21)]
    [InlineData(46, 24)]
    [InlineData(47, 24)]
    public void The_majority_is_counted_on_the_delegations_entitled_even_when_few_vote(int entitled, int needed)
    {
        var count = Votes(1, entitled, needed - 1, 0);
        Assert.Equal(needed, SelectionRound.Threshold(count));
        Assert.Empty(Chosen(count));
        Assert.Equal<string>(["A"], Chosen(Votes(1, entitled, needed, 0)));
    }

    [Fact]
    public void The_chair_may_have_the_majority_counted_on_the_valid_papers() =>
        Assert.Equal<string>(["A"], Chosen(Votes(1, 46, 11, 10) with { Basis = SelectionBasis.ValidPapers }));

    [Fact]
    public void A_stated_number_stands_whatever_the_formula_says()
    {
        var count = Votes(3, 41, 30, 25, 21, 20, 15, 9);
        Assert.Equal<string>(["A", "B", "C"], Chosen(count));
        Assert.Equal<string>(["A", "B"], Chosen(count with { Stated = 22 }));
    }

    [Fact]
    public void No_more_names_are_chosen_than_there_are_places()
    {
        var result = SelectionRound.Count(Votes(3, 46, 30, 31, 28, 29, 2));
        Assert.Equal<string>(["B", "A", "D"], result.Selected);
        Assert.Equal<string>(["C", "E"], result.Remaining);
        Assert.True(result.IsComplete);
    }

    [Fact]
    public void Names_that_share_the_last_place_wait_for_a_further_round()
    {
        var result = SelectionRound.Count(Votes(3, 46, 36, 30, 27, 27));
        Assert.Equal<string>(["A", "B"], result.Selected);
        Assert.Equal((1, false), (result.PlacesLeft, result.IsComplete));
    }

    [Fact]
    public void Nobody_is_chosen_when_nobody_votes() => Assert.Empty(Chosen(Votes(1, 46, 0, 0)));

    [Theory]
    [InlineData(3, 46, "add up to 31", 11, 10, 10, 0)]
    [InlineData(3, 46, "A has 20 votes, but there are only 10 valid papers", 20, 5, 5, 0)]
    [InlineData(1, 9, "10 papers, but only 9 delegations", 6, 4)]
    public void Numbers_that_contradict_one_another_are_told(int places, int entitled, string words, params int[] votes)
    {
        var count = Votes(places, entitled, votes);
        Assert.Contains(words, count.Contradiction()!.English, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SelectionRound.Count(count));
    }

    [Fact]
    public void Invalid_papers_count_among_those_of_the_delegations_only()
    {
        Assert.NotNull((Votes(1, 10, 6, 4) with { Invalid = 1 }).Contradiction());
        Assert.Null((Votes(1, 11, 6, 4) with { Invalid = 1 }).Contradiction());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    public void A_round_needs_places_and_names_for_them(int places, int votes) =>
        Assert.Throws<ArgumentException>(() => SelectionRound.Count(Votes(places, 46, votes)));

    [Fact]
    public void Every_result_agrees_with_a_count_by_hand()
    {
        const int entitled = 7;
        for (var papers = 0; papers <= entitled; papers++)
            for (var a = 0; a <= papers; a++)
                for (var b = 0; b <= papers; b++)
                    if (2 * papers - a - b is var c && c >= 0 && c <= papers)
                        Assert.Equal(ByHand([a, b, c], entitled / 2 + 1), Chosen(Votes(2, entitled, a, b, c)).Order());
    }

    // A name is chosen when it has the majority and fewer than two others have as many votes or more.
    private static IEnumerable<string> ByHand(int[] votes, int needed) => Enumerable.Range(0, votes.Length)
        .Where(i => votes[i] >= needed && votes.Where((v, j) => j != i && v >= votes[i]).Count() < 2)
        .Select(i => ((char)('A' + i)).ToString());

    [Fact]
    public void The_report_names_majority_and_result_in_both_languages()
    {
        var report = SelectionRound.Count(Votes(3, 41, 30, 25, 20, 20, 15, 10) with { Invalid = 1 }).Report;
        Assert.Equal(
            """
            A: 30; B: 25; C: 20; D: 20; E: 15; F: 10.
            Valid papers: 40; papers with more or fewer than 3 names are invalid: 1.
            More than half of the 41 delegations entitled to vote is needed, that is 21.
            Chosen: A, B; places left for a further round: 1.
            """, report.English);
        Assert.Contains("soit 21.\nRetenu(e)s : A, B ; places restantes", report.French, StringComparison.Ordinal);
    }
}
