using Procedures.Expressions;

namespace Procedures.Tests.Steps;

public sealed class VotersRegisterActivityTests
{
    private static readonly (string, object) Seats =
        ("Seats", """["EE-1: Tamm; Sepp, Kask", "EE-2: Mägi; Sepp, Kask"]""");

    private static Office Register(params (string, object)[] inputs) => new(Office.Node("VotersRegister", inputs));
    private static (string, Value) Signed(params string[] lines) =>
        ("signed", Value.Of(lines.Select(Value (l) => Value.Of(l))));

    [Fact]
    public void Trap_16_a_substitute_s_signature_blocks_the_representative_and_every_other_seat_at_once()
    {
        var refusal = Register(Seats).Refused("Recorded", Signed("EE-1: Sepp", "EE-1: Tamm", "EE-2: Sepp"));
        Assert.Equal(
            "“EE-1: Tamm”: Sepp has already signed for the seat EE-1. "
                + "“EE-2: Sepp”: Sepp has already signed for the seat EE-1.", refusal);
    }

    [Fact]
    public void Signatures_that_the_rules_allow_are_kept_with_their_seats()
    {
        var office = Register(Seats);
        office.Answer("Recorded", Signed("EE-2: Kask", "EE-1: Tamm"));
        Assert.Equal(["EE-1: Tamm", "EE-2: Kask"], ((Value.List)office.Yield("Voters")).Items.Select(Plain.Text));
        Assert.Equal(Value.Of(2), office.Yield("Signatures"));
        Assert.Contains("Signatures au registre : 2.", office.Answered.Sentence.French);
    }

    [Theory]
    [InlineData("EE-9: Tamm", "“EE-9: Tamm”: There is no seat EE-9; the seats of EE are EE-1, EE-2.")]
    [InlineData("EE-1: Mägi", "“EE-1: Mägi”: Mägi was not designated for the seat EE-1; there Tamm, Sepp or Kask may sign.")]
    [InlineData("Tamm", "“Tamm”: write the seat, a colon and the person.")]
    public void A_signature_that_cannot_be_is_refused(string line, string reason) =>
        Assert.Equal(reason, Register(Seats).Refused("Recorded", Signed(line)));

    [Fact]
    public void An_empty_register_of_seats_is_not_taken_for_one_that_nobody_signed() =>
        Assert.EndsWith("this field must be filled in.", Register(Seats).Refused("Recorded"), StringComparison.Ordinal);

    [Fact]
    public void Without_seats_only_the_number_of_signatures_is_asked()
    {
        var office = Register();
        Assert.Equal("signatures", ((Value.Map)Assert.Single(office.Wait.Assignment!.Form.Items))["name"].AsText);
        office.Answer("Recorded", ("signatures", Value.Of(251)));
        Assert.Equal(Value.Of(251), office.Yield("Signatures"));
    }

    [Fact]
    public void Nobody_counted_is_nothing_and_not_nought()
    {
        var office = Register();
        office.Answer("Recorded");
        Assert.Equal(Value.Null, office.Yield("Signatures"));
    }

    [Theory]
    [InlineData("""["EE-1"]""", "Seats: “EE-1”: write the seat, a colon and the representative, and after a semicolon the substitutes: EE-1: Tamm; Sepp, Kask.")]
    [InlineData("""["EE-1: A", "EE-1: B"]""", "Seats: “EE-1: B”: the seat EE-1 stands in the list already: “EE-1: A”.")]
    public void A_list_of_seats_that_cannot_be_read_is_an_incident(string seats, string incident) =>
        Assert.Equal(incident, Register(("Seats", seats)).Incident);
}
