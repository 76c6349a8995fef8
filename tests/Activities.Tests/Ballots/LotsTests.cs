using Procedures.Ballots;

namespace Procedures.Tests.Ballots;

public sealed class LotsTests
{
    [Fact]
    public void The_sequence_is_that_of_the_published_algorithm()
    {
        var numbers = new SplitMix64(1234567);
        Assert.Equal(
            [6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL, 4593380528125082431UL,
                16408922859458223821UL],
            Enumerable.Range(0, 5).Select(_ => numbers.Next()));
    }

    [Fact]
    public void The_same_seed_draws_the_same_and_another_seed_something_else()
    {
        var pool = Enumerable.Range(1, 46).ToArray();
        Assert.Equal<int>(Lots.Draw(pool, 4, 2026), Lots.Draw(pool, 4, 2026));
        Assert.NotEqual<int>(Lots.Draw(pool, 4, 2026), Lots.Draw(pool, 4, 2027));
    }

    [Fact]
    public void The_draw_follows_its_description_step_by_step()
    {
        var numbers = new SplitMix64(7);
        List<string> entries = ["A", "B", "C", "D", "E"];
        for (var i = 0; i < 3; i++)
        {
            var other = i + (int)(numbers.Next() % (ulong)(5 - i));
            (entries[i], entries[other]) = (entries[other], entries[i]);
        }
        Assert.Equal(entries[..3], Lots.Draw(["A", "B", "C", "D", "E"], 3, 7));
    }

    [Fact]
    public void Drawing_all_is_a_permutation_and_drawing_none_is_nothing()
    {
        var pool = Enumerable.Range(0, 20).ToArray();
        Assert.Equal(pool, Lots.Draw(pool, 20, 5).Order());
        Assert.Empty(Lots.Draw(pool, 0, 5));
    }

    [Fact]
    public void Nobody_can_draw_more_than_the_pool_holds() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Lots.Draw(["A"], 2, 1));

    // Chi-square with 5 degrees of freedom exceeds 20.5 once in a thousand; the seeds are fixed, so this is no gamble.
    [Theory]
    [InlineData(0UL)]
    [InlineData(1_000_000UL)]
    [InlineData(18_000_000_000_000_000_000UL)]
    public void Every_order_of_three_is_about_equally_frequent(ulong firstSeed)
    {
        const int draws = 12_000;
        var counts = new Dictionary<string, int>();
        for (var i = 0; i < draws; i++)
        {
            var order = string.Join("", Lots.Draw(["A", "B", "C"], 3, unchecked(firstSeed + (ulong)i)));
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }
        Assert.Equal(6, counts.Count);
        const double expected = draws / 6.0;
        var chiSquare = counts.Values.Sum(n => (n - expected) * (n - expected) / expected);
        Assert.True(chiSquare < 20.5, $"chi-square {chiSquare} from seed {firstSeed}");
    }
}
