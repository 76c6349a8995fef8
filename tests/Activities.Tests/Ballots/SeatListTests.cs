using Procedures.Ballots;

namespace Procedures.Tests.Ballots;

public sealed class SeatListTests
{
    private static (IReadOnlyList<Seat> Seats, string[] Problems) Read(params string[] lines)
    {
        var (seats, problems) = SeatList.Read(lines, code => code is "EE" or "FI");
        Assert.All(problems, p => Assert.Contains("« ", p.French, StringComparison.Ordinal));
        return (seats, [.. problems.Select(p => p.English)]);
    }

    [Fact]
    public void A_seat_has_a_representative_and_may_have_substitutes()
    {
        var (seats, problems) = Read("EE-1: Tamm; Sepp, Kask", "", "  FI-1 : Virta ");
        Assert.Empty(problems);
        Assert.Equal(["EE-1", "FI-1"], seats.Select(s => s.Key));
        Assert.Equal(["Sepp", "Kask"], seats[0].Substitutes.ToArray());
        Assert.Equal(("Virta", 0), (seats[1].Representative, seats[1].Substitutes.Length));
    }

    [Theory]
    [InlineData("EE-1", "“EE-1”: write the seat, a colon and the representative")]
    [InlineData("EE-1: ; Sepp", "“EE-1: ; Sepp”: write the seat, a colon and the representative")]
    [InlineData(": Tamm", "“: Tamm”: write the seat, a colon and the representative")]
    [InlineData("XX-1: Tamm", "“XX-1: Tamm”: XX is not the code of a state.")]
    [InlineData("Estonia 1: Tamm", "“Estonia 1: Tamm”: a seat is the code of its state, a hyphen and a number: EE-1.")]
    [InlineData("EE-1: Tamm; Sepp, Tamm", "“EE-1: Tamm; Sepp, Tamm”: Tamm stands twice on the line.")]
    public void What_cannot_be_a_seat_is_named_with_its_line(string line, string problem) =>
        Assert.StartsWith(problem, Assert.Single(Read(line).Problems), StringComparison.Ordinal);

    [Fact]
    public void Every_wrong_line_is_named_and_the_good_ones_are_read()
    {
        var (seats, problems) = Read("EE-1: Tamm", "EE-1: Kask", "QQ-1: Nobody", "FI-1: Virta");
        Assert.Equal(["EE-1", "FI-1"], seats.Select(s => s.Key));
        Assert.Equal(
            ["“EE-1: Kask”: the seat EE-1 stands in the list already: “EE-1: Tamm”.", "“QQ-1: Nobody”: QQ is not the code of a state."],
            problems);
    }
}
