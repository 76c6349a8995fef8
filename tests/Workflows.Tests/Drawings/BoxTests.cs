namespace Procedures.Drawings;

public sealed class BoxTests
{
    [Theory]
    [InlineData("Done", "Done", 32)]
    [InlineData("True False", "False", 48)]
    [InlineData("Yes Expired Lapsed", "Lapsed", 53)]
    public void Outcomes_stand_as_Studio_sets_them(string outcomes, string outcome, int down)
    {
        var box = new Box("a", 2, 3, Grid.NarrowestBox, [.. outcomes.Split(' ')]);
        Assert.Equal((1260, 540, 1620, 572), (box.X, box.Y, box.Right, box.EntryY));
        Assert.Equal(box.Y + down, box.OutcomeY(outcome));
    }

    [Fact]
    public void An_outcome_that_does_not_exist_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Box("a", 0, 0, Grid.NarrowestBox, ["Done"]).OutcomeY("Late"));
}
