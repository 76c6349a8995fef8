using Procedures.Ballots;

namespace Procedures.Tests.Ballots;

public sealed class VotingRegisterTests
{
    private static readonly VotingRegister Empty = new(
        [new Seat("EE-1", "Tamm", ["Sepp"]), new Seat("EE-2", "Mägi", ["Sepp", "Kask"])]);

    private static VotingRegister Signed(VotingRegister register, string seat, string person) =>
        Assert.IsType<Signing.Signed>(register.Sign(seat, person)).Register;

    private static string Refused(VotingRegister register, string seat, string person) =>
        Assert.IsType<Signing.Refused>(register.Sign(seat, person)).Reason.English;

    [Fact]
    public void A_representative_signs_once() =>
        Assert.Equal("Tamm has already signed for the seat EE-1.", Refused(Signed(Empty, "EE-1", "Tamm"), "EE-1", "Tamm"));

    [Fact]
    public void A_substitute_s_signature_bars_the_representative() =>
        Assert.Equal("Sepp has already signed for the seat EE-1.", Refused(Signed(Empty, "EE-1", "Sepp"), "EE-1", "Tamm"));

    [Fact]
    public void A_substitute_stands_in_for_one_seat_only() =>
        Assert.Equal("Sepp has already signed for the seat EE-1.", Refused(Signed(Empty, "EE-1", "Sepp"), "EE-2", "Sepp"));

    [Fact]
    public void Only_the_representative_and_designated_substitutes_sign()
    {
        Assert.Equal("Kask was not designated for the seat EE-1; there Tamm or Sepp may sign.", Refused(Empty, "EE-1", "Kask"));
        Assert.Equal("There is no seat EE-9; the seats of EE are EE-1, EE-2.", Refused(Empty, "EE-9", "Tamm"));
        Assert.Equal("There is no seat XX-1, and no other of that state in this register.", Refused(Empty, "XX-1", "Tamm"));
    }

    [Fact]
    public void A_further_ballot_frees_every_seat()
    {
        var register = Signed(Signed(Empty, "EE-1", "Sepp"), "EE-2", "Kask");
        Assert.Equal(2, register.Signatures.Count);
        Assert.Single(Signed(register.Reopened(), "EE-1", "Tamm").Signatures);
    }
}
